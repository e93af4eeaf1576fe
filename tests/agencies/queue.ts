import { runMigrations } from "graphile-worker";
import { openOwner } from "../kernel/support";
import type { House } from "../support/world";

/** The queue's tables, as the worker makes them when it first starts. */
export const makeQueue = ({ database }: House) => runMigrations({ connectionString: database.ownerUrl });

type Failed = { task?: string; payload?: object; error?: string; attempts?: number; lockedBy?: string };
/** A job as the queue has left it. @returns its number */
export async function addFailedJob(house: House, given: Failed = {}): Promise<string> {
  const { task = "test.lost", payload = {}, error = null, attempts = 3, lockedBy = null } = given;
  const owner = openOwner(house);
  const [job] = await owner<{ id: string }[]>`
    with made as (select id from graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::text::json, max_attempts := 3::smallint))
    select id::text from made`;
  await owner`
    update graphile_worker._private_jobs set attempts = ${attempts}, last_error = ${error}, locked_by = ${lockedBy},
      locked_at = case when ${lockedBy}::text is null then null else now() end where id = ${job!.id}`;
  await owner.end();
  return job!.id;
}
