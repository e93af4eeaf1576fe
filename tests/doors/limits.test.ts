import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { GET as agencies } from "@/app/api/v1/agencies/route";
import type { Actor } from "@/lib/kernel/actor";
import { memoryKv } from "@/server/adapters/kv.memory";
import { takeTurn } from "@/server/doors/turn";
import { limiter } from "@/server/http/limits";
import { openRuntime, type Runtime } from "@/server/runtime";
import { signIn } from "../house/visitors";
import { actorOf, newWorld } from "../support/world";

const world = await newWorld();
afterAll(() => world.close());

let now = 0;
/** A fresh count, on a clock that stands still until it is moved. */
beforeEach(() => {
  now = 1_800_000_000_000;
  const clock = () => now;
  const limits = limiter(memoryKv({ maxKeys: 10_000, now: clock }), { now: clock, onOutage: () => undefined });
  openRuntime({ ...world.house, limits } as Runtime);
});

const NOBODY: Actor = { kind: "nobody" };
const from = (address: string) => new Headers({ "x-qafila-address": address });
/** How often of so many tries somebody got through. */
async function through(tries: number, turn: (i: number) => Promise<unknown>): Promise<number> {
  let passed = 0;
  for (let i = 0; i < tries; i += 1)
    passed += await turn(i).then(
      () => 1,
      () => 0,
    );
  return passed;
}

describe("[R86] calls", () => {
  it("of a session are counted by session, not by the hotel they come from", async () => {
    const [siti, hendra] = [actorOf(world.pilgrim), actorOf(world.otherPilgrim)];
    expect(await through(320, () => takeTurn("call", from("h"), siti, {}, new Headers()))).toBe(300);
    expect(await through(10, () => takeTurn("call", from("h"), hendra, {}, new Headers()))).toBe(10);
    expect(await through(1, () => takeTurn("call", from("elsewhere"), siti, {}, new Headers()))).toBe(0);
  });

  it("of nobody are counted by address", async () => {
    expect(await through(120, () => takeTurn("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
    expect(await through(1, () => takeTurn("call", from("b"), NOBODY, {}, new Headers()))).toBe(1);
  });

  it("are free again after a minute, and never more than the limit in any", async () => {
    expect(await through(300, () => takeTurn("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
    now += 30_000;
    expect(await through(300, () => takeTurn("call", from("a"), NOBODY, {}, new Headers()))).toBe(0);
    now += 35_000;
    expect(await through(300, () => takeTurn("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
  });

  it("that count as nothing are never refused", async () => {
    expect(await through(2_000, () => takeTurn("never", from("a"), NOBODY, {}, new Headers()))).toBe(2_000);
  });

  it("of a tracker are counted by its token, wherever the phone is", async () => {
    const turn = (token: string) => takeTurn("ingest", from(`${Math.random()}`), NOBODY, { token }, new Headers());
    expect(await through(150, () => turn("tr_one"))).toBe(120);
    expect(await through(10, () => turn("tr_two"))).toBe(10);
  });
});

describe("[R84] tries to get in", () => {
  const typo = (identifier: string, address: string) =>
    takeTurn("login", from(address), NOBODY, { identifier }, new Headers());

  it("on one account end after five failures, from wherever and however it is written", async () => {
    const spellings = ["siti@example.com", " Siti@Example.com", "SITI@EXAMPLE.COM "];
    expect(await through(20, (i) => typo(spellings[i % 3] ?? "", `10.0.0.${i}`))).toBe(5);
  });

  it("that succeed cost the account nothing", async () => {
    const good = async () => (await typo("siti", "a")).settle(true);
    expect(await through(50, good)).toBe(50);
    expect(await through(10, () => typo("siti", "a"))).toBe(5);
  });

  it("of fifty pilgrims behind one address, four typos each and then right: all get in", async () => {
    const arrive = async (i: number) => {
      for (let typos = 0; typos < 4; typos += 1) await typo(`pilgrim-${i}`, "hotel");
      await (await typo(`pilgrim-${i}`, "hotel")).settle(true);
    };
    expect(await through(50, arrive)).toBe(50);
  });
});

describe("[R86] the headers", () => {
  it("count down, and say when the next call may come", async () => {
    const out = new Headers();
    await takeTurn("call", from("a"), NOBODY, {}, out);
    expect([out.get("ratelimit-limit"), out.get("ratelimit-remaining")]).toEqual(["100", "99"]);
    await takeTurn("call", from("a"), NOBODY, {}, out);
    expect(out.get("ratelimit-remaining")).toBe("98");
    expect(Number(out.get("ratelimit-reset"))).toBeGreaterThan(0);
    expect(Number(out.get("ratelimit-reset"))).toBeLessThanOrEqual(65);
    expect(out.has("retry-after")).toBe(false);
  });

  it("stand on the answer of a route, and on its 429", async () => {
    const token = await signIn(world.house, world.owner);
    const ask = () =>
      agencies(
        new Request("http://localhost:3000/api/v1/agencies", { headers: { authorization: `Bearer ${token}` } }),
        {
          params: Promise.resolve({}),
        },
      );
    const first = await ask();
    expect([first.status, first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual([
      200,
      "300",
      "299",
    ]);
    await Promise.all(Array.from({ length: 299 }, ask));
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: "rate_limited",
      message: expect.any(String),
      requestId: expect.any(String),
    });
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("retry-after")).toBe(refused.headers.get("ratelimit-reset"));
    now += 65_000;
    expect((await ask()).status).toBe(200);
  });
});
