import { EventEmitter } from "node:events";
import { type Task as Job, Logger, parseCronItems, type Runner, run, type WorkerEvents } from "graphile-worker";
import { listAgencyIds } from "@/lib/agencies/queries/agency";
import { DAY } from "@/lib/kernel/clock";
import { oneByOne } from "@/lib/kernel/one-by-one";
import { keptError } from "@/lib/kernel/plain-error";
import type { ScheduledTask, Task } from "@/lib/kernel/task";
import { openCall } from "../doors/call";
import type { Runtime } from "../runtime";

/** `runAt`: the hour of what was planned for one. */
type Carried = { agencyId: string | null; payload: unknown; requestId: string; runAt?: string };
export type QueueOptions = { ownerUrl: string; tasks: Task[]; concurrency: number; house: Runtime };

const systemCall = (
  task: Task,
  agencyId: string | null,
  house: Runtime,
  asked: { requestId?: string; now?: Date } = {},
) => openCall({ actor: { kind: "system", task: task.name }, agencyId, via: "task", ...asked }, house);

/** The database says when an hour has come. A node whose clock is behind would find what it planned not due yet, and nobody
 * would ask again. */
const hourOf = ({ runAt }: Carried) => new Date(Math.max(Date.now(), runAt ? Date.parse(runAt) : 0));

/** Whoever runs the platform reads why a job failed: what it carried stays out of that. */
const jobOf =
  (task: Task, house: Runtime): Job =>
  async (payload, helpers) => {
    try {
      await workOf(task, house)(payload, helpers);
    } catch (error) {
      throw keptError(error, new Date());
    }
  };

/** One job: a system call for the agency the fact belongs to, and the outside world. */
const workOf = (task: Task, house: Runtime): Job =>
  task.kind === "every"
    ? async () => runScheduled(task, house)
    : async (raw) => {
        const carried = raw as Carried;
        const { agencyId, payload, requestId } = carried;
        const call = systemCall(task, agencyId, house, { requestId, now: hourOf(carried) });
        await task.run(call, payload as never, house.ports);
      };

/** One agency's trouble is tried again with the whole round, but never keeps the others waiting, nor what comes afterwards. */
async function runScheduled(task: ScheduledTask, house: Runtime) {
  const platform = () => systemCall(task, null, house);
  if (task.scope === "platform") return void (await task.run(platform(), undefined, house.ports));
  const round = oneByOne(await listAgencyIds(platform(), {}), (agencyId) =>
    task.run(systemCall(task, agencyId, house), undefined, house.ports),
  );
  await round.finally(() => task.afterwards?.(platform(), undefined, house.ports));
}

/** How late a house that was off at its hour still runs a schedule: until the next one comes anyway, at most a week. */
function lateBy(cron: string): number {
  const [, hour, day] = cron.split(" ");
  if (day !== "*") return 7 * DAY;
  return hour === "*" ? 0 : DAY;
}

const LOUDNESS = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;

/** Starts the queue with the batching preset (its defaults are ten times slower, PERFORMANCE).
 * @returns the runner and the ids under which it locks jobs */
export async function openQueue({
  ownerUrl,
  tasks,
  concurrency,
  house,
}: QueueOptions): Promise<{ runner: Runner; holders: Set<string> }> {
  const events: WorkerEvents = new EventEmitter() as WorkerEvents;
  const holders = new Set<string>();
  events.on("pool:create", ({ workerPool }) => holders.add(workerPool.id));
  events.on("worker:create", ({ worker }) => holders.add(worker.workerId));
  events.on("job:failed", ({ job, error }) =>
    house.log.error({ err: error, task: job.task_identifier, job: job.id }, "job failed for good"),
  );
  events.on("job:error", ({ job, error }) =>
    house.log.warn({ err: error, task: job.task_identifier, attempt: job.attempts }, "job will be tried again"),
  );
  const runner = await run({
    connectionString: ownerUrl,
    noHandleSignals: true,
    // What it calls info is a line for each job that went well.
    logger: new Logger(() => (level, message) => house.log[LOUDNESS[level]](message)),
    events,
    taskList: Object.fromEntries(tasks.map((task) => [task.name, jobOf(task, house)])),
    parsedCronItems: parseCronItems(
      tasks.flatMap((task) =>
        task.kind === "every"
          ? [{ match: task.cron, task: task.name, options: { backfillPeriod: lateBy(task.cron) } }]
          : [],
      ),
    ),
    preset: {
      worker: {
        concurrentJobs: concurrency,
        maxPoolSize: concurrency + 2,
        pollInterval: 2_000,
        localQueue: { size: Math.max(concurrency * 4, 16), refetchDelay: { durationMs: 50 } },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
      },
    },
  });
  return { runner, holders };
}
