import { runMigrations } from "graphile-worker";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { facts, later } from "@/db/schema/kernel";
import { fenced } from "@/db/tx";
import type { Told } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { on, planned } from "@/lib/kernel/task";
import { memoryKv } from "@/server/adapters/kv.memory";
import { relayOnce } from "@/server/worker/relay";
import { branchNamed, openBranch } from "../kernel/grammar";
import { codeOf, listen, openOwner, rowsOf } from "../kernel/support";
import { as, newWorld, type World } from "../support/world";
import { jobsOf, otherNode } from "./support";

let world: World;
let owner: Sql;
/** What these calls plan for later is not due while the test runs, whatever the day. */
const ahead = () => as(world.owner, {}, new Date(Date.now() + 3_600_000));
beforeAll(async () => {
  world = await newWorld(20);
  owner = openOwner(world.house);
  await runMigrations({ connectionString: world.house.database.ownerUrl });
});
afterAll(async () => {
  await owner.end();
  await world.close();
});
beforeEach(async () => {
  await owner`delete from facts`;
  await owner`delete from later`;
  await owner`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`;
});

const quiet = async () => undefined;
const TASKS = [
  on(branchNamed, "test.a", quiet),
  on(branchNamed, "test.b", quiet),
  planned("test.later", z.object({}), quiet),
];
const relay = (connection = owner, house = world.house) => relayOnce(connection, TASKS, 5, house);
const waiting = () => rowsOf<{ id: string }>(world.house, "facts");

/** Facts as a process left them behind. */
const leave = (count: number, node: string) =>
  fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.insert(facts).values(
      Array.from({ length: count }, (_, i) => ({
        id: newId(),
        agencyId: world.agency.id,
        name: branchNamed.name,
        wire: branchNamed.wire,
        audiences: ["somebody"],
        moves: [],
        payload: { branchId: newId(), name: `${node} ${i}` },
        requestId: `left-${i}`,
        node,
      })),
    ),
  );

describe("[R71] the relay", () => {
  it("makes a job of each task that listens, with the agency and the request it came from", async () => {
    const { id } = await openBranch({ ...ahead(), requestId: "relayed" }, { name: "Jadi" });
    const [fact] = await waiting();
    expect(await relay()).toBe(1);
    const payload = { agencyId: world.agency.id, requestId: "relayed", payload: { branchId: id, name: "Jadi" } };
    expect(await jobsOf(owner)).toEqual([
      { task: "test.a", key: `${fact?.id}:test.a`, payload },
      { task: "test.b", key: `${fact?.id}:test.b`, payload },
    ]);
    expect(await waiting()).toEqual([]);
    expect(await relay()).toBe(0);
  });

  it("makes none of what was rolled back", async () => {
    await codeOf(openBranch(ahead(), { name: "Gagal", end: "crash" }));
    expect(await relay()).toBe(0);
    expect(await jobsOf(owner)).toEqual([]);
  });

  it.each([1, 2, 3])("makes each job once though three relays race over 900 facts (run %i)", async () => {
    await leave(900, world.house.node);
    const relays = [owner, openOwner(world.house), openOwner(world.house)];
    const drain = async (connection: Sql) => {
      while ((await relay(connection)) > 0);
    };
    await Promise.all(relays.map(drain));
    await Promise.all(relays.slice(1).map((connection) => connection.end()));
    const jobs = await jobsOf(owner);
    expect(jobs).toHaveLength(1_800);
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(1_800);
    expect(await waiting()).toEqual([]);
  });

  it("loses nothing when the queue refuses the jobs", async () => {
    await leave(3, world.house.node);
    const impossible = [on(branchNamed, "x".repeat(200), quiet)];
    await expect(relayOnce(owner, impossible, 5, world.house)).rejects.toThrow();
    expect(await waiting()).toHaveLength(3);
    expect(await jobsOf(owner)).toEqual([]);
  });

  it("publishes what a dead process left, and not what a living one publishes itself", async () => {
    const kv = memoryKv({ maxKeys: 100, now: Date.now });
    const house = {
      ...otherNode(world.house, "here", { kv }),
      database: world.house.database,
      close: world.house.close,
    };
    await kv.set("node:alive", true, 60_000);
    const heard: Told[] = await listen(world.house);
    for (const node of ["dead", "alive", "here"]) await leave(2, node);
    await relay(owner, house);
    await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 60_000 });
    expect(heard).toMatchObject([
      { name: branchNamed.name, wire: "test:named", audiences: ["somebody"], payload: { name: "dead 0" } },
      { payload: { name: "dead 1" } },
    ]);
    expect(await jobsOf(owner)).toHaveLength(12);
  });

  it("hands over what is due, and leaves what is not", async () => {
    const now = Date.now();
    const plan = (task: string, key: string, ms: number) => ({
      id: newId(),
      agencyId: world.agency.id,
      task,
      key,
      payload: { key },
      runAt: new Date(now + ms),
    });
    await fenced(world.house.database, "qafila_tenant", world.agency.id, false, (tx) =>
      tx.insert(later).values([plan("test.later", "due", -1_000), plan("test.later", "tomorrow", 86_400_000)]),
    );
    expect(await relay()).toBe(1);
    expect(await jobsOf(owner)).toMatchObject([
      { task: "test.later", payload: { agencyId: world.agency.id, payload: { key: "due" } } },
    ]);
    expect(await rowsOf(world.house, "later")).toMatchObject([{ key: "tomorrow" }]);
  });
});
