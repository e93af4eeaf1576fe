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
  shared: { password: string; passwordHash: string };
};
export type SeededPerson = { userId: string; username: string; password: string };

/** A call by the house itself, for the platform or one agency. */
export const house = ({ runtime, now }: Builder, agencyId: string | null, at: Date = now): Call =>
  openCall({ actor: { kind: "system", task: "demo" }, agencyId, via: "task", now: at }, runtime);

/** A call by one of the demo's people, at some hour. */
export function personCall(
  { runtime, locale }: Builder,
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
export const drawPassword = () => `${part()}-${part()}-${part()}`;

export async function drawShared() {
  const password = drawPassword();
  return { password, passwordHash: await hashPassword(password) };
}

/** A login with a password of its own. */
export async function addPerson(build: Builder, who: { personName: string; username: string }): Promise<SeededPerson> {
  const { personName, username } = who;
  const password = drawPassword();
  const given = { name: personName, username, phone: build.phone(), password, locale: build.locale as "id" };
  const user = await register(house(build, null), given);
  return { userId: user.id, username, password };
}

/** Pilgrims of the demo share one random password, so that a hundred slow hashes don't hold up the first start. */
const addLogins = command({
  name: "demo.add_logins",
  fence: "platform",
  input: z.strictObject({
    logins: z.array(z.strictObject({ id: z.uuid(), personName: z.string(), phone: z.string(), username: z.string() })),
    passwordHash: z.string(),
    locale: z.string(),
  }),
  load: nothing,
  allow: (actor) => actor.kind === "system",
  run: async (work, { logins, passwordHash, locale }) => {
    await work.tx.insert(users).values(logins.map((one) => ({ ...one, passwordHash, locale, createdAt: work.now })));
    for (const one of logins) work.changed("users", one.id, null, one);
  },
});

/** Logins for these people, in one commit. `from` numbers their user names. */
export async function addPilgrims(build: Builder, names: readonly string[], from: number): Promise<SeededPerson[]> {
  const logins = names.map((personName, i) => ({
    id: newId(),
    personName,
    phone: build.phone(),
    username: `${build.slug}.pilgrim${String(from + i + 1).padStart(2, "0")}`,
  }));
  const { password, passwordHash } = build.shared;
  await addLogins(house(build, null), { logins, passwordHash, locale: build.locale });
  return logins.map(({ id, username }) => ({ userId: id, username, password }));
}
