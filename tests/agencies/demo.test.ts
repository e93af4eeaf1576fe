import { gte, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { positions } from "@/db/schema/tracking";
import { PLANS, seedStaff } from "@/db/seed/agencies";
import { type DemoLogin, openBuilder, seedDemo } from "@/db/seed/demo";
import { addPilgrims, isSilent, personCall } from "@/db/seed/people";
import { openWalk } from "@/db/seed/walk";
import { readChat } from "@/lib/chat/queries";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import { addMs, DAY, HOUR, MINUTE } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { distanceM } from "@/lib/tracking/rules/geo";
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

  it("[R83] has log-ins that no other installation has, nor the next seed where one was killed halfway", async () => {
    const [plan] = PLANS;
    const build = await openBuilder(house, plan!, NOON);
    expect(build.slug).toBe("nurani-2");
    const { owner, people } = await seedStaff(build, plan!);
    const again = [owner, ...people, ...(await addPilgrims(build, plan!.cast.pilgrims.slice(0, 12), 0))];
    const all = [...logins, ...again].map(({ password }) => password);
    expect(all.length).toBeGreaterThan(150);
    expect(new Set(all).size).toBe(all.length);
    for (const password of all) expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  });
});

const nurani = () => agencyOf("nurani");

type Seen = { user_id: string; at: string; lat: number; lng: number };
/** Where everybody of the agency was at some hour. */
async function seenAt(now: Date) {
  const agencyId = await nurani();
  const rows = await system(agencyId).transact("agency", true, (tx) =>
    tx.execute<Seen>(
      sql`select distinct on (user_id) user_id, at, lat, lng from positions
        where at <= ${now.toISOString()}::timestamptz order by user_id, at desc`,
    ),
  );
  return new Map(rows.map((row) => [row.user_id, { ...row, at: new Date(row.at) }]));
}
const namesOf = async () => {
  const rows = await system(null).transact("platform", true, (tx) =>
    tx.execute<{ id: string; username: string }>(sql`select id, username from users`),
  );
  return new Map(rows.map(({ id, username }) => [id, username]));
};
const freshAt = async (now: Date) =>
  [...(await seenAt(now)).values()].filter(({ at }) => now.getTime() - at.getTime() < 5 * MINUTE);
const fixAt = (at: Date, lat: number, lng: number) => ({
  id: newId(),
  at: at.toISOString(),
  lat,
  lng,
  accuracy: 10,
  speed: 0,
  heading: null,
  battery: 0.5,
});

describe("the demo's people", () => {
  it("walk on while the program runs, a few steps a minute and nobody twice", async () => {
    const step = openWalk(house, ["nurani", "aqjol"]);
    const before = await seenAt(NOON);
    for (let minute = 0; minute <= 30; minute += 1) await step(addMs(NOON, minute * MINUTE));
    const now = addMs(NOON, 30 * MINUTE);
    const after = await seenAt(now);
    const names = await namesOf();
    const loud = [...before.values()].filter(({ user_id }) => !isSilent(names.get(user_id) ?? ""));
    expect(loud.length).toBeGreaterThan(40);
    for (const { user_id, lat, lng } of loud) {
      const seen = after.get(user_id)!;
      expect(now.getTime() - seen.at.getTime()).toBeLessThan(MINUTE);
      expect(distanceM(seen, { lat, lng })).toBeLessThan(1_500);
      expect([seen.lat, seen.lng]).not.toEqual([lat, lng]);
    }
  });

  it("whose phones are silent stay silent, and who shares nothing is not moved", async () => {
    const names = await namesOf();
    const now = addMs(NOON, 30 * MINUTE);
    const quiet = [...(await seenAt(now)).values()].filter(({ user_id }) => isSilent(names.get(user_id) ?? ""));
    expect(quiet.length).toBeGreaterThan(2);
    for (const { at } of quiet) expect(at.getTime()).toBeLessThan(NOON.getTime());
    const sharing = await system(await nurani()).transact("agency", true, (tx) =>
      tx.execute<{ user_id: string }>(sql`select user_id from group_members where sharing = 'on'`),
    );
    expect((await freshAt(now)).length).toBeLessThan(sharing.length);
  });

  it("are there again after a day without the program", async () => {
    const now = addMs(NOON, DAY);
    expect(await freshAt(now)).toEqual([]);
    await openWalk(house, ["nurani"])(now);
    expect((await freshAt(now)).length).toBeGreaterThan(40);
  });

  it("leave alone who sends for themselves, and go on from there when they stop", async () => {
    const start = addMs(NOON, DAY + 10 * MINUTE);
    const step = openWalk(house, ["nurani"]);
    await step(start);
    const one = (await freshAt(start))[0]!;
    const agencyId = await nurani();
    const at = addMs(start, 30_000);
    const call = personCall({ runtime: house, locale: "en" }, agencyId, one.user_id, at);
    const sent = await sendPositions(call, { positions: [fixAt(at, one.lat + 0.0002, one.lng)] });
    expect(sent.rejected).toEqual([]);
    await step(addMs(start, MINUTE));
    expect((await seenAt(addMs(start, MINUTE))).get(one.user_id)?.at).toEqual(at);
    await step(addMs(start, 5 * MINUTE));
    const later = (await seenAt(addMs(start, 5 * MINUTE))).get(one.user_id)!;
    expect(later.at).toEqual(addMs(start, 5 * MINUTE));
    expect(distanceM(later, { lat: one.lat + 0.0002, lng: one.lng })).toBeLessThan(60);
  });

  it("are the seed's alone: who joined one of its groups later is never moved", async () => {
    const now = addMs(NOON, DAY + 30 * MINUTE);
    const some = (await freshAt(addMs(NOON, DAY + 15 * MINUTE)))[0]!;
    const username = (await namesOf()).get(some.user_id)!;
    const rename = (name: string) =>
      system(null).transact("platform", false, (tx) =>
        tx.execute(sql`update users set username = ${name} where id = ${some.user_id}::uuid`),
      );
    await rename("sim-123456");
    await openWalk(house, ["nurani"])(now);
    await rename(username);
    expect((await seenAt(now)).get(some.user_id)?.at).not.toEqual(now);
    expect((await freshAt(now)).length).toBeGreaterThan(40);
  });

  it("joined before now, all of them", async () => {
    const rows = await system(await nurani()).transact("agency", true, (tx) =>
      tx.execute(sql`select 1 from group_members where joined_at > ${NOON.toISOString()}::timestamptz
        union all select 1 from groups where created_at > ${NOON.toISOString()}::timestamptz`),
    );
    expect(rows).toHaveLength(0);
  });
});
