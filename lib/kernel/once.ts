import { and, eq, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/kernel";
import { actorName } from "./actor";
import type { Call, Fence, Work } from "./call";
import { conflict, Fault, isFault } from "./fault";
import { newId } from "./ids";

type Answer = { result: unknown } | { refusal: { kind: Fault["kind"]; code: string; details?: unknown } };
type Known<R> = { found: true; result: R } | { found: false };

const REPLAYED: ReadonlySet<Fault["kind"]> = new Set(["not_found", "conflict", "invalid"]);

/** Finds the stored answer of this Idempotency-Key.
 * @throws Fault `in_progress` while the first one runs, `idempotency_mismatch` for another body, or the stored refusal. */
export async function recall<R>(work: Work): Promise<Known<R>> {
  const { once, tx } = work;
  if (!once) return { found: false };
  const scope = [work.agencyId ?? "", actorName(work.actor), work.command, once.key].join("|");
  const [lock] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${scope}, 0)) as mine`,
  );
  if (!lock?.mine) throw conflict("in_progress");
  const [row] = await tx.select().from(idempotencyKeys).where(sameKey(work));
  if (!row) return { found: false };
  if (row.bodyHash !== once.bodyHash) throw conflict("idempotency_mismatch");
  const answer = row.answer as Answer;
  if ("refusal" in answer) throw new Fault(answer.refusal.kind, answer.refusal.code, answer.refusal.details);
  return { found: true, result: once.decode(answer.result) as R };
}

const sameKey = ({ agencyId, actor, command, once }: Work) =>
  and(
    sql`${idempotencyKeys.agencyId} is not distinct from ${agencyId}::uuid`,
    eq(idempotencyKeys.actor, actorName(actor)),
    eq(idempotencyKeys.command, command),
    eq(idempotencyKeys.key, once?.key ?? ""),
  );

/** Keeps the answer in the transaction that earned it. */
export async function remember(work: Work, result: unknown): Promise<void> {
  if (work.once) await keep(work, work.command, work.tx, { result: work.once.encode(result as never) });
}

/** A refusal rolled its transaction back, so it is kept in one of its own; then it is thrown again. */
export async function rememberRefusal(call: Call, fence: Fence, command: string, error: unknown): Promise<never> {
  const own = isFault(error) && ["in_progress", "idempotency_mismatch"].includes(error.code);
  if (call.once && isFault(error) && REPLAYED.has(error.kind) && !own) {
    const { kind, code, details } = error;
    await call.transact(fence, false, (tx) => keep(call, command, tx, { refusal: { kind, code, details } }));
  }
  throw error;
}

async function keep(call: Call, command: string, tx: Work["tx"], answer: Answer) {
  const { agencyId, actor, once } = call;
  if (!once) return;
  await tx
    .insert(idempotencyKeys)
    .values({ id: newId(), agencyId, actor: actorName(actor), command, key: once.key, bodyHash: once.bodyHash, answer })
    .onConflictDoNothing();
}
