import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Told } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { as, newWorld, type Somebody, type World } from "../support/world";
import { noteAcross, type Taken, takePlace } from "./grammar";
import { addPool, codeOf, listen, rowsOf, underKey } from "./support";

let world: World;
let heard: Told[];
beforeAll(async () => {
  world = await newWorld(20);
  heard = await listen(world.house);
});
afterAll(() => world.close());

const take = (poolId: string, note: string, who: Somebody = world.owner) =>
  takePlace({ ...as(who), requestId: `take-${note}` }, { poolId, note });
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const got = (answer: unknown) => (answer as { got: Taken }).got;

/** The platform does not look into pools; their own agency does. */
const poolSold = async (poolId: string) =>
  as(world.owner).transact("agency", true, async (tx) => {
    const [row] = await tx.execute<{ sold: number }>(`select sold from pools where id = '${poolId}'`);
    return row?.sold;
  });

describe("calls that share a batch", () => {
  it("are granted in the order in which they came, in one transaction, and never beyond the limit", async () => {
    const poolId = await addPool(world.house, world.agency, 30);
    const answers = await Promise.all(range(50).map((i) => codeOf(take(poolId, `order-${i}`))));
    expect(answers.slice(0, 30).map((answer) => got(answer).place)).toEqual(range(30).map((i) => i + 1));
    expect(answers.slice(30)).toEqual(Array(20).fill("sold_out"));
    expect(new Set(answers.slice(0, 30).map((answer) => got(answer).xid)).size).toBe(1);
    expect(await poolSold(poolId)).toBe(30);
  });

  it("leave an audit row and a fact each, with their own caller and request", async () => {
    const poolId = await addPool(world.house, world.agency, 2);
    const callers = [world.owner, world.admin, world.manager];
    await Promise.all(callers.map((who, i) => codeOf(take(poolId, `own-${i}`, who))));
    const audit = await rowsOf<{ actor: string; request_id: string; changes: unknown }>(
      world.house,
      "audit_log",
      "request_id like 'take-own-%' order by request_id",
    );
    expect(audit.map(({ actor, request_id }) => [request_id, actor])).toEqual([
      ["take-own-0", `user:${world.owner.userId}`],
      ["take-own-1", `user:${world.admin.userId}`],
    ]);
    expect(audit[1]?.changes).toMatchObject([{ table: "pools", id: poolId, before: { sold: 1 }, after: { sold: 2 } }]);
    const facts = await rowsOf<{ request_id: string }>(world.house, "facts", "request_id like 'take-own-%'");
    expect(facts.map(({ request_id }) => request_id).sort()).toEqual(["take-own-0", "take-own-1"]);
    const names = () =>
      heard.map(({ payload }) => (payload as { name: string }).name).filter((name) => name.startsWith("own-"));
    await vi.waitFor(() => expect(names()).toEqual(["own-0", "own-1"]), { timeout: 60_000 });
  });

  it("are asked for leave one by one: who may not takes nothing from the others", async () => {
    const poolId = await addPool(world.house, world.agency, 10);
    const callers = [world.owner, world.viewer, world.admin];
    const answers = await Promise.all(callers.map((who, i) => codeOf(take(poolId, `leave-${i}`, who))));
    expect([got(answers[0]).place, answers[1], got(answers[2]).place]).toEqual([1, "forbidden", 2]);
    expect(await rowsOf(world.house, "audit_log", "request_id = 'take-leave-1'")).toEqual([]);
  });

  it("of a batch that throws each run alone: the bad one fails by itself", async () => {
    const poolId = await addPool(world.house, world.agency, 10);
    const notes = ["p0", "poison", "p1", "p2"];
    const answers = await Promise.all(notes.map((note) => codeOf(take(poolId, note))));
    expect(answers[1]).toBeInstanceOf(Error);
    const others = [answers[0], answers[2], answers[3]].map(got);
    expect(others.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(new Set(others.map(({ xid }) => xid)).size).toBe(3);
    expect(await poolSold(poolId)).toBe(3);
  });

  it("never mix two resources or two agencies in one lane, unless the command says so", async () => {
    const [one, two] = [await addPool(world.house, world.agency, 5), await addPool(world.house, world.agency, 5)];
    const theirs = await addPool(world.house, world.rival, 5);
    const answers = await Promise.all([
      take(one, "m0"),
      take(two, "m1"),
      take(theirs, "m2", world.rivalOwner),
      codeOf(take(one, "m3", world.rivalOwner)),
    ]);
    const xids = answers.slice(0, 3).map((answer) => (answer as Taken).xid);
    expect(new Set(xids).size).toBe(3);
    // The foreign pool does not exist for them, in the batch and alone.
    expect(answers[3]).toBe("pool_not_found");
  });

  it("that carry an Idempotency-Key go alone, and are replayed", async () => {
    const poolId = await addPool(world.house, world.agency, 5);
    const keyed = () => takePlace(underKey(as(world.owner), "together"), { poolId, note: "keyed" });
    const first = await keyed();
    expect(await keyed()).toEqual(first);
    expect(await poolSold(poolId)).toBe(1);
  });

  it("leave an empty lane behind, and whoever comes late starts the next batch", async () => {
    const poolId = await addPool(world.house, world.agency, 500);
    const late = range(120).map(async (i) => {
      // Arrivals at every stage of a batch: some before it starts, some while it runs, some as it ends.
      for (let turn = 0; turn < i % 40; turn += 1) await new Promise((next) => setImmediate(next));
      return take(poolId, `late-${i}`);
    });
    const places = (await Promise.all(late)).map(({ place }) => place);
    expect(places.sort((a, b) => a - b)).toEqual(range(120).map((i) => i + 1));
    expect(world.house.lanes.size).toBe(0);
  });

  it("hear 'busy' when the lane is full, instead of waiting without end", async () => {
    const poolId = await addPool(world.house, world.agency, 1);
    const full = { queue: Array(20_000).fill(null) };
    const lanes = new Map([[`test.take_place:${world.agency.id}:${poolId}`, full]]);
    expect(await codeOf(takePlace({ ...as(world.owner), lanes }, { poolId, note: "full" }))).toBe("busy");
  });
});

describe("a batch that carries several agencies", () => {
  it("is one transaction, and each part stands behind its own agency's fence", async () => {
    const prefix = newId();
    const callers = range(20).map((i) => (i % 2 ? world.owner : world.rivalOwner));
    const answers = await Promise.all(
      callers.map((who, i) => noteAcross({ ...as(who), requestId: `${prefix}-${i}` }, { text: `n${i}` })),
    );
    expect(new Set(answers.map(({ xid }) => xid)).size).toBe(1);
    // Within its part each saw the rows of one agency only.
    expect(new Set(answers.map(({ seen }) => seen))).toEqual(new Set([1]));
    const rows = await rowsOf<{ agency_id: string; subject: string }>(
      world.house,
      "deliveries",
      `dedupe_key like '${prefix}-%'`,
    );
    expect(rows).toHaveLength(20);
    for (const { agency_id, subject } of rows) expect(agency_id).toBe(callers[Number(subject.slice(1))]?.agencyId);
    const audit = await rowsOf<{ agency_id: string; request_id: string }>(
      world.house,
      "audit_log",
      `request_id like '${prefix}-%'`,
    );
    for (const { agency_id, request_id } of audit) {
      expect(agency_id).toBe(callers[Number(request_id.slice(prefix.length + 1))]?.agencyId);
    }
    expect(audit).toHaveLength(20);
  });
});
