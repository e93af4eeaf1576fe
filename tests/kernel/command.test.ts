import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { asFault } from "@/server/doors/answer";
import { openCall } from "@/server/doors/call";
import { as, newWorld, type World } from "../support/world";
import { executions, openBranch, openTwo, readBranch, renameBranch, sneak, takePlace } from "./grammar";
import { addPool, codeOf, openOwner, rowsOf } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const branchesNamed = (name: string) => rowsOf(world.house, "branches", `name = '${name}'`);

describe("a command", () => {
  it("finds first and asks leave then: who may not know it hears not_found, who may not do it hears forbidden", async () => {
    const { id } = await openBranch(as(world.owner), { name: "Timur" });
    expect(await codeOf(renameBranch(as(world.owner), { id, name: "Barat" }))).toEqual({ got: { name: "Barat" } });
    expect(await codeOf(renameBranch(as(world.admin), { id, name: "Utara" }))).toBe("forbidden");
    expect(await codeOf(renameBranch(as(world.rivalOwner), { id, name: "Utara" }))).toBe("branch_not_found");
    expect(await codeOf(renameBranch(as(world.admin), { id: newId(), name: "Utara" }))).toBe("branch_not_found");
    expect(await branchesNamed("Barat")).toHaveLength(1);
  });

  it("names every wrong field, and the unknown ones, before it touches the database", async () => {
    const closed = { ...as(world.owner), transact: () => Promise.reject(new Error("the database was asked")) };
    const wrong = { id: "no", name: "", colour: "red" };
    const told = await renameBranch(closed, wrong).catch((error: unknown) => error);
    expect(told).toMatchObject({
      kind: "invalid",
      code: "validation",
      details: { fields: { id: ["invalid_format"], name: ["too_small"], colour: ["unknown_field"] } },
    });
  });

  it("changes nothing when it is refused or breaks at the very end", async () => {
    for (const end of ["conflict", "forbidden", "crash"] as const) {
      await codeOf(openBranch(as(world.owner), { name: `half-${end}`, end }));
      expect(executions.get(`half-${end}`)).toBe(1);
      expect(await branchesNamed(`half-${end}`)).toEqual([]);
    }
  });

  it("given work joins that transaction: both or none", async () => {
    const done = await openTwo(as(world.owner), { first: "a1", second: "a2" });
    const xids = await rowsOf<{ xid: string }>(
      world.house,
      "(select xmin::text as xid, name from branches) b",
      "name in ('a1', 'a2')",
    );
    expect(new Set(xids.map(({ xid }) => xid)).size).toBe(1);
    expect(xids[0]?.xid).toBe(done.xid);
    expect(await codeOf(openTwo(as(world.owner), { first: "b1", second: "b2", end: "conflict" }))).toBe("sold_out");
    expect(await branchesNamed("b1")).toEqual([]);
  });

  it("is refused while the agency may only look, and looking goes on", async () => {
    const { id } = await openBranch(as(world.owner), { name: "Selatan" });
    const call = { ...as(world.owner), readOnly: true };
    expect(await codeOf(renameBranch(call, { id, name: "x" }))).toBe("agency_read_only");
    expect(await readBranch(call, { id })).toMatchObject({ name: "Selatan" });
  });

  it("of an agency is refused without one, in the words of the door", async () => {
    const call = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" });
    expect(await codeOf(openBranch(call, { name: "nowhere" }))).toBe("agency_required");
  });
});

describe("a query", () => {
  it("is asked like a command: found, allowed, run", async () => {
    const { id } = await openBranch(as(world.owner), { name: "Pusat 2" });
    expect(await readBranch(as(world.owner), { id })).toMatchObject({ id, name: "Pusat 2" });
    expect(await codeOf(readBranch(as(world.viewer), { id }))).toBe("forbidden");
    expect(await codeOf(readBranch(as(world.rivalOwner), { id }))).toBe("branch_not_found");
  });

  it("cannot write, even through a command it calls", async () => {
    const error = await sneak(as(world.owner), { name: "sneaked" }).catch((e: unknown) => e);
    expect(String((error as Error).cause)).toMatch(/read-only transaction/);
    expect(await branchesNamed("sneaked")).toEqual([]);
  });
});

describe("[R3] a lock that is held too long", () => {
  it("ends in seconds in a refusal that may be tried again, and the wait harms nobody else", async () => {
    const poolId = await addPool(world.house, world.agency, 5);
    const free = await addPool(world.house, world.agency, 5);
    const owner = openOwner(world.house);
    await owner.begin(async (tx) => {
      await tx`select set_config('app.agency_id', ${world.agency.id}, true), set_config('role', 'qafila_tenant', true)`;
      await tx`select id from pools where id = ${poolId} for update`;
      const begun = Date.now();
      const waiting = Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          takePlace(as(world.owner), { poolId, note: `late ${i}` }).catch((e: unknown) => e),
        ),
      );
      expect(await takePlace(as(world.owner), { poolId: free, note: "other" })).toMatchObject({ place: 1 });
      const refused = (await waiting).map(asFault);
      expect(Date.now() - begun).toBeLessThan(10_000);
      expect(new Set(refused.map((fault) => fault && `${fault.kind} ${fault.code}`))).toEqual(
        new Set(["unavailable busy"]),
      );
    });
    await owner.end();
    expect(await takePlace(as(world.owner), { poolId, note: "again" })).toMatchObject({ place: 1 });
  });
});
