import { sql } from "drizzle-orm";
import { type Call, type Fence, isWork, type Work } from "./call";
import { conflict, type Fault, isFault } from "./fault";
import { find, type Known, keep, lockOf, own, refusalOf, settled } from "./idempotency-keys";
import { openWork } from "./work";

export type Outcome<R> = { result: R } | { refused: Fault };

const REPLAYED: ReadonlySet<Fault["kind"]> = new Set(["not_found", "conflict", "invalid"]);
const isKept = (error: unknown): error is Fault => isFault(error) && REPLAYED.has(error.kind) && !settled.has(error);

/** Runs what an Idempotency-Key may do once and keeps its answer in the same commit, a refusal too: rolled back to the
 * beginning, with the key still locked, so that nobody can run it before its answer stands there.
 * @throws Fault `in_progress` while the first one runs, `idempotency_mismatch` for another body, or the stored refusal */
export async function onceOnly<R>(work: Work, run: () => Promise<R>): Promise<Outcome<R>> {
  const { once, tx } = work;
  if (!once) return { result: await run() };
  const [lock] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockOf(work)}) as mine`);
  if (!lock?.mine) throw own(conflict("in_progress"));
  const known = await find<R>(work);
  if (known.found) return known;
  await tx.execute(sql`savepoint beginning`);
  try {
    const result = await run();
    await keep(work, { result: once.encode(result as never) });
    return { result };
  } catch (error) {
    if (!isKept(error)) throw error;
    await tx.execute(sql`rollback to savepoint beginning`);
    await keep(work, refusalOf(error));
    settled.add(error);
    return { refused: error };
  }
}

/** A refusal before there was a transaction is kept in one of its own. Whoever had the key meanwhile was first: theirs is the answer. */
export async function settleRefusal<R>(call: Call | Work, fence: Fence, command: string, error: unknown): Promise<R> {
  if (isWork(call) || !call.once || !isKept(error)) throw error;
  const known = await call.transact(fence, false, async (tx) => {
    const work = openWork(call, tx, command);
    await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(work)})`);
    const known = await find<R>(work);
    if (!known.found) await keep(work, refusalOf(error));
    return known;
  });
  if (!known.found) throw error;
  return known.result;
}

/** The stored answer, if there is one. @throws Fault as `onceOnly` */
export const recall = <R>(call: Call, fence: Fence, command: string): Promise<Known<R>> =>
  call.transact(fence, true, (tx) => find<R>(openWork(call, tx, command)));
