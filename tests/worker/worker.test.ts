import type { Sql } from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Call } from "@/lib/kernel/call";
import { every, everyAgency, on, planned, type Task } from "@/lib/kernel/task";
import type { Runtime } from "@/server/runtime";
import { branchNamed, openBranch } from "../kernel/grammar";
import { openOwner } from "../kernel/support";
import { as, newWorld, type World } from "../support/world";
import { otherNode, startWorker } from "./support";

let world: World;
let owner: Sql;
/** What these calls plan for later is not due while the test runs, whatever the day. */
const ahead = () => as(world.owner, {}, new Date(Date.now() + 3_600_000));
const open: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  world = await newWorld(20);
  owner = openOwner(world.house);
});
afterEach(async () => {
  for (const worker of open.splice(0)) await worker.close();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const start = async (tasks: Task[], house: Runtime = world.house) => {
  const worker = await startWorker(world.house, tasks, house);
  open.push(worker);
  return worker;
};
/** What the cron would do at its minute. */
const strike = (task: string) => owner`select graphile_worker.add_job(${task}, max_attempts := 3)`;
const SOON = { timeout: 60_000, interval: 20 };

describe("the worker", () => {
  it("runs a task as the house itself, for the fact's agency, with its request and the outside world", async () => {
    const seen: { call: Call; payload: unknown; ports: unknown }[] = [];
    await start([on(branchNamed, "test.see", async (call, payload, ports) => seen.push({ call, payload, ports }))]);
    const { id } = await openBranch({ ...ahead(), requestId: "from-here" }, { name: "Kerja" });
    await vi.waitFor(() => expect(seen).toHaveLength(1), SOON);
    expect(seen[0]?.payload).toEqual({ branchId: id, name: "Kerja" });
    expect(seen[0]?.ports).toBe(world.house.ports);
    expect(seen[0]?.call).toMatchObject({
      actor: { kind: "system", task: "test.see" },
      agencyId: world.agency.id,
      requestId: "from-here",
      via: "task",
    });
  });

  it("tries again what failed, until it works", async () => {
    let tries = 0;
    await start([
      on(branchNamed, "test.flaky", async () => {
        tries += 1;
        if (tries < 2) throw new Error("the mail server hung up");
      }),
    ]);
    await openBranch(ahead(), { name: "Ulang" });
    await vi.waitFor(() => expect(tries).toBe(2), SOON);
    await vi.waitFor(async () => {
      const rest = await owner`select 1 from graphile_worker.jobs where task_identifier = 'test.flaky'`;
      expect(rest).toHaveLength(0);
    }, SOON);
  });

  it("runs what was planned when it is due", async () => {
    const ran: unknown[] = [];
    await start([
      planned("test.remind", z.object({ branchId: z.uuid() }), async (_call, payload) => ran.push(payload)),
    ]);
    const { id } = await openBranch(as(world.owner, {}, new Date(Date.now() - 1_000)), { name: "Janji" });
    await openBranch(as(world.owner, {}, new Date(Date.now() + 3_600_000)), { name: "Nanti" });
    await vi.waitFor(() => expect(ran).toEqual([{ branchId: id }]), SOON);
  });

  it("[R5] counts a planned hour as come where its own clock is slow: what is planned is judged once, and would stay for ever", async () => {
    const seen: Date[] = [];
    await start([planned("test.remind", z.object({ branchId: z.uuid() }), async ({ now }) => seen.push(now))]);
    const due = new Date(Date.now() - 1_000);
    vi.useFakeTimers({ toFake: ["Date"], now: due.getTime() - 60_000 });
    await openBranch(as(world.owner, {}, due), { name: "Jam lambat" });
    await vi.waitFor(() => expect(seen).toEqual([due]), SOON).finally(() => vi.useRealTimers());
  });

  it("runs a schedule once for the platform, or once for each agency inside its fence", async () => {
    const platform: Call[] = [];
    const agencies: Call[] = [];
    await start([
      every("0 0 1 1 *", "test.yearly", async (call) => platform.push(call)),
      everyAgency("0 0 1 1 *", "test.each", async (call) => agencies.push(call)),
    ]);
    await strike("test.yearly");
    await strike("test.each");
    await vi.waitFor(() => expect([platform.length, agencies.length]).toEqual([1, 2]), SOON);
    expect(platform[0]?.agencyId).toBeNull();
    expect(agencies.map(({ agencyId }) => agencyId).sort()).toEqual([world.agency.id, world.rival.id].sort());
  });

  it("makes up for an hour at which the house was off: once a day within a day, once a month within a week", async () => {
    const ran: string[] = [];
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const daily = (name: string, at: Date) =>
      every(`${at.getUTCMinutes()} ${at.getUTCHours()} * * *`, name, async () => ran.push(name));
    const monthly = (name: string, at: Date) =>
      every(`${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} * *`, name, async () => ran.push(name));
    const hourly = (name: string, at: Date) => every(`${at.getUTCMinutes()} * * * *`, name, async () => ran.push(name));
    const tasks = [
      hourly("test.hourly", past(0.5)),
      monthly("test.long_ago", past(10 * 24)),
      daily("test.daily", past(5)),
      monthly("test.monthly", past(3 * 24)),
    ];
    // Known for a month, and not a minute of it at work; what was never known has missed nothing.
    await (await startWorker(world.house, tasks)).close();
    expect(ran).toEqual([]);
    await owner`update graphile_worker._private_known_crontabs set known_since = now() - interval '30 days', last_execution = null`;
    await start(tasks);
    await vi.waitFor(() => expect(ran.toSorted()).toEqual(["test.daily", "test.monthly"]), SOON);
  });

  it("lets one agency's trouble keep no other agency waiting", async () => {
    const visited: unknown[] = [];
    await start([
      everyAgency("0 0 1 1 *", "test.trouble", async ({ agencyId }) => {
        visited.push(agencyId);
        throw new Error(`trouble in ${agencyId}`);
      }),
    ]);
    await strike("test.trouble");
    await vi.waitFor(
      () => expect([...new Set(visited)].sort()).toEqual([world.agency.id, world.rival.id].sort()),
      SOON,
    );
  });

  it("leaves the jobs of a living node alone", async () => {
    let runs = 0;
    let finish = () => {};
    const slow = on(branchNamed, "test.slow", async () => {
      runs += 1;
      await new Promise<void>((done) => {
        finish = done;
      });
    });
    await start([slow]);
    await openBranch(ahead(), { name: "Lama sekali" });
    await vi.waitFor(() => expect(runs).toBe(1), SOON);
    const lockOf = () =>
      owner<{ locked_by: string }[]>`select locked_by from graphile_worker.jobs where task_identifier = 'test.slow'`;
    const before = await lockOf();
    // The other node shares the KV, so it knows who lives; its first look at the locks is over when it has started.
    await start([slow], otherNode(world.house, "another"));
    expect(before[0]?.locked_by).toBeTruthy();
    expect(await lockOf()).toEqual(before);
    expect(runs).toBe(1);
    finish();
  });
});
