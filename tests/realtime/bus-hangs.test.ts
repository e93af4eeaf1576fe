import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import type { ClosableBus } from "@/server/adapters/bus.memory";
import { redisBus } from "@/server/adapters/bus.redis";
import { memoryKv } from "@/server/adapters/kv.memory";
import { upstashKv } from "@/server/adapters/kv.upstash";
import { ready } from "@/server/http/health";
import { limiter } from "@/server/http/limits";
import { type Live, openLive } from "../support/live";
import { startRedis, type TestRedis } from "../support/redis";
import { startUpstashFront, type UpstashFront } from "../support/upstash-front";
import { newWorld, type World } from "../support/world";
import { openTrip } from "../tracking/trip";
import { aroundNow, fixAgo, soon } from "./scene";

const PASSWORD = "a long walk to Makkah";
const quiet = () => undefined;
let redis: TestRedis;
let front: UpstashFront;
let bus: ClosableBus;
let world: World;
let live: Live;
let groupId: string;
beforeAll(async () => {
  [redis, world] = await Promise.all([startRedis(), newWorld(8)]);
  [front, bus] = await Promise.all([startUpstashFront(redis.url), redisBus({ url: redis.url, onError: quiet })]);
  const { house } = world;
  house.ports.bus = bus;
  house.ports.kv = upstashKv({ url: front.url, token: front.token });
  house.limits = limiter(house.ports.kv, { spare: memoryKv({ maxKeys: 1_000, now: Date.now }), onOutage: quiet });
  live = await openLive(house);
  groupId = await openTrip(house, { owner: world.owner, members: [{ who: world.pilgrim }] }, aroundNow());
});
afterAll(async () => {
  redis.thaw();
  await live.close();
  await bus.close();
  await front.stop();
  await redis.stop();
  await world.close();
});

const post = async (path: string, body: object, token?: string) => {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${live.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

it("[R62] [R86] a Redis that takes connections and answers nothing keeps nobody waiting: people log in, send and write, it is said to be failing, and what was missed is told once it answers", async () => {
  const somebody = { name: "Maryam Yusuf", username: "maryam.yusuf", password: PASSWORD };
  expect((await post("/api/v1/auth/register", somebody)).status).toBe(201);
  const [phone, token] = [await live.connect(world.pilgrim), await live.signIn(world.pilgrim)];
  redis.freeze();

  const login = await post("/api/v1/auth/login", { identifier: somebody.username, password: PASSWORD });
  expect(login.status).toBe(200);
  expect((await post("/api/v1/auth/login", { identifier: somebody.username, password: "wrong one" })).status).toBe(401);
  const fix = fixAgo(1);
  expect(await phone.ask("position:send", { positions: [fix] })).toMatchObject({ ok: true, accepted: [fix.id] });
  const said = { clientId: newId(), kind: "text", text: "Saya di lobi" };
  expect((await post(`/api/v1/groups/${groupId}/messages`, said, token)).status).toBe(201);
  expect((await live.connect(world.pilgrim)).socket.connected).toBe(true);
  const seen = await ready(world.house);
  expect([seen.status, await seen.json()]).toEqual([
    503,
    { status: "failing", checks: { database: "ok", kv: "failing" } },
  ]);
  await expect(bus.publish("wake", null)).rejects.toThrow("no answer");

  const missed: string[] = [];
  await bus.subscribe("missed", () => void missed.push("missed"));
  redis.thaw();
  await expect.poll(() => missed.length, soon).toBeGreaterThan(0);
  await expect.poll(phone.ended, soon).toBe("transport close");
  const speak = () =>
    bus.publish("wake", null).then(
      () => "heard",
      () => "away",
    );
  await expect.poll(speak, soon).toBe("heard");
});

it("a start waits for such a Redis, and goes on as soon as it answers", async () => {
  redis.freeze();
  const lost: string[] = [];
  const late = redisBus({ url: redis.url, onError: (error) => void lost.push((error as Error).name) });
  await expect.poll(() => lost.length).toBeGreaterThan(0);
  redis.thaw();
  const opened = await late;
  await opened.publish("wake", null);
  await opened.close();
});
