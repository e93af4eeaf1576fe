import type { Sql } from "postgres";
import type { Task } from "@/lib/kernel/task";
import type { Runtime } from "@/server/runtime";
import { openWorker } from "@/server/worker/worker";
import type { House } from "../support/world";

/** The real worker on this house's database. */
export const startWorker = (house: House, tasks: Task[], node: Runtime = house) =>
  openWorker(node, { ownerUrl: house.database.ownerUrl, tasks, concurrency: 2, attempts: 5 });

/** Another process of the same installation: its own name, the same database. */
export const otherNode = (house: House, node: string, more: Partial<Runtime["ports"]> = {}): Runtime => ({
  ...house,
  node,
  ports: { ...house.ports, ...more },
});

export type JobRow = { task: string; key: string; payload: { agencyId: string; requestId: string; payload: unknown } };

/** Jobs waiting in the queue. */
export const jobsOf = (owner: Sql): Promise<JobRow[]> =>
  owner<JobRow[]>`
    select t.identifier as task, j.key, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`.then((rows) => [...rows]);
