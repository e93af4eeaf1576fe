import type { Sql } from "postgres";
import type { Told } from "@/lib/kernel/fact";
import type { Task } from "@/lib/kernel/task";
import { factsWaiting } from "../http/metrics";
import type { Runtime } from "../runtime";

const BATCH = 500;
/** How long a process may be silent before the relay publishes the facts it left. */
const isAlive = (house: Runtime, node: string) =>
  node === house.node ? Promise.resolve(true) : house.ports.kv.get(`node:${node}`).then((lease) => lease !== null);

type FactRow = Told & { requestId: string; node: string };
type Job = { identifier: string; job_key: string; payload: unknown; max_attempts: number };

/** Turns one batch of committed facts, and whatever is due from `later`, into jobs: all or nothing, so none is lost or doubled.
 * @returns how many rows were taken */
export async function relayOnce(owner: Sql, tasks: Task[], attempts: number, house: Runtime): Promise<number> {
  const moved = await owner.begin(async (tx) => {
    const facts = await tx<FactRow[]>`
      delete from facts where id in (select id from facts order by id limit ${BATCH} for update skip locked)
      returning id, agency_id as "agencyId", name, wire, audiences, moves, payload, request_id as "requestId", node`;
    const due = await tx<{ id: string; agencyId: string | null; task: string; payload: unknown; runAt: Date }[]>`
      delete from later where id in (select id from later where run_at <= now() order by run_at limit ${BATCH} for update skip locked)
      returning id, agency_id as "agencyId", task, payload, run_at as "runAt"`;
    const jobs: Job[] = [
      ...facts.flatMap((fact) => jobsOf(fact, tasks, attempts)),
      ...due.map(({ id, agencyId, task, payload, runAt }) => ({
        identifier: task,
        job_key: `${id}:${task}`,
        payload: { agencyId, payload, requestId: id, runAt },
        max_attempts: attempts,
      })),
    ];
    if (jobs.length > 0) {
      await tx`select 1 from graphile_worker.add_jobs(array(select jsonb_populate_recordset(null::graphile_worker.job_spec, ${tx.json(jobs as never)})))`;
    }
    return { facts, taken: facts.length + due.length };
  });
  await publishOrphans(moved.facts, house);
  factsWaiting.set(moved.taken === BATCH ? BATCH : 0);
  return moved.taken;
}

const jobsOf = (fact: FactRow, tasks: Task[], max_attempts: number): Job[] =>
  tasks.flatMap((task) =>
    task.kind === "on" && task.fact === fact.name
      ? [
          {
            identifier: task.name,
            job_key: `${fact.id}:${task.name}`,
            payload: { agencyId: fact.agencyId, payload: fact.payload, requestId: fact.requestId },
            max_attempts,
          },
        ]
      : [],
  );

/** A process that died between commit and publish left its listeners uninformed; a doubled hint harms nobody. */
async function publishOrphans(facts: FactRow[], house: Runtime) {
  const nodes = [...new Set(facts.map((fact) => fact.node))];
  const alive = await Promise.all(nodes.map((node) => isAlive(house, node)));
  const dead = new Set(nodes.filter((_, i) => !alive[i]));
  const orphans = facts.filter((fact) => dead.has(fact.node));
  if (orphans.length > 0) await house.ports.bus.publish("facts", { facts: orphans });
}
