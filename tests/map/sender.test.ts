import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStore, type OutgoingFix, type SendBatch, type SendOutcome, withSpare } from "@/components/offline/fix";
import { lasting } from "@/components/offline/lasting";
import { BATCH_MAX, backoffMs, DurableSender } from "@/components/offline/sender";

const fix = (n: number): OutgoingFix => ({
  id: `0193f0a4-${String(n).padStart(6, "0")}`,
  at: "2026-11-21T05:18:00.000Z",
  lat: 21.4,
  lng: 39.8,
});
const answered = (batch: readonly OutgoingFix[]): SendOutcome => ({
  kind: "answered",
  ids: batch.map((one) => one.id),
});

/** A clock the test turns: `ring` runs what was put off. */
function clock() {
  let waiting: { task: () => void; ms: number } | null = null;
  return {
    later: (task: () => void, ms: number) => {
      waiting = { task, ms };
      return () => {
        waiting = null;
      };
    },
    waits: () => waiting?.ms ?? null,
    ring: () => {
      const due = waiting;
      waiting = null;
      due?.task();
    },
  };
}

/** Rings and drains until nothing is planned any more. */
async function settle(sender: DurableSender, time: ReturnType<typeof clock>) {
  await sender.flush();
  for (let i = 0; i < 500 && time.waits() !== null; i++) {
    time.ring();
    await sender.flush();
  }
}

describe("The durable sender", () => {
  it("keeps a fix until the server has answered for it", async () => {
    const store = memoryStore();
    const time = clock();
    let up = false;
    const sender = new DurableSender({
      store,
      ...time,
      send: async (batch) => (up ? answered(batch) : { kind: "failed" }),
    });
    await sender.add(fix(1));
    await sender.flush();
    expect(sender.read()).toMatchObject({ unsent: 1, failing: true, lastAckAt: null });
    up = true;
    await settle(sender, time);
    expect(sender.read()).toMatchObject({ unsent: 0, failing: false });
  });

  it("sends at most five hundred at once, oldest first, one batch in flight", async () => {
    const store = memoryStore();
    for (let n = 0; n < BATCH_MAX + 20; n++) await store.add(fix(n));
    const sizes: number[] = [];
    let inFlight = 0;
    const send: SendBatch = async (batch) => {
      expect(++inFlight).toBe(1);
      await Promise.resolve();
      inFlight--;
      sizes.push(batch.length);
      return answered(batch);
    };
    const sender = new DurableSender({ store, send });
    await Promise.all([sender.flush(), sender.flush(), sender.flush()]);
    expect(sizes).toEqual([BATCH_MAX, 20]);
  });

  it("survives a reload: a new sender on the same store sends what was left", async () => {
    const store = memoryStore();
    const before = new DurableSender({ store, ...clock(), send: async () => ({ kind: "failed" }) });
    await before.add(fix(1));
    before.stop();
    const got: string[] = [];
    const after = new DurableSender({
      store,
      send: async (batch) => {
        got.push(...batch.map((one) => one.id));
        return answered(batch);
      },
    });
    await after.flush();
    expect(got).toEqual([fix(1).id]);
  });

  it("waits longer after every failure, honours the server's wish, and returns at once when the network does", async () => {
    const time = clock();
    const outcomes: SendOutcome[] = [{ kind: "failed" }, { kind: "failed" }, { kind: "failed", retryAfterMs: 30_000 }];
    const sender = new DurableSender({
      store: memoryStore(),
      ...time,
      random: () => 1,
      send: async (batch) => outcomes.shift() ?? answered(batch),
    });
    await sender.add(fix(1));
    await sender.flush();
    expect(time.waits()).toBe(1_000);
    time.ring();
    await sender.flush();
    expect(time.waits()).toBe(2_000);
    time.ring();
    await sender.flush();
    expect(time.waits()).toBe(30_000);
    sender.kick();
    await sender.flush();
    expect(time.waits()).toBeNull();
    expect(sender.read().unsent).toBe(0);
    expect(backoffMs(40, 1)).toBe(60_000);
  });

  it("a network that comes back while an attempt fails is used at once", async () => {
    const time = clock();
    const fates: SendOutcome["kind"][] = ["failed", "answered"];
    const sender: DurableSender = new DurableSender({
      store: memoryStore(),
      ...time,
      send: async (batch) => {
        if (fates.shift() === "answered") return answered(batch);
        sender.kick();
        return { kind: "failed" };
      },
    });
    await sender.add(fix(1));
    await sender.flush();
    expect(time.waits()).toBeNull();
    expect(sender.read().unsent).toBe(0);
  });

  it("gives up only the one fix the server will never take", async () => {
    const store = memoryStore();
    for (let n = 0; n < 30; n++) await store.add(fix(n));
    const poison = fix(17).id;
    const got = new Set<string>();
    const send: SendBatch = async (batch) => {
      if (batch.some((one) => one.id === poison)) return { kind: "refused" };
      for (const one of batch) got.add(one.id);
      return answered(batch);
    };
    const sender = new DurableSender({ store, send });
    await sender.flush();
    expect(got.size).toBe(29);
    expect(sender.read()).toMatchObject({ unsent: 0, dropped: 1 });
  });

  it("bounds the queue and says how many it gave up", async () => {
    const sender = new DurableSender({
      store: memoryStore(),
      ...clock(),
      max: 10,
      send: async () => ({ kind: "failed" }),
    });
    for (let n = 0; n < 40; n++) await sender.add(fix(n));
    const { unsent, dropped } = sender.read();
    expect(unsent).toBeLessThanOrEqual(10);
    expect(unsent + dropped).toBe(40);
  });

  it("never loses or doubles a fix, whatever happens to the answers", async () => {
    const fate = fc.record({
      arrives: fc.boolean(),
      answered: fc.constantFrom("all", "some", "none", "twice", "foreign", "throws"),
    });
    const step = fc.oneof(
      fc.constant("add" as const),
      fc.constant("ring" as const),
      fc.constant("kick" as const),
      fc.constant("reload" as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 60 }),
        fc.array(fate, { maxLength: 60 }),
        async (steps, fates) => {
          const store = memoryStore();
          const time = clock();
          const server = new Map<string, number>();
          const acked = new Set<string>();
          let calm = false;
          const send: SendBatch = async (batch) => {
            const luck = calm ? undefined : fates.shift();
            const arrives = luck?.arrives ?? true;
            if (arrives) for (const one of batch) server.set(one.id, (server.get(one.id) ?? 0) + 1);
            if (!arrives || luck?.answered === "none") return { kind: "failed" };
            if (luck?.answered === "throws") throw new Error("connection lost");
            const shuffled = batch.map((one) => one.id).reverse();
            const ids = luck?.answered === "some" ? shuffled.slice(0, Math.ceil(shuffled.length / 2)) : shuffled;
            for (const id of ids) acked.add(id);
            if (luck?.answered === "foreign") return { kind: "answered", ids: [...ids, "nobody-sent-this"] };
            return { kind: "answered", ids: luck?.answered === "twice" ? [...ids, ...ids] : ids };
          };
          let sender = new DurableSender({ store, ...time, send });
          let added = 0;
          for (const one of steps) {
            if (one === "add") await sender.add(fix(added++));
            if (one === "ring") time.ring();
            if (one === "kick") sender.kick();
            if (one === "reload") {
              sender.stop();
              sender = new DurableSender({ store, ...time, send });
            }
            const kept = new Set(await store.ids());
            for (let n = 0; n < added; n++) expect(kept.has(fix(n).id) || acked.has(fix(n).id)).toBe(true);
          }
          calm = true;
          sender.kick();
          await settle(sender, time);
          expect(await store.ids()).toEqual([]);
          // The server takes an id once, so what counts is that each arrived and none was made up.
          expect([...server.keys()].sort()).toEqual(Array.from({ length: added }, (_, n) => fix(n).id));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("The queue's database", () => {
  it("is opened again once the phone has taken its connection away, by one of those who wait for it", async () => {
    let opened = 0;
    const open = async () => ({ number: ++opened });
    const use = lasting(open);
    const gone = Object.assign(new Error("Connection to Indexed Database server lost"), { name: "UnknownError" });
    const read = (db: { number: number }) => (db.number === 1 ? Promise.reject(gone) : Promise.resolve(db.number));
    expect(await Promise.all([use(read), use(read), use(read)])).toEqual([2, 2, 2]);
    const full = Object.assign(new Error("full"), { name: "QuotaExceededError" });
    await expect(use(() => Promise.reject(full))).rejects.toBe(full);
    expect(opened).toBe(2);
  });
});

describe("A phone without room", () => {
  it("sends what it can't store, after what it could, and counts it as unsent until then", async () => {
    const disk = memoryStore();
    await disk.add(fix(1));
    const noRoom = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
    const time = clock();
    const sent: string[] = [];
    let up = false;
    const sender = new DurableSender({
      store: withSpare({ ...disk, add: noRoom }),
      ...time,
      send: async (batch) => {
        if (!up) return { kind: "failed" };
        sent.push(...batch.map(({ id }) => id));
        return answered(batch);
      },
    });
    for (const n of [3, 2]) await sender.add(fix(n));
    await sender.flush();
    expect(sender.read()).toMatchObject({ unsent: 3, failing: true });
    up = true;
    await settle(sender, time);
    expect(sent).toEqual([1, 2, 3].map((n) => fix(n).id));
    expect(sender.read()).toMatchObject({ unsent: 0, failing: false });
  });
});
