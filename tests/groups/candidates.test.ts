import { afterAll, beforeAll, expect, it } from "vitest";
import { listCandidates, listMembers } from "@/lib/groups/queries";
import { newId } from "@/lib/kernel/ids";
import { addPerson, as, newWorld, type World } from "../support/world";
import { openGroup, put, within } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const found = async (groupId: string, more: object = {}, who = world.owner) =>
  (await listCandidates(as(who), { groupId, limit: 50, ...more })).data;

it("the office finds the agency's people who are not in the group, who may lead first", async () => {
  const group = await openGroup(world);
  const before = await found(group.id);
  expect(before.map(({ userId }) => userId)).toContain(world.pilgrim.userId);
  expect(before[0]).toMatchObject({ mayLead: true });
  expect(before.find(({ userId }) => userId === world.leader.userId)).toMatchObject({ mayLead: true });
  await put(world, group.id, world.pilgrim);
  const after = (await found(group.id)).map(({ userId }) => userId);
  expect(after).not.toContain(world.pilgrim.userId);
  expect(after).not.toContain(world.rivalOwner.userId);
});

it("by part of the name, taken literally", async () => {
  const group = await openGroup(world);
  const added = await addPerson(world.house, world.agency, "100%_Zainab", ["pilgrim"]);
  expect(await found(group.id, { q: "%_zai" })).toMatchObject([
    { userId: added.userId, personName: "100%_Zainab", mayLead: false },
  ]);
});

it("by part of the phone, as people write it", async () => {
  const group = await openGroup(world);
  for (const q of ["0812-345-6789", "٠٨١٢ ٣٤٥"])
    expect((await found(group.id, { q })).map(({ userId }) => userId)).toContain(world.pilgrim.userId);
});

it("a branch manager finds their branch's people and those of none", async () => {
  const group = await openGroup(world, { branchId: world.agency.branchId });
  const seen = await found(group.id, {}, world.manager);
  expect(seen.map(({ userId }) => userId)).toContain(world.pilgrim.userId);
  const elsewhere = { ...world.manager, branchId: newId() };
  await expect(found(group.id, {}, elsewhere)).rejects.toMatchObject({ code: "group_not_found" });
});

it("nobody else finds people, and only staff hear who may lead", async () => {
  const group = await openGroup(world);
  await put(world, group.id, world.leader, "leader");
  await put(world, group.id, world.pilgrim);
  const leader = within(world.leader, group.id, "leader");
  await expect(listCandidates(leader, { groupId: group.id })).rejects.toMatchObject({ kind: "forbidden" });
  const rightsFor = async (call: ReturnType<typeof as>) =>
    (await listMembers(call, { groupId: group.id, limit: 10 })).data.map(({ mayLead }) => mayLead);
  expect(await rightsFor(as(world.owner))).toEqual([true, false]);
  expect(await rightsFor(leader)).toEqual([null, null]);
});
