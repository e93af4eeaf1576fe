import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "@/db/seed/demo";
import { isSilent, personCall } from "@/db/seed/people";
import { openWalk } from "@/db/seed/walk";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import { addMs, DAY, MINUTE } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { distanceM } from "@/lib/tracking/rules/geo";
import { openCall } from "@/server/doors/call";
import { type House, NOON, openHouse } from "../support/world";

/** Two agencies are filled command by command. */
const SEEDING_MS = 240_000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await seedDemo(house, NOON);
}, SEEDING_MS);
afterAll(() => house.close());

const system = (agencyId: string | null) =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now: NOON });
const nurani = async () => (await readAgencyAtDoor(system(null), { slug: "nurani" }))!.agencyId;

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
  ...{ id: newId(), at: at.toISOString(), lat, lng },
  ...{ accuracy: 10, speed: 0, heading: null, battery: 0.5 },
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
