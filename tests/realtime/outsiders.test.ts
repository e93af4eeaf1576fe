import { describe, expect, it } from "vitest";
import { removeMember, updateMember } from "@/lib/groups/commands/members";
import type { Listener } from "../support/live";
import { addPerson, as } from "../support/world";
import { by, fill, openTrip } from "../tracking/trip";
import { aroundNow, fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();
const watch = (who: Listener, groupId = scene.groupId) => who.ask("group:watch", { groupId });

/** Nobody of these is in the group's stream any more. */
async function cutOff(...listeners: Listener[]) {
  const room = `agency:${scene.world.agency.id}:group:${scene.groupId}:watchers`;
  const inside = () => scene.live.gateway.io.sockets.adapter.rooms.get(room);
  await expect.poll(() => listeners.some(({ socket }) => inside()?.has(socket.id ?? "")), soon).toBe(false);
}

/** Everybody who has no business with the group, each with a socket of their own. */
async function outsiders() {
  const { world, live, house } = scene;
  await openTrip(house, { owner: world.owner, members: [{ who: world.otherLeader, role: "leader" }] }, aroundNow());
  const rivalLeader = await addPerson(house, world.rival, "Ruslan Leader", ["leader"]);
  await openTrip(house, { owner: world.rivalOwner, members: [{ who: rivalLeader, role: "leader" }] }, aroundNow());
  const who = {
    "a fellow pilgrim": world.otherPilgrim,
    "the leader of another group": world.otherLeader,
    "a viewer": world.viewer,
    "a manager of another branch": world.manager,
    "another agency's owner": world.rivalOwner,
    "another agency's leader": rivalLeader,
  };
  const listeners = await Promise.all(
    Object.entries(who).map(async ([name, one]) => [name, await live.connect(one)] as const),
  );
  return new Map(listeners);
}

describe("[R59] [R79] positions of a group", () => {
  it("are heard by its leader and by no outsider, who may not even learn that it exists", async () => {
    const others = await outsiders();
    const leader = await scene.live.connect(scene.world.leader);
    await watch(leader);
    for (const [name, one] of others) {
      const answer = await watch(one);
      const inside = name === "a fellow pilgrim" || name === "a viewer";
      expect([name, answer.ok, answer.error]).toEqual([name, false, inside ? "forbidden" : "group_not_found"]);
    }
    const phone = await scene.live.connect(scene.world.pilgrim);
    for (let i = 0; i < 5; i++) await phone.ask("position:send", { positions: [fixAgo(20 - i, i)] });
    await expect.poll(() => leader.heardOf(scene.world.pilgrim.userId).length, soon).toBeGreaterThan(0);
    for (const [name, one] of others) {
      await one.settle();
      expect([name, one.events]).toEqual([name, []]);
      expect([name, one.present.has(scene.groupId)]).toEqual([name, false]);
    }
    await phone.settle();
    expect([phone.events, phone.present.size]).toEqual([[], 0]);
  });

  it("are nothing to whoever has no session, a forged or an expired token, or a foreign page", async () => {
    const { live, world } = scene;
    const token = await live.signIn(world.leader);
    const forged = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    await expect(live.open({})).rejects.toMatchObject({ data: { error: "unauthenticated" } });
    await expect(live.open({ token: forged })).rejects.toMatchObject({ data: { error: "unauthenticated" } });
    await expect(live.open({ token: "" })).rejects.toMatchObject({ data: { error: "unauthenticated" } });
    await expect(live.open({ token, agency: world.rival.slug })).rejects.toMatchObject({
      data: { error: "agency_not_found" },
    });
    await expect(live.open({ token, headers: { origin: "https://evil.example" } })).rejects.toThrow();
  });

  it("are not heard by naming a room", async () => {
    const { live, world, groupId } = scene;
    const nosy = await live.connect(world.otherPilgrim);
    const room = `agency:${world.agency.id}:group:${groupId}:watchers`;
    for (const input of [{ groupId: room }, { groupId, room }, { groupId: [groupId] }, room, [groupId]]) {
      expect(await nosy.ask("group:watch", input)).toMatchObject({ ok: false, error: "validation" });
    }
    expect(await nosy.ask("join", room)).toMatchObject({ ok: false, error: "not_found" });
  });
});

describe("[R59] a stream", () => {
  it("ends at once for a leader who is removed, and for a helper who leaves or stops helping", async () => {
    const { house, live, world, groupId } = scene;
    const [helper, other] = await Promise.all(
      ["Hana Helper", "Hasan Helper"].map((name) => addPerson(house, world.agency, name, ["pilgrim"])),
    );
    if (!helper || !other) throw new Error("two helpers were asked for");
    await fill(house, world.agency.id, groupId, [helper, other]);
    for (const { userId } of [helper, other]) {
      await updateMember(as(world.owner, {}, new Date()), { groupId, userId, role: "helper" });
    }
    const [first, second, leader, owner] = await Promise.all(
      [helper, other, world.leader, world.owner].map((who) => live.connect(who)),
    );
    if (!first || !second || !leader || !owner) throw new Error("four connections were asked for");
    for (const one of [first, second, leader, owner]) expect((await watch(one)).ok).toBe(true);

    const phone = await live.connect(world.pilgrim);
    const instantsAt = (one: Listener) =>
      one.heardOf(world.pilgrim.userId).flatMap(({ position }) => position?.at ?? []);
    const [before, after] = [fixAgo(20), fixAgo(5)];
    await phone.ask("position:send", { positions: [before] });
    for (const one of [first, second, leader, owner])
      await expect.poll(() => instantsAt(one), soon).toEqual([before.at]);
    const heard = [first, second, leader].map((one) => one.heardOf(world.pilgrim.userId));

    await removeMember(await by(house, helper, new Date()), { groupId, userId: helper.userId });
    await updateMember(as(world.owner, {}, new Date()), { groupId, userId: other.userId, role: "pilgrim" });
    await removeMember(as(world.owner, {}, new Date()), { groupId, userId: world.leader.userId });

    await cutOff(first, second, leader);
    await phone.ask("position:send", { positions: [after] });
    await expect.poll(() => instantsAt(owner), soon).toEqual([before.at, after.at]);
    for (const [i, one] of [first, second, leader].entries()) {
      await one.settle();
      expect(one.heardOf(world.pilgrim.userId)).toEqual(heard[i]);
      expect((await watch(one)).ok).toBe(false);
    }
  });

  it("goes on for a leader who joins another group meanwhile", async () => {
    const { house, live, world } = scene;
    const leader = await live.connect(world.leader);
    await watch(leader);
    await openTrip(house, { owner: world.owner, members: [{ who: world.leader, role: "leader" }] }, aroundNow());
    const phone = await live.connect(world.pilgrim);
    await expect
      .poll(async () => {
        await phone.ask("position:send", { positions: [fixAgo(1)] });
        return leader.heardOf(world.pilgrim.userId).length;
      }, soon)
      .toBeGreaterThan(0);
  });

  it("tells that a member is gone, and takes nothing more from their phone", async () => {
    const { live, world, groupId } = scene;
    const [leader, phone] = [await live.connect(world.leader), await live.connect(world.pilgrim)];
    await watch(leader);
    await phone.ask("position:send", { positions: [fixAgo(20)] });
    await removeMember(as(world.owner, {}, new Date()), { groupId, userId: world.pilgrim.userId });
    const late = fixAgo(1);
    expect(await phone.ask("position:send", { positions: [late] })).toMatchObject({
      accepted: [],
      rejected: [{ id: late.id, reason: "not_sharing" }],
    });
    await expect
      .poll(() => leader.heardOf(world.pilgrim.userId).at(-1), soon)
      .toMatchObject({
        sharing: "off",
        position: null,
      });
  });

  it("does not open for somebody who is removed while they ask for it", async () => {
    const { live, world, groupId, house } = scene;
    const owner = await live.connect(world.owner);
    await watch(owner);
    for (let round = 0; round < 10; round++) {
      const helper = await addPerson(house, world.agency, `Helper ${round}`, ["pilgrim"]);
      await fill(house, world.agency.id, groupId, [helper]);
      await updateMember(as(world.owner, {}, new Date()), { groupId, userId: helper.userId, role: "helper" });
      const listener = await live.connect(helper);
      const removal = removeMember(as(world.owner, {}, new Date()), { groupId, userId: helper.userId });
      await Promise.all([removal, ...Array.from({ length: 5 }, () => watch(listener))]);
      const phone = await live.connect(world.pilgrim);
      const before = owner.heardOf(world.pilgrim.userId).length;
      await cutOff(listener);
      await listener.settle();
      listener.batches.length = 0;
      await phone.ask("position:send", { positions: [fixAgo(100 - round)] });
      await expect.poll(() => owner.heardOf(world.pilgrim.userId).length, soon).toBeGreaterThan(before);
      await listener.settle();
      expect(listener.heardOf(world.pilgrim.userId)).toEqual([]);
    }
  });
});
