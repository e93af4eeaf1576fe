import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessions } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { removeMember } from "@/lib/groups/commands/members";
import type { ClosableBus } from "@/server/adapters/bus.memory";
import { redisBus } from "@/server/adapters/bus.redis";
import { type Live, openLive } from "../support/live";
import { startRedis, type TestRedis } from "../support/redis";
import { as, type House, openHouse, populate, type World } from "../support/world";
import { openTrip } from "../tracking/trip";
import { aroundNow, fixAgo, soon } from "./scene";

let redis: TestRedis;
let bus: ClosableBus;
let house: House;
let live: Live;
let world: World;
let groupId: string;
beforeAll(async () => {
  [redis, house] = await Promise.all([startRedis(), openHouse(8)]);
  bus = await redisBus({ url: redis.url, onError: () => undefined });
  house.ports.bus = bus;
  live = await openLive(house);
});
beforeEach(async () => {
  world = await populate(house);
  const members = [
    { who: world.leader, role: "leader" as const },
    { who: world.otherLeader, role: "leader" as const },
  ];
  groupId = await openTrip(house, { owner: world.owner, members: [...members, { who: world.pilgrim }] }, aroundNow());
});
afterAll(async () => {
  await live.close();
  await bus.close();
  await redis.stop();
  await house.close();
});

/** Nobody was told anything of what happens in here. */
async function whileAway(happens: () => Promise<unknown>) {
  await redis.down();
  const speak = () =>
    bus.publish("wake", null).then(
      () => "heard",
      () => "away",
    );
  await expect.poll(speak, soon).toBe("away");
  await happens();
  await redis.up();
}

describe("a bus that was away for a while", () => {
  it("[R59] [R85] whoever was removed meanwhile hears nothing more once it is back; who may stay comes back and goes on", async () => {
    const [removed, staying] = [await live.connect(world.otherLeader), await live.connect(world.leader)];
    for (const one of [removed, staying]) expect(await one.ask("group:watch", { groupId })).toMatchObject({ ok: true });
    await whileAway(() => removeMember(as(world.owner, {}, new Date()), { groupId, userId: world.otherLeader.userId }));

    for (const one of [removed, staying]) await expect.poll(one.ended, soon).toBe("transport close");
    const [again, back] = [await live.connect(world.otherLeader), await live.connect(world.leader)];
    expect(await again.ask("group:watch", { groupId })).toMatchObject({ ok: false });
    expect(await back.ask("group:watch", { groupId })).toMatchObject({ ok: true });
    const phone = await live.connect(world.pilgrim);
    const fix = fixAgo(1);
    await phone.ask("position:send", { positions: [fix] });
    await expect.poll(() => back.heardOf(world.pilgrim.userId).at(-1)?.position?.at, soon).toBe(fix.at);
    const heard = [removed, again].flatMap((one) => one.heardOf(world.pilgrim.userId));
    expect(heard.filter(({ position }) => position)).toEqual([]);
  });

  it("[R85] whoever was signed out meanwhile is not let in again by what was remembered of them", async () => {
    // Nothing has moved them, so that what is known of them is remembered.
    const token = await live.signIn(world.viewer);
    const old = await live.open({ token });
    const gone = { endedAt: new Date(), endedReason: "logout" as const };
    const { userId } = world.viewer;
    await whileAway(() =>
      fenced(house.database, "qafila_platform", null, false, (tx) =>
        tx.update(sessions).set(gone).where(eq(sessions.userId, userId)),
      ),
    );
    await expect.poll(old.ended, soon).not.toBeNull();
    const [back] = await Promise.allSettled([live.open({ token })]);
    if (back.status === "fulfilled") await expect.poll(back.value.ended, soon).not.toBeNull();
    await expect(live.open({ token })).rejects.toMatchObject({ data: { error: "unauthenticated" } });
  });

  it("[R59] is told of by every node: nobody hears more from the first on, and whoever speaks is hung up on", async () => {
    const [silent, speaking] = [await live.connect(world.otherLeader), await live.connect(world.leader)];
    for (const one of [silent, speaking]) await one.ask("group:watch", { groupId });
    const other = await redisBus({ url: redis.url, onError: () => undefined });
    const heard: string[] = [];
    await bus.subscribe("missed", () => void heard.push("missed"));
    await other.publish("missed", null);
    await expect.poll(() => heard, soon).toHaveLength(1);

    speaking.socket.emit("typing", { groupId });
    await expect.poll(speaking.ended, soon).toBe("transport close");
    const [back, phone] = [await live.connect(world.leader), await live.connect(world.pilgrim)];
    expect(await back.ask("group:watch", { groupId })).toMatchObject({ ok: true });
    const fix = fixAgo(1);
    await phone.ask("position:send", { positions: [fix] });
    await expect.poll(() => back.heardOf(world.pilgrim.userId).at(-1)?.position?.at, soon).toBe(fix.at);
    const heardStill = silent.heardOf(world.pilgrim.userId).filter(({ position }) => position);
    expect(heardStill).toEqual([]);

    // Of a node that was the last to find it again: what it could not say reached nobody here either.
    await bus.publish("missed", null);
    await expect.poll(() => heard, soon).toHaveLength(2);
    for (const one of [silent, back, phone]) await expect.poll(one.ended, soon).toBe("transport close");
    await other.close();
  });
});
