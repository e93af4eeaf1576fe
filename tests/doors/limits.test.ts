import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { GET as agencies } from "@/app/api/v1/agencies/route";
import { POST as join } from "@/app/api/v1/groups/join/route";
import { POST as owntracks } from "@/app/api/v1/ingest/owntracks/[token]/route";
import type { Actor } from "@/lib/kernel/actor";
import { issueTracker } from "@/lib/tracking/commands/trackers";
import { memoryKv } from "@/server/adapters/kv.memory";
import { limitCall, limitUse } from "@/server/doors/rate-limit";
import { limiter } from "@/server/http/limits";
import { openRuntime, type Runtime } from "@/server/runtime";
import { crowd, days, openGroup } from "../groups/support";
import { signIn } from "../house/visitors";
import { actorOf, as, newWorld } from "../support/world";

const world = await newWorld();
afterAll(() => world.close());

let now = 0;
/** A fresh count, on a clock that stands still until it is moved. */
beforeEach(() => {
  now = 1_800_000_000_000;
  const clock = () => now;
  const kv = memoryKv({ maxKeys: 10_000, now: clock });
  const limits = limiter(kv, { spare: kv, now: clock, onOutage: () => undefined });
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
    expect(await through(320, () => limitCall("call", from("h"), siti, {}, new Headers()))).toBe(300);
    expect(await through(10, () => limitCall("call", from("h"), hendra, {}, new Headers()))).toBe(10);
    expect(await through(1, () => limitCall("call", from("elsewhere"), siti, {}, new Headers()))).toBe(0);
  });

  it("of nobody are counted by address", async () => {
    expect(await through(120, () => limitCall("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
    expect(await through(1, () => limitCall("call", from("b"), NOBODY, {}, new Headers()))).toBe(1);
  });

  it("are free again after a minute, and never more than the limit in any", async () => {
    expect(await through(300, () => limitCall("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
    now += 30_000;
    expect(await through(300, () => limitCall("call", from("a"), NOBODY, {}, new Headers()))).toBe(0);
    now += 35_000;
    expect(await through(300, () => limitCall("call", from("a"), NOBODY, {}, new Headers()))).toBe(100);
  });

  it("that count as nothing are never refused", async () => {
    expect(await through(2_000, () => limitCall("never", from("a"), NOBODY, {}, new Headers()))).toBe(2_000);
  });

  it("with positions are counted by device, by socket and HTTP together, and leave the session's others alone", async () => {
    const siti = actorOf(world.pilgrim);
    const send = () => limitCall("ingest", from("h"), siti, {}, new Headers());
    expect(await through(60, () => limitUse("ingest", siti.sessionId))).toBe(60);
    expect(await through(100, send)).toBe(60);
    expect(await through(10, () => limitCall("call", from("h"), siti, {}, new Headers()))).toBe(10);
  });

  it("with positions are as many as the operator says", async () => {
    const kv = memoryKv({ maxKeys: 10, now: () => now });
    const limits = limiter(kv, { spare: kv, onOutage: () => undefined, ingest: 7 });
    openRuntime({ ...world.house, limits } as Runtime);
    expect(await through(20, () => limitUse("ingest", "a device"))).toBe(7);
  });
});

describe("[R86] a companion tracker", () => {
  const post = async (token: string, address: string) => {
    const url = `http://localhost:3000/api/v1/ingest/owntracks/${token}`;
    const request = new Request(url, { method: "POST", body: "{}", headers: from(address) });
    return (await owntracks(request, { params: Promise.resolve({ token }) })).status;
  };
  const answers = async (tries: number, ask: (i: number) => Promise<number>) => {
    const counts: Record<number, number> = {};
    for (let i = 0; i < tries; i += 1) {
      const status = await ask(i);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  };

  it("is counted by its token, wherever it is", async () => {
    const { token } = await issueTracker(as(world.pilgrim), { kind: "owntracks", name: "Old phone" });
    expect(await answers(125, (i) => post(token, `10.0.0.${i}`))).toEqual({ 200: 120, 429: 5 });
    const { token: other } = await issueTracker(as(world.pilgrim), { kind: "owntracks", name: "Another" });
    expect(await post(other, "10.0.0.1")).toBe(200);
  });

  it("whose body can't be read is counted by address, for its token stands with the body", async () => {
    const flood = async (i: number) => {
      const body = "x".repeat(1_000_001);
      const request = new Request("http://localhost:3000/", { method: "POST", body, headers: from("flood") });
      return (await owntracks(request, { params: Promise.resolve({ token: `tr_${i}` }) })).status;
    };
    expect(await answers(110, flood)).toEqual({ 413: 100, 429: 10 });
  });

  it("[R84] that nobody issued is counted by address, so that guessing tokens is not free", async () => {
    expect(await answers(120, (i) => post(`tr_guess${i}`, "thief"))).toEqual({ 404: 100, 429: 20 });
    const { token } = await issueTracker(as(world.pilgrim), { kind: "owntracks", name: "Neighbour" });
    expect(await post(token, "thief")).toBe(200);
  });
});

describe("[R84] tries to get in", () => {
  const typo = (identifier: string, address: string) =>
    limitCall("login", from(address), NOBODY, { identifier }, new Headers());

  it("on one account end after five failures, from wherever and however it is written", async () => {
    const spellings = ["siti@example.com", " Siti@Example.com", "SITI@EXAMPLE.COM "];
    expect(await through(20, (i) => typo(spellings[i % 3] ?? "", `10.0.0.${i}`))).toBe(5);
  });

  it("that name nobody are counted by address alone: one stranger's broken bodies cost another none of theirs", async () => {
    const empty = (address: string) => limitCall("login", from(address), NOBODY, null, new Headers());
    const unsaid = (address: string) => limitCall("code", from(address), NOBODY, { identifier: " " }, new Headers());
    expect(await through(20, (i) => empty(`10.0.1.${i}`))).toBe(20);
    expect(await through(20, (i) => unsaid(`10.0.1.${i}`))).toBe(20);
    expect(await through(400, () => empty("10.0.2.1"))).toBe(300);
    expect(await through(100, () => unsaid("10.0.2.1"))).toBe(60);
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

describe("[R84] join codes", () => {
  const WRONG = "2222-2222";
  async function opened(size: number) {
    const group = await openGroup(world, {
      capacity: size + 1,
      startsAt: days(-3, new Date()).toISOString(),
      endsAt: days(5, new Date()).toISOString(),
    });
    const people = await crowd(world, size);
    return { code: group.joinCode ?? "", tokens: await Promise.all(people.map((who) => signIn(world.house, who))) };
  }
  const post = async (token: string, code: string, address = "hotel") => {
    const headers = from(address);
    headers.set("authorization", `Bearer ${token}`);
    const url = "http://localhost:3000/api/v1/groups/join";
    const request = new Request(url, { method: "POST", headers, body: JSON.stringify({ code }) });
    return (await join(request, { params: Promise.resolve({}) })).status;
  };

  it("let fifty pilgrims behind one address in, each after four typos", async () => {
    const { code, tokens } = await opened(50);
    const arrive = async (token: string, i: number) => {
      for (let typo = 0; typo < 4; typo += 1) expect(await post(token, `${WRONG}${i}${typo}`)).toBe(404);
      return post(token, code);
    };
    expect(new Set(await Promise.all(tokens.map(arrive)))).toEqual(new Set([200]));
  });

  it("are not guessed: ten a session, three hundred an address, a hundred tries of one code", async () => {
    const { code, tokens } = await opened(1);
    const [token = ""] = tokens;
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push(await post(token, `${WRONG}${i}`, `10.0.0.${i}`));
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
    expect(await post(token, code)).toBe(429);

    const guess = (address: string, tried: string) =>
      limitCall("join", from(address), actorOf(world.pilgrim), { code: tried }, new Headers());
    expect(await through(320, (i) => guess("one address", `${WRONG}${i}`))).toBe(300);
    expect(await through(120, (i) => guess(`address ${i}`, "one code"))).toBe(100);
  });
});

describe("[R86] the headers", () => {
  it("count down, and say when the next call may come", async () => {
    const out = new Headers();
    await limitCall("call", from("a"), NOBODY, {}, out);
    expect([out.get("ratelimit-limit"), out.get("ratelimit-remaining")]).toEqual(["100", "99"]);
    await limitCall("call", from("a"), NOBODY, {}, out);
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
