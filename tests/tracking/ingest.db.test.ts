import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { type House, openHouse, populate, type World } from "../support/world";
import { by, fixAt, later, openUsual, overhear, send, shown, store, stored } from "./trip";

let house: House;
let world: World;
let groupId: string;
beforeAll(async () => {
  house = await openHouse(8);
});
beforeEach(async () => {
  world = await populate(house);
  groupId = await openUsual(world);
});
afterAll(() => house.close());

const pilgrim = () => world.pilgrim;
const latest = () => shown(world.house, world.leader, groupId, world.pilgrim.userId);

describe("[R53] a batch that is sent again", () => {
  const fixes = [fixAt(0), fixAt(60, 20), fixAt(120, 40)];

  it("inserts nothing new: the same batch, another order, part of it", async () => {
    const first = await send(world.house, pilgrim(), fixes);
    const before = await stored(world.house, pilgrim());
    const again = await send(world.house, pilgrim(), fixes);
    const shuffled = await send(world.house, pilgrim(), [...fixes].reverse());
    await send(world.house, pilgrim(), fixes.slice(1, 2));

    expect(first.accepted).toEqual(fixes.map(({ id }) => id));
    for (const receipt of [again, shuffled]) {
      expect([...receipt.accepted].sort()).toEqual([...first.accepted].sort());
      expect(receipt.rejected).toEqual([]);
    }
    expect(await stored(world.house, pilgrim())).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it("inserts nothing new under another id for the same instant", async () => {
    await send(world.house, pilgrim(), fixes);
    const renamed = fixes.map((fix) => ({ ...fix, id: newId(), lat: fix.lat + 0.00001 }));
    const receipt = await send(world.house, pilgrim(), renamed);

    expect(receipt.accepted).toEqual(renamed.map(({ id }) => id));
    const rows = await stored(world.house, pilgrim());
    expect(rows.map(({ id, lat }) => ({ id, lat }))).toEqual(fixes.map(({ id, lat }) => ({ id, lat })));
  });

  it("inserts nothing twice when it holds the same fix twice", async () => {
    await send(world.house, pilgrim(), [fixes[0], fixes[0], { ...fixes[0], id: newId() }]);
    expect(await stored(world.house, pilgrim())).toHaveLength(1);
  });

  it("inserts nothing new when fifty copies arrive at once", async () => {
    await Promise.all(Array.from({ length: 50 }, () => send(world.house, pilgrim(), fixes)));
    expect(await stored(world.house, pilgrim())).toHaveLength(3);
  });
});

describe("[R54] a fix that arrives late", () => {
  it("goes to history, moves no marker and is signalled to nobody", async () => {
    await send(world.house, pilgrim(), [fixAt(600, 50)]);
    const before = await latest();
    const heard = await overhear(world.house);
    const late = fixAt(300, 900);
    const receipt = await send(world.house, pilgrim(), [late]);

    expect(receipt).toEqual({ accepted: [late.id], rejected: [] });
    expect((await stored(world.house, pilgrim())).map(({ at }) => at)).toEqual([later(300), later(600)]);
    expect(await latest()).toEqual(before);
    expect(heard).toEqual([]);
  });

  it("is late too for a process that has just started and knows nobody", async () => {
    const other = { ...world.otherPilgrim };
    await send(world.house, other, [fixAt(600, 50)]);
    const heard = await overhear(world.house);
    await send(world.house, other, [fixAt(60, 0)]);
    expect(heard).toEqual([]);
    expect((await shown(world.house, world.leader, groupId, other.userId))?.position?.at).toEqual(later(600));
  });

  it("is late too when the newest one came through another node", async () => {
    const node = async () => ({ ...(await by(world.house, pilgrim(), later(3_600))), alone: false });
    await sendPositions(await node(), { positions: [fixAt(0)] });
    await store(world.house, pilgrim(), fixAt(600, 50));
    const heard = await overhear(world.house);
    await sendPositions(await node(), { positions: [fixAt(300, 20)] });
    expect(heard).toEqual([]);
    expect((await latest())?.position?.at).toEqual(later(600));
  });

  it("is told apart from the newest fix in the same shuffled batch", async () => {
    const heard = await overhear(world.house);
    await send(world.house, pilgrim(), [fixAt(120, 20), fixAt(0), fixAt(60, 10)]);
    expect((await latest())?.position?.at).toEqual(later(120));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      name: "position",
      payload: { groupId, positions: [{ userId: pilgrim().userId, position: { at: later(120).toISOString() } }] },
    });
  });
});

describe("[R55] a fix that cannot be", () => {
  const bad: [string, Record<string, unknown>, string][] = [
    ["from the future", { at: later(3_600 + 300).toISOString() }, "future"],
    ["older than a week", { at: later(-8 * 86_400).toISOString() }, "too_old"],
    ["at zero, zero", { lat: 0, lng: 0 }, "zero_zero"],
    ["beyond the poles", { lat: 91 }, "out_of_range"],
    ["beyond the date line", { lng: -181 }, "out_of_range"],
    ["not a number", { lat: Number.NaN }, "invalid"],
    ["in words", { lat: "21.42" }, "invalid"],
    ["without a time", { at: null }, "invalid"],
    ["with a field we do not know", { altitude: 300 }, "invalid"],
    ["too inaccurate", { accuracy: 900 }, "inaccurate"],
    ["a leap of 300 km", { lat: 24.4686, lng: 39.6112 }, "teleport"],
  ];

  it.each(bad)("is refused with its reason: %s", async (_what, wrong, reason) => {
    await send(world.house, pilgrim(), [fixAt(0)]);
    const before = await latest();
    const heard = await overhear(world.house);
    const given = { ...fixAt(60, 5), battery: 0.4, ...wrong };
    // A week-old fix is outside of the usual trip as well; what counts is that it is refused.
    const receipt = await send(world.house, pilgrim(), [given]);

    expect(receipt.accepted).toEqual([]);
    expect(receipt.rejected).toEqual([{ id: given.id, reason: reason === "too_old" ? "outside_trip" : reason }]);
    expect(await stored(world.house, pilgrim())).toHaveLength(1);
    expect((await latest())?.position).toEqual(before?.position);
    expect(
      heard.flatMap(({ payload }) => (payload as { positions: { position: unknown }[] }).positions),
    ).not.toContainEqual(expect.objectContaining({ position: expect.objectContaining({ at: given.at }) }));
  });

  it("does not spoil the good fixes of its batch", async () => {
    const good = [fixAt(0), fixAt(60, 10)];
    const receipt = await send(world.house, pilgrim(), [good[0], { ...fixAt(30), lat: 0, lng: 0 }, good[1]]);
    expect(receipt.accepted).toEqual(good.map(({ id }) => id));
    expect(receipt.rejected).toHaveLength(1);
    expect(await stored(world.house, pilgrim())).toHaveLength(2);
  });

  it("still brings its battery, in the answer and live", async () => {
    await send(world.house, pilgrim(), [fixAt(0, 0, { battery: 0.8 })]);
    const heard = await overhear(world.house);
    await send(world.house, pilgrim(), [{ ...fixAt(60), lat: 0, lng: 0, battery: 0.1 }]);

    const seen = await latest();
    expect(seen?.battery).toBeCloseTo(0.1);
    expect(seen?.batteryAt).toEqual(later(60));
    expect(seen?.position?.at).toEqual(later(0));
    expect(heard).toHaveLength(1);
    expect(heard[0]?.payload).toMatchObject({
      positions: [{ userId: pilgrim().userId, position: null, battery: 0.1, batteryAt: later(60).toISOString() }],
    });
  });

  it("leaves a battery known when a later fix says nothing of it, with the age it has", async () => {
    await send(world.house, pilgrim(), [fixAt(0, 0, { battery: 0.8 })]);
    await send(world.house, pilgrim(), [fixAt(600, 20), fixAt(1_200, 40)]);
    const seen = await latest();
    expect(seen?.position?.at).toEqual(later(1_200));
    expect([seen?.battery, seen?.batteryAt]).toEqual([expect.closeTo(0.8), later(0)]);
  });

  it("says no more of a battery that is half an hour older than the fix", async () => {
    await send(world.house, pilgrim(), [fixAt(0, 0, { battery: 0.8 })]);
    await send(world.house, pilgrim(), [{ ...fixAt(30), lat: 0, lng: 0, battery: 0.7 }]);
    await send(world.house, pilgrim(), [fixAt(1_800, 40)]);
    expect((await latest())?.battery).toBeCloseTo(0.7);
    await send(world.house, pilgrim(), [fixAt(1_900, 60)]);
    expect([(await latest())?.battery, (await latest())?.batteryAt]).toEqual([null, null]);
  });

  it("does not bring back an old battery", async () => {
    await send(world.house, pilgrim(), [fixAt(600, 0, { battery: 0.5 })]);
    await send(world.house, pilgrim(), [{ ...fixAt(60), lat: 0, lng: 0, battery: 0.9 }]);
    expect((await latest())?.battery).toBeCloseTo(0.5);
  });
});

describe("[R58] freshness", () => {
  it("comes from the time of the fix, not from when it arrived or was looked at", async () => {
    await send(world.house, pilgrim(), [fixAt(0)], later(3_000));
    for (const now of [later(3_001), later(7_200)]) {
      const seen = await shown(world.house, world.leader, groupId, pilgrim().userId, now);
      expect(seen?.position?.at).toEqual(later(0));
    }
  });

  it("is not renewed by a message without coordinates", async () => {
    await send(world.house, pilgrim(), [fixAt(0)]);
    await send(world.house, pilgrim(), [{ id: newId(), at: later(900).toISOString(), battery: 0.7 }]);
    const seen = await latest();
    expect(seen?.position?.at).toEqual(later(0));
    expect(seen?.batteryAt).toEqual(later(900));
  });
});
