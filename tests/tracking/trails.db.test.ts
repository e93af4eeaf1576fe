import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { lookAtTrails } from "@/lib/tracking/commands/look";
import { readClue } from "@/lib/tracking/rules/near";
import { type House, openHouse, populate, type World } from "../support/world";
import { by, fixAt, GATE, later, openTrip, openUsual, send } from "./trip";

let house: House;
let world: World;
let groupId: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  world = await populate(house);
  groupId = await openUsual(world);
});
afterAll(() => house.close());

const MINUTE_S = 60;
const trailOf = async (minutes: number) => {
  const trails = await lookAtTrails(await by(house, world.leader, later(minutes * MINUTE_S)), { groupId });
  return trails[world.pilgrim.userId] ?? [];
};
const minutesOf = (trail: { at: Date }[]) => trail.map(({ at }) => (at.getTime() - later(0).getTime()) / 60_000);
const walk = async (minutes: number[], north: (minute: number) => number) => {
  const fixes = minutes.map((minute) => fixAt(minute * MINUTE_S, north(minute)));
  await send(house, world.pilgrim, fixes, later(minutes.at(-1)! * MINUTE_S));
};
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, minute) => minute);

describe("a map that is opened", () => {
  it("knows of each two minutes the last place, the newest among them, and nothing older than twenty minutes", async () => {
    await walk(upTo(30), (minute) => minute * 20);
    expect(minutesOf(await trailOf(30))).toEqual([11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 30]);
  });

  it("tells at once who walks off and who waits, as one that was open all the while", async () => {
    await walk(upTo(10), (minute) => minute * 60);
    expect(readClue(await trailOf(10), GATE, later(10 * MINUTE_S))).toMatchObject({ kind: "walking_off" });
    await walk([11, 12, 13, 14, 15, 16], () => 600);
    expect(readClue(await trailOf(16), GATE, later(16 * MINUTE_S))).toMatchObject({ kind: "still" });
  });

  it("[R56] shows nothing of before a pause that is over", async () => {
    await walk(upTo(4), () => 0);
    for (const [minute, state] of [
      [5, "paused"],
      [7, "on"],
    ] as const)
      await setSharing(await by(house, world.pilgrim, later(minute * MINUTE_S)), { groupId, state });
    await walk([8], () => 0);
    expect(minutesOf(await trailOf(9))).toEqual([8]);
  });

  it("[R59] after the trip shows nobody's trail", async () => {
    const ended = {
      owner: world.owner,
      members: [{ who: world.leader, role: "leader" }, { who: world.pilgrim }],
    } as const;
    groupId = await openTrip(house, ended, { endsAt: later(6 * MINUTE_S) });
    await walk(upTo(5), () => 0);
    expect(await trailOf(5)).not.toEqual([]);
    expect(await trailOf(7)).toEqual([]);
  });
});
