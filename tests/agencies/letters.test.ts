import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { deliveries } from "@/db/schema/notices";
import { fenced } from "@/db/tx";
import { approveAgency, reactivateAgency, suspendAgency } from "@/lib/agencies/commands/decide";
import {
  type AgencyDecision,
  accessChanged,
  agencyDecided,
  permissionAsked,
  permissionDecided,
  permissionTakenBack,
} from "@/lib/agencies/facts";
import { translate } from "@/lib/i18n/translate";
import { HOUR } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import { listMyNotifications } from "@/lib/notices/queries";
import { tasks } from "@/lib/notices/tasks/agencies";
import { openCall } from "@/server/doors/call";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { addStanding, addSuperAdmin, asPlatform } from "./support";

let world: World;
let mira: Somebody;
beforeAll(async () => {
  world = await newWorld();
  mira = await addSuperAdmin(world.house);
  await fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.update(users).set({ email: "iwan@barakah.example", locale: "kk" }).where(eq(users.id, world.owner.userId)),
  );
});
afterAll(() => world.close());

/** What the worker does with the fact, twice: a task may be repeated. */
async function tell(
  fact: { name: string },
  payload: { agencyId: string; [about: string]: unknown },
  requestId = newId(),
) {
  const actor = { kind: "system" as const, task: "t" };
  const call = openCall({ actor, agencyId: payload.agencyId, via: "task", now: NOON, requestId });
  for (const task of [...tasks, ...tasks])
    if (task.kind === "on" && task.fact === fact.name) await task.run(call, payload, world.house.ports);
}
const react = (agencyId: string, decision: AgencyDecision) =>
  tell(agencyDecided, { agencyId, decision, people: [] }, decision);
const lettersOf = (agencyId: string) =>
  fenced(world.house.database, "qafila_platform", null, true, (tx) =>
    tx.select().from(deliveries).where(eq(deliveries.agencyId, agencyId)),
  );

describe("the bell", () => {
  it("rings for owners when the platform looks in and when staff ask, and for who asked when it is decided", async () => {
    const [agencyId, userId] = [world.agency.id, world.manager.userId];
    await tell(accessChanged, { agencyId, userId: mira.userId, accessId: newId(), state: "taken" });
    const requestId = newId();
    await tell(permissionAsked, { agencyId, requestId, userId });
    await tell(permissionDecided, { agencyId, requestId, userId, status: "approved" });
    await tell(permissionTakenBack, { agencyId, userId, permission: "export_data" });
    const told = async (who: Somebody) =>
      (await listMyNotifications(as(who), {})).data.map(({ text, href }) => [text, href.replace(/^.*office/, "")]);
    expect(await told(world.owner)).toEqual([
      ["Maya Manager asks for access", "/staff"],
      ["The platform looks into Nurani Wisata: see why", "/settings"],
    ]);
    expect(await told(world.manager)).toEqual([
      ["A permission you were given was taken back: see which", "/access"],
      ["You have the access you asked for", "/access"],
    ]);
    expect(await told(world.admin)).toEqual([["Maya Manager asks for access", "/staff"]]);
  });
});

describe("[R89] what an owner is told", () => {
  it("comes once, in the owner's language, with the end of the trial and the note", async () => {
    const { id } = await addStanding(world.house, "pending", world.owner.userId, { name: "Ақ Жол" });
    await approveAgency(asPlatform(mira, id), { id, trialDays: 30, reason: "Қош келдіңіз." });
    await react(id, "approved");
    const letters = await lettersOf(id);
    expect(letters).toMatchObject([
      { recipient: "iwan@barakah.example", locale: "kk", subject: "«Ақ Жол» мақұлданды", status: "kept" },
    ]);
    expect(letters[0]?.body).toContain("Қош келдіңіз.");
    expect(letters[0]?.body).toMatch(/\d{4}/);
  });

  it("[R75] is not sent where it is no longer so", async () => {
    const { id } = await addStanding(world.house, "pending", world.owner.userId);
    await approveAgency(asPlatform(mira, id), { id });
    await suspendAgency(asPlatform(mira, id), { id, reason: "Айып." });
    await react(id, "approved");
    await react(id, "suspended");
    expect((await lettersOf(id)).map(({ subject }) => subject)).toEqual(["«Safar pending» тоқтатыла тұрды"]);
  });

  it("says that the trial is over where it ran out during a suspension: that everything works as before was not so", async () => {
    const back = async (trialEndsAt: Date) => {
      const { id } = await addStanding(world.house, "suspended", world.owner.userId, { name: "Safar", trialEndsAt });
      await reactivateAgency(asPlatform(mira, id), { id });
      await react(id, "reactivated");
      return (await lettersOf(id)).map(({ subject }) => subject);
    };
    const word = (kind: "expired" | "reactivated") => translate("kk", `letters.${kind}.subject`, { agency: "Safar" });
    expect(await back(new Date(NOON.getTime() - HOUR))).toEqual([word("expired")]);
    expect(await back(new Date(NOON.getTime() + HOUR))).toEqual([word("reactivated")]);
  });
});
