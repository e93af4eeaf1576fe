import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { audience } from "@/lib/kernel/audience";
import { asOwner } from "../inventory/support";
import type { Listener } from "../support/live";
import { addPerson, type Somebody } from "../support/world";
import { crowd, fill, openTrip } from "../tracking/trip";
import { aroundNow, fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();
const patient = { interval: 100 };

describe("a socket that stalls", () => {
  it("is cut off, and costs the others nothing", async () => {
    const { live, world, groupId } = scene;
    const token = await live.signIn(world.owner);
    const raw = new WebSocket(`${live.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    const heard: string[] = [];
    raw.on("message", (message) => heard.push(String(message)));
    await expect.poll(() => heard.length, soon).toBe(1);
    raw.send(`40${JSON.stringify({ token })}`);
    await expect.poll(() => heard.length, soon).toBe(2);
    raw.send(`420["group:watch",{"groupId":"${groupId}"}]`);
    await expect.poll(() => heard.length, soon).toBe(3);
    const leader = await live.connect(world.leader);
    await leader.ask("group:watch", { groupId });

    raw.pause();
    const { io } = live.gateway;
    const before = io.sockets.sockets.size;
    const room = `agency:${world.agency.id}:group:${groupId}:watchers`;
    const bulk = { groupId, positions: [{ userId: world.pilgrim.userId, filler: "x".repeat(20_000) }] };
    for (let round = 0; io.sockets.sockets.size === before && round < 400; round++) {
      for (let i = 0; i < 25; i++) io.local.to(room).emit("position:batch", bulk);
      await leader.settle();
    }
    await expect.poll(() => io.sockets.sockets.size, soon).toBe(before - 1);
    expect(leader.ended()).toBeNull();
    raw.terminate();
    const phone = await live.connect(world.pilgrim);
    const fix = fixAgo(1);
    await phone.ask("position:send", { positions: [fix] });
    await expect.poll(() => leader.heardOf(world.pilgrim.userId).at(-1)?.position?.at, soon).toBe(fix.at);
  });
});

describe("a session that reads nothing of much", () => {
  it("is cut off by what it left unread over all of its sockets, and none of it is kept", async () => {
    const { live, world } = scene;
    const { io } = live.gateway;
    const [token, neighbour] = [await live.signIn(world.owner), await live.connect(world.leader)];
    const before = io.engine.clientsCount;
    const raws = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const raw = new WebSocket(`${live.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
        const heard: string[] = [];
        raw.on("message", (message) => heard.push(String(message)));
        await expect.poll(() => heard.length, soon).toBe(1);
        raw.send(`40${JSON.stringify({ token })}`);
        await expect.poll(() => heard.length, soon).toBe(2);
        raw.pause();
        return raw;
      }),
    );
    const room = audience.person(world.agency.id, world.owner.userId);
    for (let i = 0; i < 50; i++) io.local.to(room).emit("notification:new", { filler: "x".repeat(200_000) });
    await expect.poll(() => io.engine.clientsCount, soon).toBe(before);
    expect(neighbour.ended()).toBeNull();
    for (const raw of raws) raw.terminate();
  });
});

describe("a thousand sockets in twenty groups", () => {
  const GROUPS = 20;
  const EACH = 50;
  type Party = { groupId: string; leader: Somebody; people: Somebody[] };

  async function openParty(): Promise<Party> {
    const { house, world } = scene;
    const leader = await addPerson(house, world.agency, "Lukman Leader", ["leader"]);
    const members = [{ who: leader, role: "leader" as const }];
    const groupId = await openTrip(house, { owner: world.owner, members }, aroundNow());
    const people = await crowd(house, world.agency.id, EACH - 1);
    await fill(house, world.agency.id, groupId, people);
    return { groupId, leader, people };
  }

  it("are all connected, every fix is taken, and each leader hears every one of the own people", async () => {
    const { live } = scene;
    const parties: Party[] = [];
    for (let i = 0; i < GROUPS; i++) parties.push(await openParty());
    // As the house does every ten seconds: until then PostgreSQL takes any index that begins with the agency.
    await asOwner(scene.world, (owned) => owned`analyze`);
    const leaders: { party: Party; listener: Listener }[] = [];
    const phones: { who: Somebody; listener: Listener }[] = [];
    for (const party of parties) {
      const listener = await live.connect(party.leader);
      expect((await listener.ask("group:watch", { groupId: party.groupId })).ok).toBe(true);
      leaders.push({ party, listener });
      const open = await Promise.all(party.people.map(async (who) => ({ who, listener: await live.connect(who) })));
      phones.push(...open);
    }
    expect(live.gateway.io.sockets.sockets.size).toBeGreaterThanOrEqual(GROUPS * EACH);

    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(
        phones.map(({ listener }, i) =>
          listener.ask("position:send", { positions: [fixAgo(30 - round * 10, i % 50)] }),
        ),
      );
      expect(answers.filter(({ ok, accepted }) => !ok || (accepted as string[]).length !== 1)).toEqual([]);
    }
    for (const { party, listener } of leaders) {
      const heard = () => new Set(listener.batches.flatMap(({ positions }) => positions.map(({ userId }) => userId)));
      await expect.poll(() => heard().size, patient).toBe(party.people.length);
      expect([...heard()].sort()).toEqual(party.people.map(({ userId }) => userId).sort());
    }
    for (const { listener } of phones) expect([listener.events, listener.present.size]).toEqual([[], 0]);
    expect([...leaders, ...phones].filter(({ listener }) => listener.ended() !== null)).toEqual([]);
  });
});
