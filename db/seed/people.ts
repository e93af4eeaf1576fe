import { randomInt } from "node:crypto";
import { z } from "zod";
import { users } from "@/db/schema/identity";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { register } from "@/lib/identity/commands/register";
import type { Person } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import type { Runtime } from "@/server/runtime";

/** What every step of one agency's seed needs. */
export type Builder = {
  runtime: Runtime;
  slug: string;
  locale: string;
  now: Date;
  /** The next phone number that nobody has. */
  phone: () => string;
};
export type SeededPerson = { userId: string; username: string; password: string };

/** A call by the house itself, for the platform or one agency. */
export const house = (
  { runtime, now }: Pick<Builder, "runtime" | "now">,
  agencyId: string | null,
  at: Date = now,
): Call => openCall({ actor: { kind: "system", task: "demo" }, agencyId, via: "task", now: at }, runtime);

/** A call by one of the demo's people, at some hour. */
export function personCall(
  { runtime, locale }: Pick<Builder, "runtime" | "locale">,
  agencyId: string,
  userId: string,
  now: Date,
  more: Partial<Person> = {},
): Call {
  const stand = { roles: [], branchId: null, grants: [], leads: [], groups: [], superAdmin: false };
  const actor: Person = { kind: "person", userId, sessionId: newId(), ...stand, ...more };
  return openCall({ actor, agencyId, via: "task", now, locale }, runtime);
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
/** Sixty bits that can be read aloud, new in each installation. */
const drawPassword = () => `${part()}-${part()}-${part()}`;

export const METRES_PER_DEGREE = 111_320;
/** Every eleventh pilgrim's phone has been silent for a while, and stays so. */
export const isSilent = (username: string) => Number(/pilgrim(\d+)$/.exec(username)?.[1] ?? 0) % 11 === 10;

/** A login with a password of its own. */
export async function addPerson(build: Builder, who: { personName: string; username: string }): Promise<SeededPerson> {
  const { personName, username } = who;
  const password = drawPassword();
  const given = { name: personName, username, phone: build.phone(), password, locale: build.locale as "id" };
  const user = await register(house(build, null), given);
  return { userId: user.id, username, password };
}

/** Logins of many people in one commit, with passwords that are hashed already: all cores at once, outside the transaction. */
const addLogins = command({
  name: "demo.add_logins",
  fence: "platform",
  input: z.strictObject({
    logins: z.array(
      z.strictObject({
        id: z.uuid(),
        personName: z.string(),
        phone: z.string(),
        username: z.string(),
        passwordHash: z.string(),
      }),
    ),
    locale: z.string(),
  }),
  load: nothing,
  allow: (actor) => actor.kind === "system",
  run: async (work, { logins, locale }) => {
    await work.tx.insert(users).values(logins.map((one) => ({ ...one, locale, createdAt: work.now })));
    for (const one of logins) work.changed("users", one.id, null, one);
  },
});

/** Logins for these people, in one commit. `from` numbers their user names. */
export async function addPilgrims(build: Builder, names: readonly string[], from: number): Promise<SeededPerson[]> {
  const people = names.map((personName, i) => ({
    id: newId(),
    personName,
    phone: build.phone(),
    password: drawPassword(),
    username: `${build.slug}.pilgrim${String(from + i + 1).padStart(2, "0")}`,
  }));
  const logins = await Promise.all(
    people.map(async ({ password, ...one }) => ({ ...one, passwordHash: await hashPassword(password) })),
  );
  await addLogins(house(build, null), { logins, locale: build.locale });
  return people.map(({ id, username, password }) => ({ userId: id, username, password }));
}
