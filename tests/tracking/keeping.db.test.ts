import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePositionDays } from "@/db/partitions";
import { positionHours, positions } from "@/db/schema/tracking";
import { fenced } from "@/db/tx";
import { DAY, HOUR } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { keepPositionDays, thinPositions } from "@/lib/tracking/commands/keeping";
import { tasks } from "@/lib/tracking/tasks";
import { openCall } from "@/server/doors/call";
import { openOwner } from "../kernel/support";
import { NOON, newWorld, type Somebody, type World } from "../support/world";
import { startWorker } from "../worker/support";
import { GATE, later, stored } from "./trip";

let world: World;
beforeEach(async () => {
  world = await newWorld();
  // Days that a house of four months would have.
  await world.house.database.sql.begin(async (tx) => {
    await tx`select set_config('role', 'qafila_platform', true)`;
    const [first, last] = [new Date(NOON.getTime() - 120 * DAY), new Date(NOON.getTime() + 14 * DAY)];
    await tx`select keep_position_days(${first.toISOString().slice(0, 10)}::date, ${last.toISOString().slice(0, 10)}::date, '2000-01-01'::date)`;
  });
});
afterEach(() => world.close());

const system = (agencyId: string | null, now = NOON) =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now });

/** Puts fixes there as if they had come in on their day. */
const put = (who: Somebody, instants: Date[]) =>
  fenced(world.house.database, "qafila_tenant", who.agencyId, false, (tx) =>
    tx.insert(positions).values(
      instants.map((at, i) => ({
        agencyId: who.agencyId,
        userId: who.userId,
        at,
        id: newId(),
        ...GATE,
        lat: GATE.lat + i / 10_000,
        source: "app" as const,
        receivedAt: at,
      })),
    ),
  );
const daysAgo = (days: number) => new Date(NOON.getTime() - days * DAY);
const instants = async (who: Somebody) => (await stored(world.house, who)).map(({ at }) => at.toISOString());
const hours = (who: Somebody) =>
  fenced(world.house.database, "qafila_tenant", who.agencyId, true, (tx) =>
    tx.select().from(positionHours).orderBy(sql`hour`),
  );

describe("[R62] keeping positions", () => {
  it("drops the days past their promise and not a fix more, in every agency", async () => {
    const rival = world.rivalOwner;
    // Ninety days are promised; the day the promise ends in is kept whole.
    const startOfLast = new Date(`${daysAgo(90).toISOString().slice(0, 10)}T00:00:00.000Z`);
    const [gone, kept] = [new Date(startOfLast.getTime() - 1), startOfLast];
    for (const who of [world.pilgrim, rival]) await put(who, [daysAgo(100), gone, kept, daysAgo(30), daysAgo(1)]);

    const dropped = await keepPositionDays(system(null), {});
    expect(dropped).toBe(30);
    for (const who of [world.pilgrim, rival]) {
      expect(await instants(who)).toEqual([kept, daysAgo(30), daysAgo(1)].map((at) => at.toISOString()));
    }
    expect(await keepPositionDays(system(null), {})).toBe(0);
  });

  it("makes the coming days, so that no fix falls between", async () => {
    await keepPositionDays(system(null, new Date(NOON.getTime() + 20 * DAY)), {});
    const ahead = new Date(NOON.getTime() + 34 * DAY);
    await put(world.pilgrim, [ahead]);
    expect(await instants(world.pilgrim)).toEqual([ahead.toISOString()]);
  });

  it("leaves the first fix of each minute after a week, and only then", async () => {
    const start = new Date(`${daysAgo(8).toISOString().slice(0, 10)}T06:00:00.000Z`);
    const old = [0, 5, 59, 60, 61, 185].map((seconds) => later(seconds, start));
    const fresh = [0, 5, 10].map((seconds) => later(seconds, daysAgo(6)));
    await put(world.pilgrim, [...old, ...fresh]);
    await put(world.rivalOwner, old);

    await thinPositions(system(world.agency.id), {});
    const left = [old[0], old[3], old[5], ...fresh].map((at) => at?.toISOString());
    expect(await instants(world.pilgrim)).toEqual(left);
    expect(await instants(world.rivalOwner)).toHaveLength(6);
    await thinPositions(system(world.agency.id), {});
    expect(await instants(world.pilgrim)).toEqual(left);
  });

  it("keeps of every hour how many, where, from when to when and how far", async () => {
    const start = new Date(`${daysAgo(8).toISOString().slice(0, 10)}T06:00:00.000Z`);
    await put(world.pilgrim, [later(0, start), later(30, start), later(90, start), later(3_700, start)]);
    await thinPositions(system(world.agency.id), {});
    await thinPositions(system(world.agency.id, new Date(NOON.getTime() + DAY)), {});

    const [first, second] = await hours(world.pilgrim);
    expect(first).toMatchObject({
      userId: world.pilgrim.userId,
      hour: start,
      fixes: 3,
      minLat: GATE.lat,
      maxLat: GATE.lat + 2 / 10_000,
      firstAt: start,
      lastAt: later(90, start),
    });
    // Two steps of a ten-thousandth of a degree.
    expect(first?.metres).toBeCloseTo(22.2, 0);
    expect(second).toMatchObject({ hour: new Date(start.getTime() + HOUR), fixes: 1, metres: 0 });
  });

  it("of days that end their promise while the house is off the summaries are kept, in every agency, before they are dropped", async () => {
    const old = [0, 5, 65].map((seconds) => later(seconds, daysAgo(100)));
    for (const who of [world.pilgrim, world.rivalOwner]) await put(who, old);
    // What the house does when it is switched on again; and then every hour.
    await makePositionDays(world.house.database.ownerUrl, new Date());
    const worker = await startWorker(world.house, tasks);
    const owner = openOwner(world.house);
    await owner`select graphile_worker.add_job('tracking.keep_days')`;
    for (const who of [world.pilgrim, world.rivalOwner]) {
      await expect.poll(() => instants(who)).toEqual([]);
      expect(await hours(who)).toMatchObject([{ userId: who.userId, fixes: 3, firstAt: old[0], lastAt: old[2] }]);
    }
    await worker.close();
    await owner.end();
  });

  it("catches up after a house that was switched off for weeks, before the days are dropped", async () => {
    const old = [0, 5, 65].map((seconds) => later(seconds, daysAgo(40)));
    await put(world.pilgrim, old);
    await thinPositions(system(world.agency.id), {});
    expect(await hours(world.pilgrim)).toMatchObject([{ fixes: 3 }]);
    expect(await instants(world.pilgrim)).toHaveLength(2);
  });
});
