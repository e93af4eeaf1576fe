import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { facts } from "@/db/schema/kernel";
import { followStanding } from "@/lib/groups/commands/follow-standing";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { addMember, removeMember, updateMember } from "@/lib/groups/commands/members";
import { approveRequest, rejectRequest } from "@/lib/groups/commands/requests";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { type Group, MemberPage } from "@/lib/groups/contract";
import { listJoinRequests, listMembers, listMyRequests, readGroup } from "@/lib/groups/queries";
import { removeUser } from "@/lib/users/commands/change";
import { systemCall } from "../inventory/support";
import { addPerson, as, newWorld, type World } from "../support/world";
import { crowd, days, openGroup, put, within } from "./support";

let world: World;
let group: Group;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  group = await openGroup(world);
  await put(world, group.id, world.leader, "leader");
  await put(world, group.id, world.pilgrim);
});
afterAll(() => world.close());

const who = (userId: string) => ({ groupId: group.id, userId });
const told = (name: string) =>
  as(world.owner).transact("agency", true, (tx) =>
    tx.select().from(facts).where(sql`name = ${name} and payload->>'groupId' = ${group.id}`).orderBy(facts.id),
  );

describe("the roster", () => {
  it("names leaders first, and shows a pilgrim no phone but the leader's and their own", async () => {
    await put(world, group.id, world.otherPilgrim, "helper");
    const seen = await listMembers(within(world.pilgrim, group.id), { groupId: group.id });
    expect(seen.data.map(({ role, phone, sharing }) => ({ role, phone, sharing }))).toEqual([
      { role: "leader", phone: "+628123456789", sharing: null },
      { role: "helper", phone: null, sharing: null },
      { role: "pilgrim", phone: "+628123456789", sharing: "off" },
    ]);
    expect(z.encode(MemberPage, seen).data).toHaveLength(3);
  });

  it("shows a leader who travels in another's group no more than any pilgrim there", async () => {
    const guest = await addPerson(world.house, world.agency, "Lukman Tamu", ["leader"]);
    await put(world, group.id, guest);
    const { data } = await listMembers(within(guest, group.id), { groupId: group.id });
    expect(data.map(({ phone, sharing }) => ({ known: phone !== null, sharing }))).toEqual([
      { known: true, sharing: null },
      { known: true, sharing: "off" },
      { known: false, sharing: null },
    ]);
  });

  it("shows the leader and the office every phone", async () => {
    for (const call of [within(world.leader, group.id, "leader"), as(world.owner), as(world.viewer)]) {
      const { data } = await listMembers(call, { groupId: group.id });
      expect(data.map(({ phone }) => phone)).toEqual(["+628123456789", "+628123456789"]);
    }
  });

  it("is found by name, role and sub-group, page by page", async () => {
    await updateGroup(as(world.owner), { groupId: group.id, capacity: 40 });
    for (const one of await crowd(world, 23))
      await addMember(as(world.owner), { ...who(one.userId), role: "pilgrim", subGroup: "Bus 2" });
    const names: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listMembers(as(world.owner), { groupId: group.id, limit: 10, ...(cursor ? { cursor } : {}) });
      names.push(...page.data.map(({ userId }) => userId));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(new Set(names).size).toBe(25);
    const count = async (more: object) =>
      (await listMembers(as(world.owner), { groupId: group.id, limit: 100, ...more })).data.length;
    expect([await count({ q: "jamaah" }), await count({ role: "leader" }), await count({ subGroup: "Bus 2" })]).toEqual(
      [23, 1, 23],
    );
  });

  it("does not exist for another group's people, another agency's, or strangers", async () => {
    for (const one of [world.otherLeader, world.otherPilgrim, world.rivalOwner]) {
      await expect(listMembers(as(one), { groupId: group.id })).rejects.toMatchObject({ code: "group_not_found" });
    }
  });
});

describe("leaders and helpers", () => {
  it("staff make leaders of those who are leaders in the agency", async () => {
    expect(
      await addMember(as(world.manager), { ...who(world.otherLeader.userId), role: "leader" }).catch((e) => e.code),
    ).toBe("group_not_found");
    expect(await addMember(as(world.admin), { ...who(world.otherLeader.userId), role: "leader" })).toMatchObject({
      role: "leader",
    });
    await expect(updateMember(as(world.owner), { ...who(world.pilgrim.userId), role: "leader" })).rejects.toMatchObject(
      { code: "not_a_leader" },
    );
  });

  it("[R83] a leader makes helpers and no leaders; a helper and a pilgrim make nobody anything", async () => {
    const leader = within(world.leader, group.id, "leader");
    expect(await updateMember(leader, { ...who(world.pilgrim.userId), role: "helper" })).toMatchObject({
      role: "helper",
    });
    await put(world, group.id, world.otherLeader);
    await expect(updateMember(leader, { ...who(world.otherLeader.userId), role: "leader" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(updateMember(leader, { ...who(world.leader.userId), role: "pilgrim" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const helper = within(world.pilgrim, group.id, "helper");
    await expect(updateMember(helper, { ...who(world.pilgrim.userId), role: "leader" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      updateMember(within(world.otherPilgrim, group.id), { ...who(world.pilgrim.userId), role: "helper" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    expect(await updateMember(helper, { ...who(world.otherLeader.userId), subGroup: "Bus 1" })).toMatchObject({
      subGroup: "Bus 1",
      role: "pilgrim",
    });
  });

  it("a helper sees the roster as a leader does", async () => {
    const { data } = await listMembers(within(world.pilgrim, group.id, "helper"), { groupId: group.id });
    expect(data.every(({ sharing }) => sharing !== null)).toBe(true);
  });

  it("nobody is added from another agency", async () => {
    await expect(
      addMember(as(world.owner), { ...who(world.rivalOwner.userId), role: "pilgrim" }),
    ).rejects.toMatchObject({ code: "member_not_found" });
  });
});

describe("leaving and being removed", () => {
  it("[R5] frees the place, ends the sharing, and tells whoever must cut the streams", async () => {
    await removeMember(within(world.pilgrim, group.id), who(world.pilgrim.userId));
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ members: 1 });
    const [fact] = await told("groups.left");
    expect(fact).toMatchObject({ payload: { userId: world.pilgrim.userId, why: "left" } });
    expect(fact!.audiences).toContain(`agency:${world.agency.id}:person:${world.pilgrim.userId}`);
    await expect(removeMember(as(world.owner), who(world.pilgrim.userId))).rejects.toMatchObject({
      code: "member_not_found",
    });
    expect(await joinGroup(as(world.pilgrim), { code: group.joinCode! })).toMatchObject({ outcome: "joined" });
  });

  it("a leader sends pilgrims away, staff leaders too, pilgrims nobody", async () => {
    await put(world, group.id, world.otherLeader, "leader");
    await put(world, group.id, world.otherPilgrim);
    await expect(removeMember(within(world.pilgrim, group.id), who(world.otherPilgrim.userId))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await removeMember(within(world.leader, group.id, "leader"), who(world.otherPilgrim.userId));
    expect(await told("groups.left")).toMatchObject([{ payload: { why: "removed" } }]);
    await expect(
      removeMember(within(world.leader, group.id, "leader"), who(world.otherLeader.userId)),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await removeMember(as(world.admin), who(world.otherLeader.userId));
  });

  it("the last leader stays while the trip runs; staff may still decide, and after the trip anybody goes", async () => {
    const leaving = (now?: Date) =>
      removeMember(within(world.leader, group.id, "leader", now), who(world.leader.userId));
    await expect(leaving()).rejects.toMatchObject({ code: "last_leader" });
    await leaving(days(7));
    await put(world, group.id, world.leader, "leader");
    await removeMember(as(world.owner), who(world.leader.userId));
  });
});

describe("a group that asks for approval", () => {
  beforeEach(async () => {
    await updateGroup(as(world.owner), { groupId: group.id, needsApproval: true });
    await joinGroup(as(world.otherPilgrim), { code: group.joinCode! });
  });

  it("keeps a wish until the leader decides, once however often it is asked", async () => {
    expect(await joinGroup(as(world.otherPilgrim), { code: group.joinCode! })).toMatchObject({ outcome: "requested" });
    const leader = within(world.leader, group.id, "leader");
    expect(await listJoinRequests(leader, { groupId: group.id })).toMatchObject({
      data: [{ userId: world.otherPilgrim.userId, personName: "Hendra Pilgrim" }],
      nextCursor: null,
    });
    expect(await readGroup(leader, { groupId: group.id })).toMatchObject({ waiting: 1, members: 2 });
    await approveRequest(leader, who(world.otherPilgrim.userId));
    expect(await readGroup(leader, { groupId: group.id })).toMatchObject({ waiting: 0, members: 3 });
    await expect(approveRequest(leader, who(world.otherPilgrim.userId))).rejects.toMatchObject({
      code: "join_request_not_found",
    });
    expect(await told("groups.decided")).toMatchObject([
      { payload: { decision: "approved", userId: world.otherPilgrim.userId } },
    ]);
  });

  it("shows who asked that the answer is still to come, until it came, and shows it to nobody else", async () => {
    const asked = () => listMyRequests(as(world.otherPilgrim), {});
    expect(await asked()).toMatchObject([{ id: group.id, number: group.number, name: group.name }]);
    expect(await listMyRequests(as(world.pilgrim), {})).toEqual([]);
    expect(await listMyRequests(as(world.rivalOwner), {})).toEqual([]);
    await approveRequest(as(world.owner), who(world.otherPilgrim.userId));
    expect(await asked()).toEqual([]);
  });

  it("has answered a wish when somebody comes in by another door, or is sent away: whoever was asked hears of it", async () => {
    const gone = await addPerson(world.house, world.agency, "Gone Pilgrim", ["pilgrim"]);
    await joinGroup(as(gone), { code: group.joinCode! });
    await put(world, group.id, world.otherPilgrim);
    await removeUser(as(world.owner), { id: gone.userId });
    for (const _ of [1, 2]) await followStanding(systemCall(world), { userId: gone.userId });
    expect(await told("groups.decided")).toMatchObject([
      { payload: { decision: "approved", userId: world.otherPilgrim.userId } },
      { payload: { decision: "withdrawn", userId: gone.userId } },
    ]);
  });

  it("turns somebody down, who may ask again", async () => {
    await rejectRequest(as(world.owner), who(world.otherPilgrim.userId));
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ waiting: 0, members: 2 });
    expect(await joinGroup(as(world.otherPilgrim), { code: group.joinCode! })).toMatchObject({ outcome: "requested" });
  });

  it("takes no place before approval, and says so when none is left then", async () => {
    await updateGroup(as(world.owner), { groupId: group.id, capacity: 2 });
    await expect(approveRequest(as(world.owner), who(world.otherPilgrim.userId))).rejects.toMatchObject({
      code: "group_full",
    });
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ waiting: 1, members: 2 });
  });

  it("lets nobody in whom the agency sent away after they had asked", async () => {
    const gone = await addPerson(world.house, world.agency, "Gone Pilgrim", ["pilgrim"]);
    await joinGroup(as(gone), { code: group.joinCode! });
    await removeUser(as(world.owner), { id: gone.userId });
    const late = approveRequest(as(world.owner), who(gone.userId));
    await expect(late).rejects.toMatchObject({ code: "member_not_found" });
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ members: 2 });
    await rejectRequest(as(world.owner), who(gone.userId));
  });

  it("is decided by those who may change the group only", async () => {
    await expect(approveRequest(within(world.pilgrim, group.id), who(world.otherPilgrim.userId))).rejects.toMatchObject(
      { kind: "forbidden" },
    );
    await expect(listJoinRequests(within(world.pilgrim, group.id), { groupId: group.id })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(approveRequest(as(world.rivalOwner), who(world.otherPilgrim.userId))).rejects.toMatchObject({
      code: "group_not_found",
    });
  });
});
