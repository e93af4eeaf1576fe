import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Kv } from "@/lib/kernel/ports";
import { memoryKv } from "@/server/adapters/kv.memory";
import { upstashKv } from "@/server/adapters/kv.upstash";
import { type LimitRule, limiter } from "@/server/http/limits";
import { startRedis, type TestRedis } from "@/tests/support/redis";
import { startUpstashFront, type UpstashFront } from "@/tests/support/upstash-front";

const START = Date.UTC(2026, 0, 1);
let redis: TestRedis;
let front: UpstashFront;

beforeAll(async () => {
  redis = await startRedis();
  front = await startUpstashFront(redis.url);
});

afterAll(async () => {
  await front.stop();
  await redis.stop();
});

function scene(kv: Kv = memoryKv({ maxKeys: 1000, now: () => START })) {
  const clock = { now: START };
  const onOutage = vi.fn();
  const now = () => clock.now;
  const spare = memoryKv({ maxKeys: 20_000, now });
  return { clock, onOutage, limits: limiter(kv, { spare, now, onOutage }) };
}

async function letIn(limits: ReturnType<typeof limiter>, rule: LimitRule, subject: string, calls: number) {
  const verdicts = await Promise.all(Array.from({ length: calls }, () => limits.check(rule, subject)));
  return verdicts.filter((verdict) => verdict.allowed).length;
}

describe("limits per minute", () => {
  it.each([
    ["anonymous", 100],
    ["session", 300],
    ["key", 600],
    ["ingest", 120],
    ["loginAccount", 5],
    ["loginAddress", 300],
    ["joinAccount", 10],
    ["joinAddress", 300],
  ] as const)("%s: %i, each subject by itself", async (rule, limit) => {
    const { limits } = scene();
    expect(await letIn(limits, rule, "one", limit + 50)).toBe(limit);
    expect(await letIn(limits, rule, "other", 1)).toBe(1);
  });

  it("starves neither SOS nor health checks nor inbound webhooks, even with the store away [R86]", async () => {
    const { limits } = scene(upstashKv({ url: "http://127.0.0.1:9", token: "t" }));
    expect(await letIn(limits, "never", "gateway", 5000)).toBe(5000);
    expect((await limits.check("never", "gateway")).headers).toEqual({});
  });

  it("count positions at the device's node, without a question to the shared store for every fix", async () => {
    const { limits, onOutage } = scene(upstashKv({ url: "http://127.0.0.1:9", token: "t" }));
    expect(await letIn(limits, "ingest", "a device", 130)).toBe(120);
    expect(onOutage).not.toHaveBeenCalled();
  });

  it("hold over two instances on one store, with the limit plus 5 % as the most [R86]", async () => {
    const [here, there] = [scene(upstashKv(front)).limits, scene(upstashKv(front)).limits];
    const both = await Promise.all([
      letIn(here, "anonymous", "203.0.113.7", 90),
      letIn(there, "anonymous", "203.0.113.7", 90),
    ]);
    expect(both[0] + both[1]).toBeGreaterThanOrEqual(100);
    expect(both[0] + both[1]).toBeLessThanOrEqual(105);
  });

  it("tell in headers what is left and when to come back, and keep that word [R86]", async () => {
    const { limits, clock } = scene();
    const first = await limits.check("loginAccount", "siti");
    expect(first.headers).toEqual({ "RateLimit-Limit": "5", "RateLimit-Remaining": "4", "RateLimit-Reset": "63" });
    await letIn(limits, "loginAccount", "siti", 4);
    clock.now += 20_000;
    const refused = await limits.check("loginAccount", "siti");
    expect(refused.allowed).toBe(false);
    expect(refused.headers).toMatchObject({ "RateLimit-Remaining": "0", "Retry-After": "43" });
    clock.now += 43_000;
    expect((await limits.check("loginAccount", "siti")).allowed).toBe(true);
  });

  it("let a whole hotel log in from one address: what succeeded is given back", async () => {
    const { limits } = scene();
    for (let guest = 0; guest < 400; guest++) {
      const tries = await limits.check("loginAddress", "203.0.113.7");
      expect(tries.allowed).toBe(true);
      await tries.refund();
    }
    for (let i = 0; i < 300; i++) await limits.check("loginAddress", "203.0.113.7");
    const refused = await limits.check("loginAddress", "203.0.113.7");
    await refused.refund();
    expect((await limits.check("loginAddress", "203.0.113.7")).allowed).toBe(false);
  });

  it("keep no address and no account in the clear", async () => {
    const kv = memoryKv({ maxKeys: 10, now: () => START });
    const slide = vi.spyOn(kv, "slide");
    await scene(kv).limits.check("loginAccount", "siti@example.test");
    expect(slide.mock.calls[0]?.[0]).toMatch(/^limit:loginAccount:[\w-]{22}$/);
  });

  it("are counted by the node itself while the store is away, which is told once, and by the store again after", async () => {
    const kv = memoryKv({ maxKeys: 10, now: () => START });
    const slide = vi.spyOn(kv, "slide").mockRejectedValue(new Error("store away"));
    const { limits, clock, onOutage } = scene(kv);
    expect(await letIn(limits, "loginAccount", "siti", 8)).toBe(5);
    expect(await letIn(limits, "loginAccount", "siti", 8)).toBe(0);
    expect(onOutage).toHaveBeenCalledTimes(1);
    slide.mockRestore();
    clock.now += 5000;
    expect(await letIn(limits, "loginAccount", "siti", 1)).toBe(1);
    expect(onOutage).toHaveBeenCalledTimes(1);
  });
});
