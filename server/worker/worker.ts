import postgres, { type Sql } from "postgres";
import type { Task } from "@/lib/kernel/task";
import type { Runtime } from "../runtime";
import { openQueue } from "./queue";
import { relayOnce } from "./relay";

export type WorkerOptions = { ownerUrl: string; tasks: Task[]; concurrency: number; attempts: number };

const RELAY_EVERY_MS = 200;
const LEASE_MS = 15_000;
const RENEW_EVERY_MS = 5_000;

/** Facts become jobs, jobs run, and what a dead process held is given back. */
export async function openWorker(house: Runtime, { ownerUrl, tasks, concurrency, attempts }: WorkerOptions) {
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
  const { runner, holders } = await openQueue({ ownerUrl, tasks, concurrency, house });
  const renew = () =>
    renewLeases(owner, house, holders).catch((error: unknown) => house.log.warn({ err: error }, "lease not renewed"));
  await renew();
  const leases = setInterval(renew, RENEW_EVERY_MS);
  const relay = relayLoop(() => relayOnce(owner, tasks, attempts, house), house);
  const unsubscribe = await house.ports.bus.subscribe("facts", relay.wake);
  return {
    wake: relay.wake,
    /** Drains what runs; jobs not begun go back to the queue. */
    close: async () => {
      clearInterval(leases);
      await unsubscribe();
      await relay.stop();
      await runner.stop();
      await owner.end({ timeout: 5 });
    },
  };
}

/** Runs now when woken, else every 200 ms; never twice at once. */
function relayLoop(once: () => Promise<number>, { log }: Runtime) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const turn = async () => {
    do {
      again = false;
      const taken = await once().catch((error: unknown) => {
        log.warn({ err: error }, "relay will try again");
        return 0;
      });
      if (taken > 0) again = true;
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    running ??= turn().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(wake, RELAY_EVERY_MS);
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Says that this process lives, and frees the jobs of those that do not (graphile-worker itself waits four hours). */
async function renewLeases(owner: Sql, { ports, node }: Runtime, holders: Set<string>) {
  const mine = [`node:${node}`, ...[...holders].map((id) => `worker:${id}`)];
  await Promise.all(mine.map((key) => ports.kv.set(key, true, LEASE_MS)));
  const locked = await owner<{ id: string }[]>`
    select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null`;
  const alive = await ports.kv.mget(locked.map(({ id }) => `worker:${id}`));
  const dead = locked.filter((_, i) => alive[i] === null).map(({ id }) => id);
  if (dead.length > 0) await owner`select graphile_worker.force_unlock_workers(${dead}::text[])`;
}
