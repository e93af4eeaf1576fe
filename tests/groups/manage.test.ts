import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createGroup } from "@/lib/groups/commands/create-group";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { rotateCode, updateGroup } from "@/lib/groups/commands/update-group";
import { type CreateGroup, Group } from "@/lib/groups/contract";
import { readGroup } from "@/lib/groups/queries";
import { newId } from "@/lib/kernel/ids";
import { as, newWorld, type World } from "../support/world";
import { crowd, days, openGroup, put, within } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

let opened = 6;
/** The first is number 7; every next one bears its own. */
const input = (more: object = {}): z.input<typeof CreateGroup> => ({
  number: ++opened,
  name: "Ramadan B",
  startsAt: days(10).toISOString(),
  endsAt: days(20).toISOString(),
  timeZone: "Asia/Riyadh",
  capacity: 40,
  ...more,
});
const gate = { lat: 21.4210447, lng: 39.8258406, label: "King Abdulaziz Gate (1)" };

describe("opening a group", () => {
  it("gives it places, a meeting point and a code, in the shape the contract promises", async () => {
    const group = await createGroup(as(world.owner), input({ meetingPoint: gate }));
    expect(group).toMatchObject({
      number: 7,
      state: "upcoming",
      capacity: 40,
      members: 0,
      meetingPoint: gate,
      mine: null,
    });
    expect(group.joinCode).toMatch(/^.{4}-.{4}$/);
    expect(Group.parse(z.encode(Group, group))).toEqual(group);
  });

  it("a branch manager opens one in their own branch, and in no other", async () => {
    expect(await createGroup(as(world.manager), input())).toMatchObject({ branchId: world.agency.branchId });
    await expect(
      createGroup(as({ ...world.manager, branchId: newId() }), input({ branchId: world.agency.branchId })),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(createGroup(as(world.owner), input({ branchId: world.rival.branchId }))).rejects.toMatchObject({
      code: "branch_not_found",
    });
  });

  it.each(["leader", "viewer", "pilgrim"] as const)("a %s may not", async (who) => {
    await expect(createGroup(as(world[who]), input())).rejects.toMatchObject({ kind: "forbidden" });
  });

  it.each([
    ["endsAt", { endsAt: days(9).toISOString() }],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["capacity", { capacity: 0 }],
    ["name", { name: "   " }],
    ["name", { name: "a\u0000b" }],
    ["name", { name: "x".repeat(10_000) }],
    ["meetingPoint.lat", { meetingPoint: { ...gate, lat: 91 } }],
    ["agencyId", { agencyId: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10" }],
  ])("refuses a wrong %s and names it", async (field, wrong) => {
    await expect(createGroup(as(world.owner), input(wrong))).rejects.toMatchObject({
      code: "validation",
      details: { fields: { [field]: expect.any(Array) } },
    });
  });

  it("takes a name in any script", async () => {
    for (const name of ["عمرة رمضان ٤", "Қажылық тобы №2", "Rombongan 🕋 Al-Amin"]) {
      expect(await createGroup(as(world.owner), input({ name }))).toMatchObject({ name });
    }
  });
});

describe("changing a group", () => {
  it("changes what is given and leaves the rest", async () => {
    const group = await openGroup(world, { meetingPoint: gate });
    const changed = await updateGroup(as(world.owner), { groupId: group.id, name: "Umrah A", capacity: 12 });
    expect(changed).toMatchObject({ name: "Umrah A", capacity: 12, meetingPoint: gate, number: 4 });
    expect(await updateGroup(as(world.owner), { groupId: group.id, meetingPoint: null })).toMatchObject({
      meetingPoint: null,
      name: "Umrah A",
    });
  });

  it("[R7] fewer places than people send nobody away and let nobody in", async () => {
    const group = await openGroup(world);
    for (const who of await crowd(world, 3)) await put(world, group.id, who);
    expect(await updateGroup(as(world.owner), { groupId: group.id, capacity: 1 })).toMatchObject({
      members: 3,
      capacity: 1,
    });
    await expect(joinGroup(as(world.pilgrim), { code: group.joinCode! })).rejects.toMatchObject({ code: "group_full" });
  });

  it("never lets a trip end before it starts, whichever end is moved", async () => {
    const group = await openGroup(world);
    await expect(
      updateGroup(as(world.owner), { groupId: group.id, endsAt: days(-10).toISOString() }),
    ).rejects.toMatchObject({ code: "validation" });
  });

  it("its leader may, a pilgrim in it may not, and for anybody else it does not exist", async () => {
    const group = await openGroup(world);
    const change = { groupId: group.id, meetingPoint: gate };
    expect(await updateGroup(within(world.leader, group.id, "leader"), change)).toMatchObject({ meetingPoint: gate });
    await expect(updateGroup(within(world.pilgrim, group.id), change)).rejects.toMatchObject({ kind: "forbidden" });
    for (const who of [world.otherLeader, world.otherPilgrim, world.rivalOwner]) {
      await expect(updateGroup(as(who), change)).rejects.toMatchObject({ code: "group_not_found" });
    }
    await expect(updateGroup(as(world.viewer), change)).rejects.toMatchObject({ kind: "forbidden" });
    const move = { groupId: group.id, branchId: world.agency.branchId };
    await expect(updateGroup(within(world.leader, group.id, "leader"), move)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("the code is shown to those who may change the group, and to nobody else", async () => {
    const group = await openGroup(world);
    const { joinCode } = await rotateCode(within(world.leader, group.id, "leader"), { groupId: group.id });
    expect(await readGroup(within(world.leader, group.id, "leader"), { groupId: group.id })).toMatchObject({
      joinCode,
    });
    for (const call of [within(world.pilgrim, group.id), as(world.viewer)]) {
      expect(await readGroup(call, { groupId: group.id })).toMatchObject({
        joinCode: null,
        waiting: null,
        mayChange: false,
      });
    }
    await expect(rotateCode(within(world.pilgrim, group.id), { groupId: group.id })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
