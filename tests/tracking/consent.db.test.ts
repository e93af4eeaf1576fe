import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { newWorld, type World } from "../support/world";
import { by, fixAt, history, later, openTrip, send, shown } from "./trip";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

/** A trip of a leader and a pilgrim who gave consent at noon. */
const tripSince = (consentAt: Date) =>
  openTrip(
    world.house,
    {
      owner: world.owner,
      members: [{ who: world.leader, role: "leader" }, { who: world.pilgrim }],
    },
    { consentAt },
  );

const turn = async (groupId: string, state: "on" | "paused" | "off", seconds: number) =>
  setSharing(await by(world.house, world.pilgrim, later(seconds)), { groupId, state });

const seen = async (groupId: string) => {
  const { data } = await history(world.house, world.leader, { groupId, userId: world.pilgrim.userId });
  return data.map(({ at }) => (at.getTime() - later(0).getTime()) / 1_000);
};

describe("[R56] what a person agreed to share", () => {
  it("begins with the consent: an older fix is refused, and nobody sees it", async () => {
    const groupId = await tripSince(later(0));
    const early = fixAt(-60);
    const fix = fixAt(60);
    const receipt = await send(world.house, world.pilgrim, [early, fix]);
    expect(receipt).toEqual({ accepted: [fix.id], rejected: [{ id: early.id, reason: "not_sharing" }] });
    expect(await seen(groupId)).toEqual([60]);
    await turn(groupId, "off", 70);
  });

  it("leaves out a pause, though what was fixed before it may still arrive", async () => {
    const groupId = await tripSince(later(100));
    await turn(groupId, "paused", 200);
    const [before, inside] = [fixAt(190), fixAt(210)];
    expect((await send(world.house, world.pilgrim, [before, inside])).rejected).toEqual([
      { id: inside.id, reason: "not_sharing" },
    ]);
    await expect(seen(groupId)).rejects.toMatchObject({ code: "position_not_found" });
    await turn(groupId, "on", 300);
    await send(world.house, world.pilgrim, [fixAt(250), fixAt(310)]);
    expect(await seen(groupId)).toEqual([190, 310]);
    await turn(groupId, "off", 320);
  });

  it("ends with off: beginning again shows nothing of before", async () => {
    const groupId = await tripSince(later(400));
    await send(world.house, world.pilgrim, [fixAt(410)]);
    await turn(groupId, "off", 420);
    await turn(groupId, "on", 430);
    expect(await seen(groupId)).toEqual([]);
    expect(await shown(world.house, world.leader, groupId, world.pilgrim.userId)).toMatchObject({ position: null });
    await turn(groupId, "off", 440);
  });

  it("in one group tells nothing to another joined later", async () => {
    const first = await tripSince(later(500));
    await send(world.house, world.pilgrim, [fixAt(510)]);
    const second = await tripSince(later(520));
    expect(await seen(first)).toEqual([510]);
    expect(await seen(second)).toEqual([]);
  });
});
