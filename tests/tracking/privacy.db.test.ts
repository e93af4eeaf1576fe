import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { lookAtGroup, lookAtTrails } from "@/lib/tracking/commands/look";
import { listLooks } from "@/lib/tracking/queries";
import { as, type House, openHouse, populate, type Somebody, type World } from "../support/world";
import { by, fixAt, history, later, openTrip, openUsual, overhear, send, shown, stored } from "./trip";

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

const NOW = later(3_600);
const ref = () => ({ groupId, userId: world.pilgrim.userId });
const share = async (who: Somebody, state: "on" | "paused" | "off") =>
  setSharing(await by(world.house, who, NOW), { groupId, state });
const look = async (who: Somebody, now = NOW) => lookAtGroup(await by(world.house, who, now), { groupId });
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe.each(["paused", "off"] as const)("[R56] sharing that is %s", (state) => {
  beforeEach(async () => {
    await send(world.house, world.pilgrim, [fixAt(0, 0, { battery: 0.6 }), fixAt(60, 10)]);
    await share(world.pilgrim, state);
  });

  it("is a state on the map, without a coordinate or a battery", async () => {
    expect(await shown(world.house, world.leader, groupId, world.pilgrim.userId)).toEqual({
      userId: world.pilgrim.userId,
      sharing: state,
      position: null,
      battery: null,
      batteryAt: null,
    });
  });

  it("leaves no trail of where somebody went before", async () => {
    expect(await lookAtTrails(await by(world.house, world.leader, later(120)), { groupId })).toEqual({});
  });

  it.each(["json", "gpx", "geojson", "csv"] as const)("gives nobody else a history as %s", async (format) => {
    for (const viewer of [world.leader, world.owner, world.otherPilgrim]) {
      await expect(history(world.house, viewer, ref(), format)).rejects.toThrow();
    }
    expect((await history(world.house, world.pilgrim, ref(), format)).data).toHaveLength(2);
  });

  it("takes no further position, not even its battery, and tells nobody", async () => {
    const heard = await overhear(world.house);
    const fix = fixAt(3_610, 20, { battery: 0.1 });
    const bad = { ...fixAt(3_620, 20, { battery: 0.1 }), lat: 0, lng: 0 };
    const receipt = await send(world.house, world.pilgrim, [fix, bad]);
    expect(receipt).toEqual({
      accepted: [],
      rejected: [fix, bad].map(({ id }) => ({ id, reason: "not_sharing" })),
    });
    expect(await stored(world.house, world.pilgrim)).toHaveLength(2);
    await share(world.pilgrim, "on");
    expect((await shown(world.house, world.leader, groupId, world.pilgrim.userId))?.batteryAt).toEqual(null);
    expect(heard).toEqual([]);
  });

  it("ends when sharing is turned on again", async () => {
    await share(world.pilgrim, "on");
    await send(world.house, world.pilgrim, [fixAt(3_620, 20)]);
    const seen = await shown(world.house, world.leader, groupId, world.pilgrim.userId);
    expect(seen?.position?.at).toEqual(later(3_620));
  });
});

describe("[R59] [R79] who may look", () => {
  beforeEach(() => send(world.house, world.pilgrim, [fixAt(0)]));

  it("is the group's leader and the back office", async () => {
    for (const viewer of [world.leader, world.owner, world.admin]) {
      expect((await look(viewer)).data).toHaveLength(3);
      expect((await history(world.house, viewer, ref())).data).toHaveLength(1);
    }
  });

  it("is not another group's leader, for whom the group does not exist", async () => {
    await openTrip(world.house, { owner: world.owner, members: [{ who: world.otherLeader, role: "leader" }] });
    await expect(look(world.otherLeader)).rejects.toEqual(code("group_not_found"));
    await expect(history(world.house, world.otherLeader, ref())).rejects.toEqual(code("group_not_found"));
  });

  it("is not a fellow pilgrim; one's own way everybody may read", async () => {
    await expect(look(world.otherPilgrim)).rejects.toEqual(code("forbidden"));
    await expect(history(world.house, world.otherPilgrim, ref())).rejects.toEqual(code("forbidden"));
    expect((await history(world.house, world.pilgrim, ref())).data).toHaveLength(1);
  });

  it("is not a viewer of the agency", async () => {
    await expect(look(world.viewer)).rejects.toEqual(code("forbidden"));
    await expect(history(world.house, world.viewer, ref())).rejects.toEqual(code("forbidden"));
  });

  it("is not a branch manager of another branch", async () => {
    await expect(look(world.manager)).rejects.toEqual(code("group_not_found"));
  });

  it("is nobody of another agency, with or without the id", async () => {
    await expect(look(world.rivalOwner)).rejects.toEqual(code("group_not_found"));
    await expect(history(world.house, world.rivalOwner, ref())).rejects.toEqual(code("group_not_found"));
    const intruder = as(world.rivalOwner, { leads: [groupId], groups: [groupId] }, NOW);
    await expect(lookAtGroup(intruder, { groupId })).rejects.toEqual(code("group_not_found"));
  });

  it("is nobody for a member who was removed, and the removed see nothing", async () => {
    await removeMember(as(world.owner, {}, NOW), { groupId, userId: world.pilgrim.userId });
    expect((await look(world.leader)).data.map(({ userId }) => userId)).not.toContain(world.pilgrim.userId);
    await expect(history(world.house, world.leader, ref())).rejects.toEqual(code("position_not_found"));
    const receipt = await send(world.house, world.pilgrim, [fixAt(60)]);
    expect(receipt.rejected).toMatchObject([{ reason: "not_sharing" }]);
    await removeMember(as(world.owner, {}, NOW), { groupId, userId: world.leader.userId });
    await expect(look(world.leader)).rejects.toEqual(code("group_not_found"));
  });
});

describe("[R59] the trip window", () => {
  const window = async (startsAt: Date, endsAt: Date) =>
    updateGroup(as(world.owner), { groupId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });

  it("refuses fixes from before and after it, to the second", async () => {
    await window(later(0), later(600));
    const inside = [fixAt(0), fixAt(600)];
    const outside = [fixAt(-1), fixAt(601)];
    const receipt = await send(world.house, world.pilgrim, [...inside, ...outside]);
    expect(receipt.accepted).toEqual(inside.map(({ id }) => id));
    expect(receipt.rejected).toEqual(outside.map(({ id }) => ({ id, reason: "outside_trip" })));
  });

  it.each([
    ["before it begins", later(-1)],
    ["after it ends", later(1_801)],
  ])("shows nobody %s", async (_when, now) => {
    await send(world.house, world.pilgrim, [fixAt(60)]);
    await window(later(0), later(1_800));
    const { data } = await look(world.leader, now);
    expect(data.every(({ position }) => position === null)).toBe(true);
    expect((await look(world.leader, later(900))).data.some(({ position }) => position)).toBe(true);
  });

  it("signals nothing for a trip that is over, though its last fixes are kept", async () => {
    await window(later(0), later(1_800));
    const heard = await overhear(world.house);
    const receipt = await send(world.house, world.pilgrim, [fixAt(1_700)], later(1_900));
    expect(receipt.accepted).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it("cuts a history to it", async () => {
    await send(world.house, world.pilgrim, [fixAt(0), fixAt(600, 5), fixAt(1_200, 10)]);
    await window(later(300), later(900));
    expect((await history(world.house, world.leader, ref())).data.map(({ at }) => at)).toEqual([later(600)]);
  });
});

describe("who looked", () => {
  it("is on record, one line an hour, and shown to the person looked at", async () => {
    await send(world.house, world.pilgrim, [fixAt(0)]);
    await look(world.leader);
    await look(world.leader);
    await history(world.house, world.leader, ref(), "gpx");
    await history(world.house, world.owner, ref());
    await history(world.house, world.pilgrim, ref());

    const { data } = await listLooks(await by(world.house, world.pilgrim, later(7_200)), { groupId });
    const told = data.map(({ viewerName, what, of }) => `${viewerName} ${what} ${of}`);
    expect(told.sort()).toEqual(["Lukman Leader export me", "Lukman Leader map group", "Rahma Owner history me"]);
  });

  it("tells a pilgrim nothing about looks at somebody else", async () => {
    await send(world.house, world.pilgrim, [fixAt(0)]);
    await history(world.house, world.leader, ref());
    const { data } = await listLooks(await by(world.house, world.otherPilgrim, later(7_200)), { groupId });
    expect(data).toEqual([]);
  });
});
