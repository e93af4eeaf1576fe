import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kv } from "@/lib/kernel/ports";
import { memoryKv } from "@/server/adapters/kv.memory";
import { upstashKv } from "@/server/adapters/kv.upstash";
import { startRedis, type TestRedis } from "@/tests/support/redis";
import { startUpstashFront, type UpstashFront } from "@/tests/support/upstash-front";

const NASTY = "🕋 السلام عليكم \u202eRTL\u202c \u0000 \ud83d lone \"quoted\" 'x' \n";
const START = Date.UTC(2026, 0, 1);
let redis: TestRedis;
let front: UpstashFront;
let unique = 0;
const fresh = (word: string) => `agency:a1:${word}:${++unique}`;

beforeAll(async () => {
  redis = await startRedis();
  front = await startUpstashFront(redis.url);
});

afterAll(async () => {
  await front.stop();
  await redis.stop();
});

/** Two instances that share one store. */
const stores: Record<string, () => [Kv, Kv]> = {
  memory: () => {
    const kv = memoryKv({ maxKeys: 10_000, now: Date.now });
    return [kv, kv];
  },
  upstash: () => [upstashKv(front), upstashKv(front)],
};

describe.each(Object.entries(stores))("the key-value store in %s", (_name, open) => {
  const one = () => open()[0];

  it("gives back what was put in, whatever the text", async () => {
    const kv = one();
    const key = fresh("text");
    for (const value of [NASTY, "123", "null", "", { a: [1, null, NASTY] }, 0, false, []]) {
      await kv.set(key, value, 60_000);
      expect(await kv.get(key)).toEqual(value);
    }
    await kv.set(fresh(NASTY), 1, 60_000);
  });

  it("reads many in the order asked, null where nothing is", async () => {
    const kv = one();
    const [a, b, missing] = [fresh("many"), fresh("many"), fresh("many")];
    await kv.set(a, "A", 60_000);
    await kv.set(b, { b: 1 }, 60_000);
    expect(await kv.mget([b, missing, a])).toEqual([{ b: 1 }, null, "A"]);
    expect(await kv.mget([])).toEqual([]);
  });

  it("forgets what was deleted, what ran out and what was set to end at once", async () => {
    const kv = one();
    const [a, b, c] = [fresh("gone"), fresh("gone"), fresh("gone")];
    await kv.set(a, 1, 60_000);
    await kv.set(b, 1, 30);
    await kv.set(c, 1, 60_000);
    await kv.set(c, 1, 0);
    await kv.del(a, fresh("never"));
    await kv.del();
    expect(await kv.mget([a, c])).toEqual([null, null]);
    await expect.poll(() => kv.get(b)).toBeNull();
  });

  it("leases a key to one owner, who renews and releases it", async () => {
    const [kv, rival] = open();
    const key = fresh("lease");
    const answers = await Promise.all([kv.lease(key, "one", 60_000), rival.lease(key, "two", 60_000)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    const [owner, loser] = answers[0] ? ["one", "two"] : ["two", "one"];
    expect(await kv.lease(key, owner, 60_000)).toBe(true);
    expect(await rival.release(key, loser)).toBe(false);
    expect(await kv.release(key, owner)).toBe(true);
    expect(await kv.release(key, owner)).toBe(false);
    expect(await rival.lease(key, loser, 20)).toBe(true);
    await expect.poll(() => kv.lease(key, owner, 60_000)).toBe(true);
  });

  it("lets exactly the limit through of 50 calls at the same moment [R86]", async () => {
    const [kv, second] = open();
    const rule = { limit: 20, windowMs: 60_000, now: START };
    const key = fresh("slide");
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? kv : second).slide(key, rule)));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(20);
    expect(
      answers
        .filter((answer) => answer.allowed)
        .map((answer) => answer.remaining)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it("lets a call through again after the time it named, and not before [R86]", async () => {
    const kv = one();
    const key = fresh("slide");
    const at = (now: number) => kv.slide(key, { limit: 1, windowMs: 60_000, now });
    expect(await at(START + 1234)).toEqual({ allowed: true, remaining: 0, resetMs: 63_000 - 1234 });
    const refused = await at(START + 50_000);
    expect(refused).toEqual({ allowed: false, remaining: 0, resetMs: 13_000 });
    expect((await at(START + 50_000 + refused.resetMs - 1)).allowed).toBe(false);
    expect((await at(START + 50_000 + refused.resetMs)).allowed).toBe(true);
  });

  it("looks without taking, and gives back what was taken once", async () => {
    const kv = one();
    const key = fresh("slide");
    const slide = (cost: 1 | 0 | -1, now = START) => kv.slide(key, { limit: 2, windowMs: 60_000, now, cost });
    expect(await slide(0)).toEqual({ allowed: true, remaining: 2, resetMs: 0 });
    await slide(1);
    await slide(1, START + 6000);
    expect(await slide(0, START + 6000)).toEqual({ allowed: false, remaining: 0, resetMs: 57_000 });
    expect(await slide(-1)).toEqual({ allowed: true, remaining: 1, resetMs: 69_000 });
    expect((await slide(-1)).remaining).toBe(1);
    expect(await slide(-1, START + 6000)).toEqual({ allowed: true, remaining: 2, resetMs: 0 });
  });

  it("never lets more than the limit plus 5 % through in any window, the clocks' difference aside, over two instances [R86]", async () => {
    const step = fc.record({
      wait: fc.nat({ max: 9000 }),
      calls: fc.integer({ min: 1, max: 6 }),
      second: fc.boolean(),
    });
    const scene = fc.tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.nat(2000),
    );
    await fc.assert(
      fc.asyncProperty(scene, async ([limit, steps, skew]) => {
        const instances = open();
        const key = fresh("slide");
        const admitted: number[] = [];
        let now = START;
        for (const { wait, calls, second } of steps) {
          now += wait;
          const rule = { limit, windowMs: 60_000, now: now + (second ? skew : 0) };
          const kv = instances[second ? 1 : 0];
          const answers = await Promise.all(Array.from({ length: calls }, () => kv.slide(key, rule)));
          for (const answer of answers) if (answer.allowed) admitted.push(now);
        }
        const most = Math.max(
          ...admitted.map((end) => admitted.filter((t) => t <= end && t > end - 60_000 + skew).length),
        );
        expect(most).toBeLessThanOrEqual(limit * 1.05);
        expect((await instances[0].slide(key, { limit, windowMs: 60_000, now: now + 65_001 })).remaining).toBe(
          limit - 1,
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("the key-value store in memory", () => {
  it("holds no more keys than it may, and drops the longest unused", async () => {
    const kv = memoryKv({ maxKeys: 3, now: Date.now });
    for (const key of ["a", "b", "c"]) await kv.set(key, key, 60_000);
    await kv.get("a");
    await kv.set("d", "d", 60_000);
    await kv.slide("e", { limit: 1, windowMs: 1000, now: START });
    expect(await kv.mget(["a", "b", "c", "d"])).toEqual(["a", null, null, "d"]);
  });

  it("expires by the clock it was given", async () => {
    let now = START;
    const kv = memoryKv({ maxKeys: 3, now: () => now });
    await kv.set("a", 1, 1000);
    now += 999;
    expect(await kv.get("a")).toBe(1);
    now += 1;
    expect(await kv.get("a")).toBeNull();
  });
});

describe("the key-value store in upstash", () => {
  it("says so soon when the store is away or the token is wrong", async () => {
    const wrong = upstashKv({ url: front.url, token: "wrong" });
    await expect(wrong.get("a")).rejects.toThrow("WRONGPASS");
    const away = upstashKv({ url: "http://127.0.0.1:9", token: "t", timeoutMs: 300 });
    await expect(away.slide("a", { limit: 1, windowMs: 1000, now: START })).rejects.toThrow();
  });
});
