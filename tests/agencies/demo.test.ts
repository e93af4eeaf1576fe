import { gte } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { positions } from "@/db/schema/tracking";
import { PLANS } from "@/db/seed/agencies";
import { type DemoLogin, seedDemo } from "@/db/seed/demo";
import { personCall } from "@/db/seed/people";
import { readChat } from "@/lib/chat/queries";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import { addMs, HOUR } from "@/lib/kernel/clock";
import { openCall } from "@/server/doors/call";
import { type House, NOON, openHouse } from "../support/world";

/** Two agencies are filled command by command. */
const SEEDING_MS = 240_000;
let house: House;
let logins: DemoLogin[];
beforeAll(async () => {
  house = await openHouse();
  logins = await seedDemo(house, NOON);
}, SEEDING_MS);
afterAll(() => house.close());

const system = (agencyId: string | null) =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now: NOON });
const agencyOf = async (slug: string) => (await readAgencyAtDoor(system(null), { slug }))!.agencyId;
const groupsOf = async (slug: string) => (await listGroups(system(await agencyOf(slug)), { limit: 100 })).data;

describe("the demo", () => {
  it("has two agencies, each with owner, admin, managers, leaders and a pilgrim to log in as", () => {
    const roles = ["owner", "admin", "manager", "manager", "leader", "leader", "leader", "leader", "pilgrim"];
    for (const { name, slug } of PLANS) {
      const mine = logins.filter(({ agency }) => agency === name);
      expect(mine.slice(0, roles.length).map(({ role }) => role)).toEqual(roles);
      expect(new Set(mine.slice(roles.length).map(({ role }) => role))).toEqual(new Set(["pilgrim"]));
      expect(mine[roles.length - 1]).toMatchObject({ identifier: `${slug}.pilgrim01`, path: `/a/${slug}/my` });
      expect(mine[0]).toMatchObject({ identifier: `${slug}.owner`, path: `/a/${slug}/office` });
    }
  });

  it("has a group under way in Makkah with its leader, a helper, and most of its people sharing", async () => {
    const groups = await groupsOf("nurani");
    expect(groups.map(({ number, state, members }) => [number, state, members])).toEqual([
      [18, "upcoming", 17],
      [11, "running", 15],
      [4, "running", 43],
      [2, "past", 9],
    ]);
    const four = groups.find(({ number }) => number === 4)!;
    expect(four).toMatchObject({ timeZone: "Asia/Riyadh", meetingPoint: { lat: 21.4210447, lng: 39.8258406 } });
    const { data } = await listMembers(system(await agencyOf("nurani")), { groupId: four.id, limit: 100 });
    const count = (test: (one: (typeof data)[number]) => boolean) => data.filter(test).length;
    expect([count(({ role }) => role === "leader"), count(({ role }) => role === "helper")]).toEqual([1, 1]);
    expect(count(({ sharing }) => sharing === "on")).toBeGreaterThan(30);
    expect(new Set(data.map(({ phone }) => phone)).size).toBe(43);
  });

  it("has people who talk, with something for the first pilgrim still to read", async () => {
    const agencyId = await agencyOf("nurani");
    const four = (await groupsOf("nurani")).find(({ number }) => number === 4)!;
    const { data } = await listMembers(system(agencyId), { groupId: four.id, limit: 100 });
    const { userId } = data.find(({ personName }) => personName === "Siti Aminah")!;
    const call = personCall({ runtime: house, locale: "id" }, agencyId, userId, NOON, { groups: [four.id] });
    const chat = await readChat(call, { groupId: four.id });
    expect(chat).toMatchObject({ lastSeq: 30, unread: 3, leadersOnly: false });
    expect(chat.members.some(({ seq }) => seq === 30)).toBe(true);
  });

  it("has seen where they are in the last hour", async () => {
    const agencyId = await agencyOf("nurani");
    const seen = await system(agencyId).transact("agency", true, (tx) =>
      tx
        .selectDistinct({ userId: positions.userId })
        .from(positions)
        .where(gte(positions.at, addMs(NOON, -HOUR))),
    );
    expect(seen.length).toBeGreaterThan(40);
  });

  it("has between 40 and 80 pilgrims in each agency, nobody twice", async () => {
    for (const { cast, trips, slug } of PLANS) {
      expect(new Set(cast.pilgrims).size).toBe(cast.pilgrims.length);
      expect(trips.reduce((sum, { size }) => sum + size, 0)).toBe(cast.pilgrims.length);
      expect(cast.pilgrims.length).toBeGreaterThanOrEqual(40);
      expect(cast.pilgrims.length).toBeLessThanOrEqual(80);
      expect((await groupsOf(slug)).some(({ state }) => state === "running")).toBe(true);
    }
  });

  it("[R83] has log-ins that no other installation has", { timeout: SEEDING_MS }, async () => {
    const again = await seedDemo(house, NOON);
    expect(again.map(({ path }) => path)).toContain("/a/nurani-2/office");
    const all = [...logins, ...again].map(({ password }) => password);
    expect(all.length).toBeGreaterThan(200);
    expect(new Set(all).size).toBe(all.length);
    for (const password of all) expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  });
});
