import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fenced } from "@/db/tx";
import type { Told } from "@/lib/kernel/fact";
import { openCall } from "@/server/doors/call";
import { actorOf, as, NOON, newWorld, type World } from "../support/world";
import { openBranch, openTwo, renameBranch } from "./grammar";
import { codeOf, listen, openOwner, rowsOf } from "./support";

type AuditRow = {
  actor: string;
  agency_id: string;
  at: string;
  on_behalf_of: string | null;
  changes: unknown[];
  via: string;
};

let world: World;
let heard: Told[];
beforeAll(async () => {
  world = await newWorld();
  heard = await listen(world.house);
});
afterAll(() => world.close());

const auditOf = (requestId: string) => rowsOf<AuditRow>(world.house, "audit_log", `request_id = '${requestId}'`);
const factsOf = (requestId: string) =>
  rowsOf<{ id: string; node: string }>(world.house, "facts", `request_id = '${requestId}'`);
const call = (requestId: string, more = {}) => ({ ...as(world.owner), requestId, ...more });

describe("[R87] the audit log", () => {
  it("says who, on whose behalf, when, by which door, and what it was before and after", async () => {
    const { id } = await openBranch(call("audit-1"), { name: "Lama" });
    await renameBranch(call("audit-2", { onBehalfOf: `user:${world.pilgrim.userId}` }), { id, name: "Baru" });
    const [row] = await auditOf("audit-2");
    expect(row).toMatchObject({
      actor: `user:${world.owner.userId}`,
      on_behalf_of: `user:${world.pilgrim.userId}`,
      agency_id: world.agency.id,
      command: "test.rename_branch",
      via: "http",
      request_id: "audit-2",
      changes: [
        { table: "branches", id, before: { name: "Lama", city: "Almaty" }, after: { name: "Baru", city: "Almaty" } },
      ],
    });
    expect(new Date(row?.at ?? "")).toEqual(NOON);
  });

  it("keeps people and secrets by the name of the column only", async () => {
    await openBranch(call("audit-3"), { name: "Rahasia" });
    const [row] = await auditOf("audit-3");
    expect(row?.changes).toMatchObject([
      { before: null, after: { personName: "•", phone: "•", name: "Rahasia", size: "12" } },
    ]);
    expect(JSON.stringify(row)).not.toMatch(/Siti|62812/);
  });

  it("has one row per call, also when a command used others, and none for a call that failed", async () => {
    await openTwo(call("audit-4"), { first: "c1", second: "c2" });
    const rows = await auditOf("audit-4");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ command: "test.open_two" });
    expect(rows[0]?.changes).toHaveLength(2);
    await codeOf(openBranch(call("audit-5"), { name: "d1", end: "crash" }));
    expect(await auditOf("audit-5")).toEqual([]);
  });

  it.each(["qafila_tenant", "qafila_platform"] as const)("cannot be rewritten by %s", async (role) => {
    await openBranch(call(`fixed-${role}`), { name: `fixed ${role}` });
    for (const verb of ["update audit_log set actor = 'nobody'", "delete from audit_log"]) {
      const attempt = fenced(world.house.database, role, world.agency.id, false, (tx) => tx.execute(verb));
      await expect(attempt.catch((error: Error) => Promise.reject(error.cause))).rejects.toThrow(/permission denied/);
    }
    expect(await auditOf(`fixed-${role}`)).toHaveLength(1);
  });

  it("cannot be rewritten by a role that has every right either", async () => {
    const owner = openOwner(world.house);
    const loosen = (tx: typeof owner) => [
      tx.unsafe("grant update, delete on audit_log to qafila_tenant"),
      tx.unsafe(
        `select set_config('role', 'qafila_tenant', true), set_config('app.agency_id', '${world.agency.id}', true)`,
      ),
    ];
    for (const verb of ["update audit_log set actor = 'nobody'", "delete from audit_log"]) {
      const attempt = owner.begin(async (tx) => {
        await Promise.all(loosen(tx as unknown as typeof owner));
        await tx.unsafe(verb);
      });
      await expect(attempt).rejects.toThrow(/append-only/);
    }
    await owner.end();
  });
});

describe("[R71] facts", () => {
  it("commit with the change, in the same transaction, and are announced after it", async () => {
    const published: { at: string; seen: number }[] = [];
    const { bus } = world.house.ports;
    const stop = await bus.subscribe("facts", async (message) => {
      const { facts } = message as { facts: { payload: { name: string } }[] };
      const name = facts[0]?.payload.name ?? "";
      published.push({ at: name, seen: (await rowsOf(world.house, "branches", `name = '${name}'`)).length });
    });
    const { id } = await openBranch(call("fact-1"), { name: "Terdengar" });
    const rows = await factsOf("fact-1");
    expect(rows).toMatchObject([
      {
        agency_id: world.agency.id,
        name: "test.branch_named",
        node: world.house.node,
        payload: { branchId: id, name: "Terdengar" },
      },
    ]);
    await vi.waitFor(() => expect(published).toEqual([{ at: "Terdengar", seen: 1 }]), { timeout: 60_000 });
    await stop();
    expect(heard.at(-1)).toMatchObject({
      id: rows[0]?.id,
      wire: "test:named",
      audiences: ["agency:somebody:staff"],
      moves: [id],
    });
    const [same] = await rowsOf<{ same: boolean }>(
      world.house,
      "(select f.xmin = b.xmin as same from facts f, branches b where f.request_id = 'fact-1' and b.name = 'Terdengar') s",
    );
    expect(same).toEqual({ same: true });
  });

  it("of a change that did not happen are neither kept nor told", async () => {
    const before = heard.length;
    await codeOf(openBranch(call("fact-2"), { name: "Batal", end: "conflict" }));
    await codeOf(openTwo(call("fact-3"), { first: "Batal 2", second: "Batal 3", end: "crash" }));
    await openBranch(call("fact-4"), { name: "Sesudah" });
    expect([...(await factsOf("fact-2")), ...(await factsOf("fact-3"))]).toEqual([]);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before), { timeout: 60_000 });
    expect(heard.slice(before).map(({ payload }) => payload)).toMatchObject([{ name: "Sesudah" }]);
  });

  it("are not told when only the commit fails", async () => {
    const before = heard.length;
    const failing = openCall({ actor: actorOf(world.owner), agencyId: world.agency.id, via: "http" });
    const transact: typeof failing.transact = (fence, readOnly, work) =>
      failing.transact(fence, readOnly, async (tx) => {
        const done = await work(tx);
        await tx.execute(sql`select 1 / 0`);
        return done;
      });
    await expect(openBranch({ ...failing, transact }, { name: "Hampir" })).rejects.toThrow();
    await openBranch(call("fact-5"), { name: "Tanda" });
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before), { timeout: 60_000 });
    expect(heard.slice(before).map(({ payload }) => payload)).toMatchObject([{ name: "Tanda" }]);
  });

  it("survive a bus that is down: the change stands and waits for the relay", async () => {
    const { ports } = world.house;
    const broken = {
      ...world.house,
      ports: { ...ports, bus: { ...ports.bus, publish: () => Promise.reject(new Error("down")) } },
    };
    const silent = openCall(
      { actor: actorOf(world.owner), agencyId: world.agency.id, via: "http", requestId: "fact-6" },
      broken,
    );
    await openBranch(silent, { name: "Sunyi" });
    expect(await factsOf("fact-6")).toHaveLength(1);
  });
});

describe("a plan for later", () => {
  it("replaces the one of the same key, and only within its agency", async () => {
    const later = new Date(NOON.getTime() + 3_600_000);
    const first = await openBranch(as(world.owner), { name: "Ingat" });
    await openBranch(as(world.rivalOwner), { name: "Ingat" });
    const second = await openBranch(as(world.owner, {}, later), { name: "Ingat" });
    const rows = await rowsOf<{ agency_id: string; payload: unknown; run_at: string }>(
      world.house,
      "later",
      "key = 'Ingat'",
    );
    const mine = rows.filter((row) => row.agency_id === world.agency.id);
    expect(rows).toHaveLength(2);
    expect(mine).toMatchObject([{ payload: { branchId: second.id } }]);
    expect(new Date(mine[0]?.run_at ?? "")).toEqual(later);
    expect(second.id).not.toBe(first.id);
  });

  it("made twice under one key in one commit is the later one", async () => {
    const { ids } = await openTwo(as(world.owner), { first: "Kembar", second: "Kembar" });
    expect(await rowsOf(world.house, "later", "key = 'Kembar'")).toMatchObject([{ payload: { branchId: ids[1] } }]);
  });

  it("of a call that failed is not made", async () => {
    await codeOf(openBranch(as(world.owner), { name: "Lupa", end: "crash" }));
    expect(await rowsOf(world.house, "later", "key = 'Lupa'")).toEqual([]);
  });
});
