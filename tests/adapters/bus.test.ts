import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type ClosableBus, memoryBus } from "@/server/adapters/bus.memory";
import { redisBus } from "@/server/adapters/bus.redis";
import { startRedis, type TestRedis } from "@/tests/support/redis";

const NASTY = { text: "🕋 السلام عليكم \u202eRTL\u202c \u0000 \ud83d lone", list: [1, null] };
const onError = vi.fn();
let redis: TestRedis;
let open: ClosableBus[] = [];

beforeAll(async () => {
  redis = await startRedis();
});

afterEach(async () => {
  await Promise.all(open.map((bus) => bus.close()));
  open = [];
  onError.mockClear();
});

afterAll(() => redis.stop());

/** A speaker and a listener: two nodes where the bus joins nodes, one and the same where it does not. */
const pairs: Record<string, () => Promise<[ClosableBus, ClosableBus]>> = {
  memory: async () => {
    const bus = memoryBus({ onError });
    return [bus, bus];
  },
  redis: () => Promise.all([redisBus({ url: redis.url, onError }), redisBus({ url: redis.url, onError })]),
};

describe.each(Object.entries(pairs))("the bus in %s", (_name, make) => {
  async function nodes() {
    open = await make();
    return open as [ClosableBus, ClosableBus];
  }

  it("carries any text to every listener of the channel, in order, each its own copy", async () => {
    const [here, there] = await nodes();
    const heard: unknown[][] = [[], [], []];
    await here.subscribe("facts", (message) => void heard[0]?.push(message));
    await there.subscribe("facts", (message) => void heard[1]?.push(message));
    await there.subscribe("session", (message) => void heard[2]?.push(message));
    for (const message of [NASTY, "plain", 3, null]) await here.publish("facts", message);
    await expect.poll(() => heard).toEqual([[NASTY, "plain", 3, null], [NASTY, "plain", 3, null], []]);
    expect(heard[0]?.[0]).not.toBe(heard[1]?.[0]);
  });

  it("calls listeners later, and one that throws or rejects stops nobody", async () => {
    const [here, there] = await nodes();
    const order: string[] = [];
    await there.subscribe("signals", () => {
      throw new Error("broken ear");
    });
    await there.subscribe("signals", () => Promise.reject(new Error("late broken ear")));
    await there.subscribe("signals", () => void order.push("heard"));
    const published = here.publish("signals", 1);
    order.push("published");
    await published;
    await expect.poll(() => order).toEqual(["published", "heard"]);
    await expect
      .poll(() => onError.mock.calls.map(([error]) => error.message))
      .toEqual(["broken ear", "late broken ear"]);
  });

  it("stops calling who has unsubscribed, and only them", async () => {
    const [here, there] = await nodes();
    const heard: string[] = [];
    const leave = await there.subscribe("wake", () => void heard.push("one"));
    await there.subscribe("wake", () => void heard.push("other"));
    await leave();
    await leave();
    await here.publish("wake", 1);
    await expect.poll(() => heard).toEqual(["other"]);
  });
});

describe("the bus in redis", () => {
  it("refuses to publish while the server is away, and hears again once it is back", async () => {
    const [here, there] = await Promise.all([
      redisBus({ url: redis.url, onError }),
      redisBus({ url: redis.url, onError }),
    ]);
    open = [here, there];
    const heard: unknown[] = [];
    await there.subscribe("facts", (message) => void heard.push(message));
    await redis.down();
    const lost = () =>
      here.publish("facts", "lost").then(
        () => "taken",
        () => "refused",
      );
    await expect.poll(lost).toBe("refused");
    await redis.up();
    const tell = () => here.publish("facts", "after").catch(() => undefined);
    await expect.poll(() => tell().then(() => heard)).toContain("after");
    expect(onError).toHaveBeenCalled();
    expect(heard).not.toContain("lost");
  });

  it("says afterwards that something was missed: where nobody listened, and to all where one could not speak", async () => {
    const [here, there] = await Promise.all([
      redisBus({ url: redis.url, onError }),
      redisBus({ url: redis.url, onError }),
    ]);
    open = [here, there];
    const admin = await createClient({ url: redis.url }).on("error", onError).connect();
    const heard: string[] = [];
    await there.subscribe("missed", () => void heard.push("missed"));
    await there.subscribe("facts", () => void heard.push("facts"));
    await admin.sendCommand(["CLIENT", "KILL", "TYPE", "pubsub"]);
    await expect.poll(() => heard).toEqual(["missed"]);

    // Its connection is there, and what it says is not taken.
    await admin.sendCommand(["ACL", "SETUSER", "default", "-publish"]);
    await expect(here.publish("facts", "lost")).rejects.toThrow();
    await admin.sendCommand(["ACL", "SETUSER", "default", "+publish"]);
    await admin.sendCommand(["CLIENT", "KILL", "TYPE", "normal"]);
    await expect.poll(() => heard).toEqual(["missed", "missed"]);
    admin.destroy();
  });
});
