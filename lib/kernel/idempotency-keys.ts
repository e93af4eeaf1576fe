import { and, eq, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/kernel";
import { actorName } from "./actor";
import type { Work } from "./call";
import { conflict, Fault } from "./fault";
import { newId } from "./ids";

type Answer = { result: unknown } | { refusal: { kind: Fault["kind"]; code: string; details?: unknown } };
export type Known<R> = { found: true; result: R } | { found: false };

/** Refusals that are stored already, or say something of the key and not of what was asked. */
export const settled = new WeakSet<Error>();
/** Marks a refusal as one that is not to be stored. */
export const own = (refused: Fault): Fault => {
  settled.add(refused);
  return refused;
};

/** A refusal in the shape it is stored in. */
export const refusalOf = ({ kind, code, details }: Fault): Answer => ({ refusal: { kind, code, details } });
/** Two strangers may choose the same key. */
const callerOf = ({ actor, once }: Work) =>
  actor.kind === "nobody" && once?.stranger ? `nobody:${once.stranger}` : actorName(actor);
const scopeOf = (work: Work) => [work.agencyId ?? "", callerOf(work), work.command, work.once?.key];
/** The number of the advisory lock for this caller, command and key. */
export const lockOf = (work: Work) => sql`hashtextextended(${scopeOf(work).join("|")}, 0)`;

/** @throws Fault `idempotency_mismatch` for another body, or the stored refusal */
export async function find<R>(work: Work): Promise<Known<R>> {
  const { agencyId, command, once } = work;
  const [row] = await work.tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        sql`${idempotencyKeys.agencyId} is not distinct from ${agencyId}::uuid`,
        eq(idempotencyKeys.actor, callerOf(work)),
        eq(idempotencyKeys.command, command),
        eq(idempotencyKeys.key, once?.key ?? ""),
      ),
    );
  if (!row || !once) return { found: false };
  if (row.bodyHash !== once.bodyHash) throw own(conflict("idempotency_mismatch"));
  const answer = row.answer as Answer;
  if (!("refusal" in answer)) return { found: true, result: answer.result as R };
  const { kind, code, details } = answer.refusal;
  throw own(new Fault(kind, code, details));
}

/** Stores the answer in the transaction that earned it. */
export async function keep(work: Work, answer: Answer) {
  const { tx, agencyId, command, once } = work;
  const { key = "", bodyHash = "" } = once ?? {};
  await tx
    .insert(idempotencyKeys)
    .values({ id: newId(), agencyId, actor: callerOf(work), command, key, bodyHash, answer });
}
