import { inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { groupMembers } from "@/db/schema/groups";
import { auditLog } from "@/db/schema/kernel";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { removeMember } from "@/lib/groups/commands/members";
import { approveRequest } from "@/lib/groups/commands/requests";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { readGroup } from "@/lib/groups/queries";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { questionsOf } from "../kernel/support";
import { addPerson, as, newWorld, type Somebody, type World } from "../support/world";
import { crowd, openGroup, stranger, within } from "./support";

let world: World;
let people: Somebody[];
beforeAll(async () => {
  world = await newWorld(50);
  people = await crowd(world, 60);
});
afterAll(() => world.close());

/** A call that goes alone, in a transaction of its own, as one with an Idempotency-Key does. */
const alone = (who: Somebody): Call => ({
  ...as(who),
  once: { key: newId(), bodyHash: "x", encode: (result) => result },
});
const together = (who: Somebody): Call => as(who);

async function everybodyJoins(calls: Call[], code: string) {
  const settled = await Promise.allSettled(calls.map((call) => joinGroup(call, { code })));
  const count = (name: string) =>
    settled.filter((one) => (one.status === "fulfilled" ? one.value.outcome : one.reason.code) === name).length;
  return { joined: count("joined"), already: count("already_member"), full: count("group_full") };
}

const inside = async (groupId: string) => {
  const [row] = await as(world.owner).transact("agency", true, (tx) =>
    tx
      .select({ n: sql<number>`count(*)::int` })
      .from(groupMembers)
      .where(sql`group_id = ${groupId} and left_at is null`),
  );
  return row!.n;
};

describe("a rush at the door", () => {
  it.each([
    ["joins", false],
    ["asks to join", true],
  ])("asks PostgreSQL as much for fifty of the agency as for one: who %s", async (_what, needsApproval) => {
    const group = await openGroup(world, { capacity: 60, needsApproval });
    const join = (call: Call) => joinGroup(call, { code: group.joinCode! });
    const one = await questionsOf([together(people[0]!)], join);
    expect(await questionsOf(people.slice(1, 51).map(together), join)).toEqual(one);
    expect(one).toHaveLength(1);
  });
});

describe("an approval", () => {
  it.each([1, 2, 3])("[R3] and the same person's own entry wait for each other in one order (run %i)", async () => {
    const group = await openGroup(world, { capacity: 60, needsApproval: true });
    const [groupId, code] = [group.id, group.joinCode!];
    const askers = people.slice(0, 20);
    await everybodyJoins(askers.map(alone), code);
    await updateGroup(as(world.owner), { groupId, needsApproval: false });
    const refusals: unknown[] = [];
    const note = (error: unknown) => void (isFault(error) ? refusals.push(error.code) : refusals.push(error));
    const approve = (who: Somebody) => approveRequest(as(world.owner), { groupId, userId: who.userId }).catch(note);
    const join = (who: Somebody) => joinGroup(alone(who), { code }).catch(note);
    await Promise.all(askers.flatMap((who) => [approve(who), join(who)]));
    expect(refusals.filter((one) => one !== "join_request_not_found")).toEqual([]);
    expect(await inside(groupId)).toBe(20);
  });
});

describe.each([
  ["each in a transaction of their own", alone],
  ["sharing commits", together],
])("sixty people at the door at once, %s", (_how, call) => {
  it.each([1, 2, 3, 4, 5])("[R1] exactly as many as there are places get in (run %i)", async () => {
    const capacity = 5 + Math.floor(Math.random() * 50);
    const group = await openGroup(world, { capacity });
    const result = await everybodyJoins(people.map(call), group.joinCode!);
    expect(result).toEqual({ joined: capacity, already: 0, full: people.length - capacity });
    expect(await inside(group.id)).toBe(capacity);
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ members: capacity });
  });

  it("[R1] one person with many fingers enters once", async () => {
    const group = await openGroup(world, { capacity: 30 });
    const taps = people.slice(0, 6).flatMap((who) => Array.from({ length: 8 }, () => call(who)));
    expect(await everybodyJoins(taps, group.joinCode!)).toEqual({ joined: 6, already: 42, full: 0 });
    expect(await inside(group.id)).toBe(6);
  });
});

describe("in one commit for all", () => {
  it("everybody has an audit row of their own, also in a shared commit", async () => {
    const group = await openGroup(world, { capacity: 60 });
    const calls = people.map(together);
    await everybodyJoins(calls, group.joinCode!);
    const rows = await as(world.owner).transact("agency", true, (tx) =>
      tx
        .select({ actor: auditLog.actor, requestId: auditLog.requestId, changes: auditLog.changes })
        .from(auditLog)
        .where(sql`command = 'groups.join' and changes::text like ${`%${group.id}%`}`),
    );
    expect(new Set(rows.map(({ requestId }) => requestId))).toEqual(new Set(calls.map(({ requestId }) => requestId)));
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(people.map(({ userId }) => `user:${userId}`)));
  });

  it("strangers become pilgrims of the agency with the place, and those without a place do not", async () => {
    const group = await openGroup(world, { capacity: 3 });
    const strangers = await Promise.all(
      ["A", "B", "C", "D", "E"].map((name) => addPerson(world.house, world.rival, name, ["owner"])),
    );
    const result = await everybodyJoins(
      strangers.map((who) => stranger(world, who)),
      group.joinCode!,
    );
    expect(result).toMatchObject({ joined: 3, full: 2 });
    const rows = await as(world.owner).transact("agency", true, (tx) =>
      tx
        .select({ roles: memberships.roles })
        .from(memberships)
        .where(
          inArray(
            memberships.userId,
            strangers.map(({ userId }) => userId),
          ),
        ),
    );
    expect(rows).toEqual(Array(3).fill({ roles: ["pilgrim"] }));
  });
});

describe("leaving and being sent away at once", () => {
  it("[R5] the place comes back exactly once", async () => {
    const group = await openGroup(world, { capacity: 1 });
    const who = people[0]!;
    await joinGroup(alone(who), { code: group.joinCode! });
    const ways = Array.from({ length: 20 }, (_, i) =>
      removeMember(i % 2 ? within(who, group.id) : as(world.owner), { groupId: group.id, userId: who.userId }),
    );
    const settled = await Promise.allSettled(ways);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ members: 0 });
    expect(await everybodyJoins(people.slice(0, 9).map(alone), group.joinCode!)).toMatchObject({ joined: 1, full: 8 });
  });

  it("[R3] joining and leaving in disorder never deadlock, and the counts agree", async () => {
    const group = await openGroup(world, { capacity: 25 });
    for (let round = 0; round < 3; round += 1) {
      const moves = people.map((who, i) =>
        i % 2
          ? joinGroup(alone(who), { code: group.joinCode! })
          : removeMember(within(who, group.id), { groupId: group.id, userId: who.userId }),
      );
      const settled = await Promise.allSettled([
        ...moves,
        ...people.map((who) => joinGroup(together(who), { code: group.joinCode! })),
      ]);
      const odd = settled.filter(
        (one) => one.status === "rejected" && !["group_full", "member_not_found"].includes(one.reason.code),
      );
      expect(odd).toEqual([]);
      expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({
        members: await inside(group.id),
      });
    }
  });
});
