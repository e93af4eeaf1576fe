import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as approveRoute } from "@/app/api/v1/admin/agencies/[id]/approve/route";
import { GET as readFile } from "@/app/api/v1/admin/agencies/[id]/route";
import { GET as listRoute } from "@/app/api/v1/admin/agencies/route";
import { GET as readRoute } from "@/app/api/v1/agency/route";
import { POST as orderRoute } from "@/app/api/v1/orders/route";
import { POST as askRoute } from "@/app/api/v1/permission-requests/route";
import { POST as issueRoute } from "@/app/api/v1/trackers/route";
import { facts, later } from "@/db/schema/kernel";
import { fenced } from "@/db/tx";
import { clearCaches, closeAccess, takeAccess } from "@/lib/agencies/commands/access";
import {
  approveAgency,
  askAgency,
  endTrial,
  reactivateAgency,
  rejectAgency,
  setTrial,
  suspendAgency,
  warnOfTrial,
} from "@/lib/agencies/commands/decide";
import { listAccesses, readAgency } from "@/lib/agencies/queries/agency";
import { exportAgencies, listAgencies, readAgencyFile, readStatistics } from "@/lib/agencies/queries/platform";
import { goesOn } from "@/lib/groups/policy";
import { addMs, DAY, HOUR } from "@/lib/kernel/clock";
import { openCall } from "@/server/doors/call";
import { forgetSession } from "@/server/doors/session-memory";
import { signIn } from "../house/visitors";
import { ask, type Doorway, newDoorway } from "../identity/doorway";
import { as, NOON, type Somebody } from "../support/world";
import { addStanding, addSuperAdmin, asPlatform } from "./support";

let door: Doorway;
let mira: Somebody;
beforeAll(async () => {
  door = await newDoorway();
  mira = await addSuperAdmin(door.house);
});
afterAll(() => door.close());

const standing = (status: "pending" | "trial" | "suspended" | "active" | "expired", more: object = {}) =>
  addStanding(door.house, status, door.owner.userId, more);
const house = (agencyId: string, now = NOON) =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now });
const reason = "The licence has expired.";
const decisionsOf = async (id: string) => {
  const rows = await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
    tx.select({ payload: facts.payload }).from(facts).where(eq(facts.agencyId, id)),
  );
  return rows.flatMap(({ payload }) => (payload as { decision?: string }).decision ?? []);
};

describe("the life of an agency", () => {
  it("approved it is on trial, whose warning and end are planned, and its owner hears of it", async () => {
    const { id } = await standing("pending");
    const approved = await approveAgency(asPlatform(mira, id), { id, trialDays: 60, reason: "Selamat datang." });
    expect(approved).toEqual({ id, status: "trial", trialEndsAt: addMs(NOON, 60 * DAY) });
    const plans = await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
      tx.select({ task: later.task, runAt: later.runAt }).from(later).where(eq(later.agencyId, id)),
    );
    expect(plans.toSorted((a, b) => a.task.localeCompare(b.task))).toEqual([
      { task: "agencies.trial_end", runAt: addMs(NOON, 60 * DAY) },
      { task: "agencies.trial_warning", runAt: addMs(NOON, 53 * DAY) },
    ]);
    expect(await decisionsOf(id)).toEqual(["approved"]);
  });

  it.each([
    ["approve", approveAgency, ["trial", "active", "suspended", "expired"]],
    ["reject", rejectAgency, ["trial", "active", "suspended", "expired"]],
    ["ask", askAgency, ["trial", "active"]],
    ["suspend", suspendAgency, ["pending", "suspended"]],
    ["reactivate", reactivateAgency, ["pending", "trial", "active", "expired"]],
    ["set a trial for", setTrial, ["pending", "active", "suspended"]],
  ] as const)("nobody can %s one that does not stand there", async (_verb, use, statuses) => {
    for (const status of statuses) {
      const { id } = await standing(status as "pending");
      await expect(
        use(asPlatform(mira, id), { id, reason, trialDays: 30 } as never).catch((e) => e),
      ).resolves.toMatchObject(
        use === approveAgency || use === setTrial
          ? { code: "agency_status_changed", details: { status } }
          : { code: expect.stringMatching(/agency_status_changed|validation/) },
      );
    }
  });

  it("a rejection and a suspension need a reason, which owners read and pilgrims do not", async () => {
    const { id } = await standing("active");
    await expect(suspendAgency(asPlatform(mira, id), { id } as never)).rejects.toMatchObject({ code: "validation" });
    await suspendAgency(asPlatform(mira, id), { id, reason });
    const inside = { ...door.owner, agencyId: id };
    expect(await readAgency(as(inside), {})).toMatchObject({ status: "suspended", own: { decisionReason: reason } });
    expect((await readAgency(as({ ...inside, roles: ["pilgrim"] }), {})).own).toBeNull();
    expect(await reactivateAgency(asPlatform(mira, id), { id })).toMatchObject({ status: "active" });
  });

  it("comes back from a suspension to what is left of its trial", async () => {
    const ends = addMs(NOON, DAY);
    const lasting = await standing("suspended", { trialEndsAt: ends });
    const over = await standing("suspended", { trialEndsAt: addMs(NOON, -DAY) });
    const back = ({ id }: { id: string }) => reactivateAgency(asPlatform(mira, id), { id });
    expect(await back(lasting)).toMatchObject({ status: "trial", trialEndsAt: ends });
    expect(await back(over)).toMatchObject({ status: "expired" });
  });

  it("a trial speaks of its end a week before, once, and ends when it is due and not before", async () => {
    const { id } = await standing("trial", { trialEndsAt: addMs(NOON, 8 * DAY) });
    expect(await warnOfTrial(house(id), { id })).toEqual({ warned: false });
    expect(await warnOfTrial(house(id, addMs(NOON, DAY)), { id })).toEqual({ warned: true });
    expect(await warnOfTrial(house(id, addMs(NOON, 2 * DAY)), { id })).toEqual({ warned: false });
    expect(await endTrial(house(id, addMs(NOON, 7 * DAY)), { id })).toEqual({ ended: false });
    expect(await endTrial(house(id, addMs(NOON, 8 * DAY)), { id })).toEqual({ ended: true });
    expect(await endTrial(house(id, addMs(NOON, 9 * DAY)), { id })).toEqual({ ended: false });
    expect(await setTrial(asPlatform(mira, id), { id, trialDays: 14 })).toMatchObject({ status: "trial" });
  });

  it("of two who decide at the same moment one is told that it is no longer so", async () => {
    const { id } = await standing("pending");
    const both = [approveAgency(asPlatform(mira, id), { id }), rejectAgency(asPlatform(mira, id), { id, reason })];
    const answers = await Promise.allSettled(both);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await decisionsOf(id)).toHaveLength(1);
  });

  it("paused, a trip that runs goes on until it ends, and nothing else does", () => {
    const trip = { startsAt: addMs(NOON, -DAY), endsAt: addMs(NOON, DAY) };
    expect(goesOn({ readOnly: true, now: NOON }, trip)).toBe(true);
    expect(goesOn({ readOnly: true, now: addMs(NOON, DAY + 1) }, trip)).toBe(false);
    expect(goesOn({ readOnly: true, now: addMs(NOON, -DAY - 1) }, trip)).toBe(false);
    expect(goesOn({ readOnly: false, now: addMs(NOON, 9 * DAY) }, trip)).toBe(true);
  });
});

describe("the platform", () => {
  it("lists agencies by status, words and order, page by page, and as a file", async () => {
    const call = asPlatform(mira);
    const one = await standing("pending", { name: "Zamzam 100% Tour", licenceNumber: "PPIU-77" });
    expect((await listAgencies(call, { q: "100%" })).data.map(({ id }) => id)).toEqual([one.id]);
    expect((await listAgencies(call, { q: "ppiu-7" })).data).toHaveLength(1);
    for (const sort of ["newest", "oldest", "name", "trial"] as const) {
      const all = (await exportAgencies(call, { sort })).data.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listAgencies(call, { sort, limit: 3, cursor });
        paged.push(...page.data.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([sort, paged]).toEqual([sort, all]);
    }
    const waiting = (await listAgencies(call, { status: "pending" })).data;
    expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set(["pending"]));
  });

  it("knows before it decides who the owner is and whether the licence is another's, and no pilgrim", async () => {
    const { id } = await standing("pending", { licenceNumber: "U-1 / 2020" });
    const twin = await standing("active", { licenceNumber: "u-1/2020", name: "Twin Tours" });
    const file = await readAgencyFile(asPlatform(mira), { id });
    expect(file).toMatchObject({
      sameLicence: ["Twin Tours"],
      staff: 1,
      pilgrims: 0,
      owners: [{ emailProven: false }],
    });
    expect(file.owners[0]?.otherAgencies).toBeGreaterThan(0);
    expect(JSON.stringify(await readAgencyFile(asPlatform(mira), { id: twin.id }))).not.toContain("Siti Pilgrim");
    const figures = await readStatistics(asPlatform(mira), {});
    expect(figures.agencies.pending).toBeGreaterThan(0);
    expect(figures.weeks).toHaveLength(12);
    expect(figures.weeks.at(-1)?.agencies).toBeGreaterThan(0);
  });

  it("is no business of an owner: not told whether an agency is there", async () => {
    const { id } = await standing("pending");
    const token = await signIn(door.house, door.owner);
    const asked = (path: string) => ask(approveRoute, { token, params: { id: path }, body: {} });
    expect((await asked(id)).status).toBe(403);
    expect((await asked(crypto.randomUUID())).status).toBe(403);
    expect((await ask(listRoute, { method: "GET", token })).status).toBe(403);
    expect((await ask(approveRoute, { params: { id }, body: {} })).status).toBe(401);
    const root = await signIn(door.house, mira);
    expect((await ask(approveRoute, { token: root, params: { id: crypto.randomUUID() }, body: {} })).status).toBe(404);
    expect(await ask(approveRoute, { token: root, params: { id }, body: { trialDays: 14 } })).toMatchObject({
      status: 200,
      body: { status: "trial" },
    });
  });

  it("looks into an agency for an hour as a viewer who changes nothing, with a reason the owner reads; then it is over", async () => {
    const token = await signIn(door.house, mira);
    const look = () => ask(readRoute, { method: "GET", token, agency: door.agency.slug });
    expect((await look()).body.error).toBe("agency_not_found");
    const { id } = await takeAccess(asPlatform(mira, door.agency.id, new Date()), { id: door.agency.id, reason });
    await expect.poll(async () => (await look()).status).toBe(200);
    expect((await listAccesses(as(door.owner), {})).data).toMatchObject([{ id, reason, endedAt: null }]);
    await expect(listAccesses(as(door.viewer), {})).rejects.toMatchObject({ kind: "forbidden" });
    expect((await ask(readFile, { method: "GET", token, params: { id: door.agency.id } })).body).toMatchObject({
      accesses: [{ id, personName: "Mira Dahlan" }],
    });
    const given = { agency: door.agency.slug, token };
    for (const [route, body] of [
      [issueRoute, { kind: "osmand", name: "Mine" }],
      [askRoute, { permission: "export_data", reason: "To look closer." }],
      [orderRoute, { lines: [{ variantId: crypto.randomUUID(), quantity: 1 }] }],
    ] as const) {
      expect(await ask(route, { ...given, body })).toMatchObject({ status: 403, body: { error: "agency_read_only" } });
    }
    await closeAccess(house(door.agency.id, addMs(new Date(), HOUR)), { id });
    await expect.poll(async () => (await look()).body.error).toBe("agency_not_found");
  });

  it("an hour that is over opens nothing, whether or not anybody closed it", async () => {
    const then = addMs(new Date(), -HOUR - 1_000);
    await takeAccess(asPlatform(mira, door.rival.id, then), { id: door.rival.id, reason });
    await forgetSession(mira.userId);
    const token = await signIn(door.house, mira);
    const look = await ask(readRoute, { method: "GET", token, agency: door.rival.slug });
    expect(look.body.error).toBe("agency_not_found");
  });

  it("clears what is remembered of an agency", async () => {
    const { people } = await clearCaches(asPlatform(mira, door.agency.id), { id: door.agency.id });
    expect(people).toBe(8);
  });
});
