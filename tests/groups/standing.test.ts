import { afterAll, beforeAll, expect, it } from "vitest";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { removeMember, updateMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { readGroup } from "@/lib/groups/queries";
import { tasks } from "@/lib/groups/tasks";
import type { Told } from "@/lib/kernel/fact";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { eraseUser } from "@/lib/users/commands/erase";
import { openCall } from "@/server/doors/call";
import { codeOf, listen, rowsOf } from "../kernel/support";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { days, openGroup, put, within } from "./support";

let world: World;
let told: Told[];
beforeAll(async () => {
  world = await newWorld();
  told = await listen(world.house);
});
afterAll(() => world.close());

let heard = 0;
/** What the worker does with the facts told since. */
async function follow(times = 1) {
  await new Promise((done) => setImmediate(done));
  const fresh = told.slice(heard);
  for (const { name, agencyId, payload, id } of Array.from({ length: times }, () => fresh).flat())
    for (const task of tasks)
      if (task.kind === "on" && task.fact === name) {
        const actor = { kind: "system" as const, task: task.name };
        await task.run(
          openCall({ actor, agencyId, via: "task", requestId: id, now: NOON }),
          payload,
          world.house.ports,
        );
      }
  heard = told.length;
}
const placesOf = ({ userId }: Somebody) =>
  rowsOf<{ group_id: string; left_at: string | null; role: string; sharing: string }>(
    world.house,
    "group_members",
    `user_id = '${userId}' order by joined_at, id`,
  );
const taken = async (groupId: string) => (await readGroup(as(world.owner), { groupId })).members;
const add = (name: string, ...roles: Somebody["roles"]) => addPerson(world.house, world.agency, name, roles);
const past = { startsAt: days(-20).toISOString(), endsAt: days(-10).toISOString() };
const coming = { startsAt: days(20).toISOString(), endsAt: days(30).toISOString() };

it("[R59] who is taken out of the agency gives up each place in a trip that runs or is to come, once, and keeps those that are over", async () => {
  const [over, now, next, asks] = [
    await openGroup(world),
    await openGroup(world),
    await openGroup(world, coming),
    await openGroup(world, { needsApproval: true }),
  ];
  const who = await add("Siti Pergi", "pilgrim");
  for (const { id } of [over, now, next]) await put(world, id, who);
  await put(world, next.id, world.leader, "leader");
  await joinGroup(as(who), { code: asks.joinCode ?? "" });
  await setSharing(within(who, now.id), { groupId: now.id, state: "on" });
  await as(world.owner).transact("agency", false, (tx) =>
    tx.execute(`update groups set starts_at = '${past.startsAt}', ends_at = '${past.endsAt}' where id = '${over.id}'`),
  );
  const before = await Promise.all([over, now, next].map(({ id }) => taken(id)));
  await removeUser(as(world.owner), { id: who.userId });
  await follow(2);
  expect((await placesOf(who)).map(({ left_at, sharing }) => [left_at !== null, sharing])).toEqual([
    [false, "off"],
    [true, "off"],
    [true, "off"],
  ]);
  const after = await Promise.all([over, now, next].map(({ id }) => taken(id)));
  expect(after).toEqual([before[0], (before[1] ?? 0) - 1, (before[2] ?? 0) - 1]);
  expect((await readGroup(as(world.owner), { groupId: asks.id })).waiting).toBe(0);
  const left = told.filter(({ name }) => name === "groups.left").map(({ payload }) => payload);
  expect(left).toEqual([now.id, next.id].sort().map((groupId) => expect.objectContaining({ groupId, why: "removed" })));

  const forgotten = await add("Tuti Lupa", "pilgrim");
  await put(world, now.id, forgotten);
  await eraseUser({ ...as(world.owner) }, { id: forgotten.userId });
  await follow();
  expect((await placesOf(forgotten)).map(({ left_at }) => left_at !== null)).toEqual([true]);
});

it("who is shut out keeps the place, is shown on no map and leads nobody; who is no leader any more leads no group", async () => {
  const group = await openGroup(world);
  const [first, second, pilgrim] = [
    await add("Awal", "leader"),
    await add("Lain", "leader"),
    await add("Ani", "pilgrim"),
  ];
  await put(world, group.id, first, "leader");
  await put(world, group.id, second, "leader");
  await put(world, group.id, pilgrim);
  await setSharing(within(pilgrim, group.id), { groupId: group.id, state: "on" });
  await updateUser(as(world.owner), { id: pilgrim.userId, disabled: true });
  await updateUser(as(world.owner), { id: first.userId, disabled: true });
  await follow(2);
  expect(await placesOf(pilgrim)).toMatchObject([{ left_at: null, sharing: "off" }]);
  expect(await placesOf(first)).toMatchObject([{ left_at: null, role: "leader" }]);
  // The one who is shut out answers for nobody: the other may not leave a trip that runs.
  const leave = () => removeMember(within(second, group.id, "leader"), { groupId: group.id, userId: second.userId });
  expect(await codeOf(leave())).toBe("last_leader");
  await updateUser(as(world.owner), { id: first.userId, disabled: false });
  await updateUser(as(world.owner), { id: second.userId, roles: ["operator"] });
  await follow();
  expect(await placesOf(second)).toMatchObject([{ left_at: null, role: "pilgrim" }]);
  expect(await placesOf(first)).toMatchObject([{ left_at: null, role: "leader" }]);
  const back = { groupId: group.id, userId: second.userId, role: "leader" as const };
  expect(await codeOf(updateMember(as(world.owner), back))).toBe("not_a_leader");
});
