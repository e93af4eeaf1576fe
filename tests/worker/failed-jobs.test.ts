import type { Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { dropJob, forgetJobs, retryJob, retryJobs } from "@/lib/agencies/commands/jobs";
import { listFailedJobs } from "@/lib/agencies/queries/jobs";
import { listWaiting, readBacklog } from "@/lib/agencies/queries/platform";
import { addMs, DAY } from "@/lib/kernel/clock";
import { on } from "@/lib/kernel/task";
import { openCall } from "@/server/doors/call";
import { openWorker } from "@/server/worker/worker";
import { addFailedJob, makeQueue } from "../agencies/queue";
import { addSuperAdmin, asPlatform } from "../agencies/support";
import { branchNamed, openBranch } from "../kernel/grammar";
import { codeOf, openOwner, rowsOf } from "../kernel/support";
import { as, newWorld, type Somebody, type World } from "../support/world";

let world: World;
let root: Somebody;
let owner: Sql;
const open: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  world = await newWorld(8);
  root = await addSuperAdmin(world.house);
  owner = openOwner(world.house);
});
afterEach(async () => {
  for (const worker of open.splice(0)) await worker.close();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const SOON = { timeout: 60_000, interval: 20 };
const call = () => asPlatform(root, null, new Date());
const failed = async () => (await listFailedJobs(call(), {})).data;
const audited = (command: string) => rowsOf<{ changes: unknown }>(world.house, "audit_log", `command = '${command}'`);

describe("before a worker has ever started", () => {
  it("nothing has failed, and there is nothing to send back or to drop", async () => {
    expect(await listFailedJobs(call(), {})).toEqual({ data: [], nextCursor: null });
    expect(await retryJobs(call(), {})).toEqual({ count: 0 });
    for (const use of [retryJob, dropJob]) expect(await codeOf(use(call(), { id: "1" }))).toBe("job_not_found");
    expect((await readBacklog(call(), {})).jobs).toEqual({ count: 0, oldest: null });
  });
});

describe("[R77] a job that was tried as often as it may be", () => {
  it("is seen by whoever runs the platform, why without anybody's data; sent back by two at once it is done once more", async () => {
    let isBroken = true;
    let tries = 0;
    const letter = on(branchNamed, "test.letter", async () => {
      tries += 1;
      if (isBroken) throw new Error("550 no such user <siti@example.com>");
    });
    const { ownerUrl } = world.house.database;
    open.push(await openWorker(world.house, { ownerUrl, tasks: [letter], concurrency: 2, attempts: 1 }));
    const begun = new Date();
    await openBranch(as(world.owner, {}, new Date()), { name: "Gagal" });
    await vi.waitFor(async () => expect(await failed()).toHaveLength(1), SOON);
    const [job] = await failed();
    expect(job).toMatchObject({
      task: "test.letter",
      agency: { id: world.agency.id, name: "Nurani Wisata" },
      attempts: 1,
      error: "Error: 550 no such user <…>",
    });
    expect(job!.failedAt!.getTime()).toBeGreaterThanOrEqual(begun.getTime());
    const kept = await owner`select last_error from graphile_worker.jobs`;
    expect(JSON.stringify([kept])).not.toContain("siti@example.com");
    const { jobs } = await readBacklog(call(), {});
    expect(jobs).toMatchObject({ count: 1, oldest: job!.askedAt });
    const { data } = await listWaiting(call(), {});
    expect(data.find(({ kind }) => kind === "jobs")).toEqual({ kind: "jobs", count: 1, at: job!.askedAt });

    isBroken = false;
    const { id } = job!;
    const both = await Promise.all([0, 1].map(() => codeOf(retryJob(call(), { id }))));
    expect(both.toSorted()).toEqual([{ got: undefined }, "job_not_found"].toSorted());
    await vi.waitFor(
      async () =>
        expect(await owner`select 1 from graphile_worker.jobs where task_identifier = 'test.letter'`).toHaveLength(0),
      SOON,
    );
    expect([tries, await failed()]).toEqual([2, []]);
    expect((await audited("agencies.retry_job")).map(({ changes }) => changes)).toEqual([
      [{ table: "jobs", id, before: { state: "failed", task: "test.letter" }, after: { state: "waiting" } }],
    ]);
  });
});

describe("what the queue has given up", () => {
  beforeEach(async () => {
    await makeQueue(world.house);
    await owner`delete from graphile_worker._private_jobs`;
  });

  it("stands in pages, the newest first; one of an agency that is gone, of the platform, or that was killed says what is known of it", async () => {
    const gone = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e99";
    const [first, second, third] = [
      await addFailedJob(world.house, {
        task: "test.schedule",
        payload: { _cron: {} },
        error: "as an older version kept it",
      }),
      await addFailedJob(world.house, { payload: { agencyId: gone } }),
      await addFailedJob(world.house, { payload: { agencyId: world.rival.id } }),
    ];
    const newest = await listFailedJobs(call(), { limit: 2 });
    const rest = await listFailedJobs(call(), { limit: 2, cursor: newest.nextCursor! });
    expect([...newest.data, ...rest.data]).toMatchObject([
      { id: third, agency: { name: "Aq Jol Travel" }, attempts: 3, failedAt: null, error: null },
      { id: second, agency: { id: gone } },
      { id: first, task: "test.schedule", agency: null, failedAt: null, error: null },
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it("is sent back all at once; what is still tried, or at work in this moment, is left alone", async () => {
    for (const payload of [{ agencyId: world.agency.id }, { agencyId: world.rival.id }, {}])
      await addFailedJob(world.house, { payload });
    const others = [
      await addFailedJob(world.house, { attempts: 2 }),
      await addFailedJob(world.house, { lockedBy: "worker-of-another-node" }),
    ];
    for (const id of others)
      for (const use of [retryJob, dropJob]) expect(await codeOf(use(call(), { id }))).toBe("job_not_found");
    expect(await retryJobs(call(), {})).toEqual({ count: 3 });
    expect(await failed()).toEqual([]);
    const left = await owner`select attempts from graphile_worker.jobs where id = any(${others}::bigint[]) order by id`;
    expect(left.map(({ attempts }) => attempts)).toEqual([2, 3]);
    expect((await audited("agencies.retry_jobs")).at(-1)?.changes).toMatchObject([{ after: { count: 3 } }]);
  });

  it("is gone when it was dropped, and stays in the audit log", async () => {
    const [kept, id] = [await addFailedJob(world.house), await addFailedJob(world.house)];
    await dropJob(call(), { id });
    expect((await failed()).map((job) => job.id)).toEqual([kept]);
    expect((await audited("agencies.drop_job")).map(({ changes }) => changes)).toEqual([
      [{ table: "jobs", id, before: { state: "failed", task: "test.lost" }, after: null }],
    ]);
    for (const none of [id, "0", "-1", "1e3", "9".repeat(30), "'; drop"])
      expect(await codeOf(dropJob(call(), { id: none }))).toBe("job_not_found");
  });

  it("is forgotten 90 days after its last try, whenever it was asked for; what is still tried or at work never is", async () => {
    const now = addMs(new Date(), 100 * DAY);
    const daysAgo = (days: number) => `${addMs(now, -days * DAY).toISOString()} Error: gone`;
    await owner`select graphile_worker.add_job('test.lost', '{}', max_attempts := 3::smallint) from generate_series(1, 101)`;
    await owner`update graphile_worker._private_jobs set attempts = 3`;
    const old = await addFailedJob(world.house, { error: daysAgo(91) });
    const others = [
      await addFailedJob(world.house, { error: daysAgo(89) }),
      await addFailedJob(world.house, { attempts: 2 }),
      await addFailedJob(world.house, { lockedBy: "worker-of-another-node" }),
    ];
    const house = {
      actor: { kind: "system", task: "agencies.forget_jobs" },
      agencyId: null,
      via: "task",
      now,
    } as const;
    for (const count of [102, 0]) expect(await forgetJobs(openCall(house), {})).toEqual({ count });
    const left = await owner<{ id: string }[]>`select id from graphile_worker.jobs order by id`;
    expect(left.map(({ id }) => id)).toEqual(others);
    const [record] = await audited("agencies.forget_jobs");
    expect(record?.changes).toContainEqual({
      table: "jobs",
      id: old,
      before: { state: "failed", task: "test.lost" },
      after: null,
    });
    await expect(forgetJobs(call(), {})).rejects.toMatchObject({ kind: "forbidden" });
  });
});
