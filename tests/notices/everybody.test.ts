import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { agencyDecided } from "@/lib/agencies/facts";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";
import { updateProfile } from "@/lib/identity/commands/profile";
import { newId } from "@/lib/kernel/ids";
import type { Mail } from "@/lib/kernel/ports";
import { TRIES } from "@/lib/notices/rules";
import { tasks as agencyTasks } from "@/lib/notices/tasks/agencies";
import { tasks as codeTasks } from "@/lib/notices/tasks/identity";
import { tellPerson } from "@/lib/notices/tasks/tell";
import { inviteUser } from "@/lib/users/commands/invite";
import { usersInvited } from "@/lib/users/facts";
import { systemCall } from "../inventory/support";
import { rowsOf } from "../kernel/support";
import { addPerson, as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(20);
});
afterAll(() => world.close());

/** A mail server that puts everybody off whose address begins with "slow". */
const sent: string[] = [];
const mail: Mail = {
  keeps: false,
  send: async ({ to }) => {
    if (to.startsWith("slow")) throw new Error("451 greylisted");
    sent.push(to);
    return { state: "sent", providerId: to };
  },
};

/** What the queue does with a job that fails. */
async function tryOften(run: () => Promise<unknown>, times: number) {
  for (let i = 0; i < times; i += 1) await run().catch(() => undefined);
}

it("[R89] a letter is in the digits that its reader chose for Arabic", async () => {
  const email = "laila@letters.example";
  await fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.update(users).set({ email }).where(eq(users.id, world.pilgrim.userId)),
  );
  const subjectIn = async (locale: "ar" | typeof ARABIC_DIGITS) => {
    await updateProfile(as(world.pilgrim), { locale });
    const about = { planId: newId(), label: "SV-7K2M9C", money: { amount: 75_000_000, currency: "IDR" } };
    const news = { kind: "savings_verified" as const, about, dedupeKey: `digits:${locale}` };
    await tellPerson(systemCall(world), world.house.ports, world.pilgrim.userId, news);
    const [letter] = await rowsOf<{ subject: string }>(
      world.house,
      "deliveries",
      `dedupe_key like 'digits:${locale}:%'`,
    );
    return letter?.subject;
  };
  expect(await subjectIn("ar")).toMatch(/750[.,]000/);
  expect(await subjectIn(ARABIC_DIGITS)).toMatch(/٧٥٠[٬.]٠٠٠/);
});

describe("[R77] of many who are written to", () => {
  it("one whose server puts us off keeps no other waiting, and is set aside by itself after the last try", async () => {
    const names = ["slow-ani", "slow-budi", "citra"];
    const roles = ["pilgrim" as const];
    const invited = [];
    for (const name of names)
      invited.push(await inviteUser(as(world.owner), { email: `${name}@example.com`, roles, branchId: null }));
    const [task] = codeTasks.filter((one) => one.kind === "on" && one.fact === usersInvited.name);
    if (task?.kind !== "on") throw new Error("Nobody writes to the invited.");
    const payload = { agencyId: world.agency.id, invitationIds: invited.map(({ id }) => id) };
    const run = () => task.run(systemCall(world), payload, { ...world.house.ports, mail });
    await tryOften(run, 1);
    expect(sent).toEqual(["citra@example.com"]);
    await tryOften(run, TRIES - 1);
    expect(await rowsOf(world.house, "deliveries", "recipient like '%@example.com' order by recipient")).toMatchObject([
      { recipient: "citra@example.com", status: "sent" },
      { recipient: "slow-ani@example.com", status: "failed" },
      { recipient: "slow-budi@example.com", status: "failed" },
    ]);
  });

  it("each owner hears of the agency, though the first can't be reached", async () => {
    const second = await addPerson(world.house, world.agency, "Wati Owner", ["owner"]);
    await fenced(world.house.database, "qafila_platform", null, false, async (tx) => {
      await tx.update(users).set({ email: "slow-iwan@owners.example" }).where(eq(users.id, world.owner.userId));
      await tx.update(users).set({ email: "wati@owners.example" }).where(eq(users.id, second.userId));
    });
    const payload = { agencyId: world.agency.id, decision: "reactivated", people: [] };
    for (const task of agencyTasks) {
      if (task.kind !== "on" || task.fact !== agencyDecided.name) continue;
      await expect(task.run(systemCall(world), payload, { ...world.house.ports, mail })).rejects.toThrow(
        "451 greylisted",
      );
    }
    expect(sent.filter((to) => to.endsWith("owners.example"))).toEqual(["wati@owners.example"]);
  });
});
