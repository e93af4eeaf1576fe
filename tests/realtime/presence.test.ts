import { describe, expect, it } from "vitest";
import { removeMember } from "@/lib/groups/commands/members";
import { audience } from "@/lib/kernel/audience";
import { openLeases } from "@/server/realtime/leases";
import { runtime } from "@/server/runtime";
import { as, type Somebody } from "../support/world";
import { onTrip, soon } from "./scene";

const scene = onTrip();

/** A phone with what it was told last of who is online. */
async function phoneOf(who: Somebody) {
  const phone = await scene.live.connect(who);
  const heard: { groupId: string; online: string[] }[] = [];
  phone.socket.on("presence", (payload: { groupId: string; online: string[] }) => heard.push(payload));
  return { ...phone, online: () => heard.at(-1)?.online };
}
const ids = (...people: Somebody[]) => people.map(({ userId }) => userId).sort();

describe("who is online", () => {
  it("leaders hear: who came, on whichever device, until the last is closed; pilgrims and outsiders hear nothing", async () => {
    const { world, live } = scene;
    const leader = await phoneOf(world.leader);
    const others = await Promise.all([world.otherPilgrim, world.owner, world.otherLeader].map(phoneOf));
    const [phone, tablet] = [await live.connect(world.pilgrim), await live.connect(world.pilgrim)];
    const all = ids(world.leader, world.pilgrim, world.otherPilgrim);
    await expect.poll(leader.online, soon).toEqual(all);
    phone.socket.disconnect();
    // Somebody else's going is heard after it: one device of two was nobody's going.
    others[0]!.socket.disconnect();
    await expect.poll(leader.online, soon).toEqual(ids(world.leader, world.pilgrim));
    tablet.socket.disconnect();
    await expect.poll(leader.online, soon).toEqual(ids(world.leader));
    for (const other of others.slice(1)) await other.settle();
    for (const other of others) expect(other.online()).toBeUndefined();
  });

  it("a leader who comes later is told of everybody, and of nobody who was removed since", async () => {
    const { world, groupId } = scene;
    await phoneOf(world.pilgrim);
    const removed = await phoneOf(world.otherPilgrim);
    const leader = await phoneOf(world.leader);
    await expect.poll(leader.online, soon).toEqual(ids(world.leader, world.pilgrim, world.otherPilgrim));
    await removeMember(as(world.owner, {}, new Date()), { groupId, userId: world.otherPilgrim.userId });
    await expect.poll(leader.online, soon).toEqual(ids(world.leader, world.pilgrim));
    expect(removed.ended()).toBeNull();
  });

  it("another node's people are among them until it says otherwise", async () => {
    const { world, groupId } = scene;
    const leader = await phoneOf(world.leader);
    const agencyId = world.agency.id;
    const room = audience.group(agencyId, groupId);
    const say = (people: string[]) => {
      const signal = { name: "presence", agencyId, audience: room, payload: { node: "another", people } };
      return runtime().ports.bus.publish("signals", { signals: [signal] });
    };
    await say(ids(world.pilgrim));
    await expect.poll(leader.online, soon).toEqual(ids(world.leader, world.pilgrim));
    await say([]);
    await expect.poll(leader.online, soon).toEqual(ids(world.leader));
  });

  it("a node that says nothing more is forgotten with its people", () => {
    const leases = openLeases(50);
    expect(leases.keep("room", "a", ["siti", "adi"], 0)).toBe(true);
    expect(leases.keep("room", "a", ["adi", "siti"], 40)).toBe(false);
    expect(leases.keep("room", "b", ["siti"], 40)).toBe(true);
    expect(leases.keep("room", "b", ["rina"], 41)).toBe(true);
    expect(leases.expire(89)).toEqual([]);
    expect(leases.peopleIn("room")).toEqual(["adi", "siti", "rina"]);
    expect(leases.expire(90)).toEqual(["room"]);
    expect(leases.peopleIn("room")).toEqual(["rina"]);
    expect(leases.expire(91)).toEqual(["room"]);
    expect(leases.peopleIn("room")).toEqual([]);
  });
});
