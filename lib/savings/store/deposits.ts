import { and, asc, count, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql, sum } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { isOneOf, limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import {
  paymentMethods,
  savingsCollections,
  savingsDeposits,
  savingsPeriods,
  savingsPlans,
  savingsProofs,
} from "@/db/schema/savings";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import { undoUntil } from "@/lib/kernel/undo";
import type { Deposit, ListDeposits } from "../contract/deposit";
import { isSavingsStaff } from "../policy";
import { withinReach } from "./plans";

const late = alias(savingsPeriods, "late");
const same = sql<number>`(select count(*)::int from ${savingsDeposits} o
  join ${savingsProofs} op on op.agency_id = o.agency_id and op.id = o.proof_id
  where o.agency_id = ${savingsDeposits.agencyId} and op.content_hash = ${savingsProofs.contentHash}
    and o.id <> ${savingsDeposits.id} and (o.collection_id is null or o.collection_id is distinct from ${savingsDeposits.collectionId}))`;
const columns = {
  deposit: savingsDeposits,
  plan: { name: savingsPlans.name, userId: savingsPlans.userId, branchId: savingsPlans.branchId },
  accountId: savingsPlans.accountId,
  personName: memberships.personName,
  method: { id: paymentMethods.id, name: paymentMethods.name, type: paymentMethods.type },
  period: { id: savingsPeriods.id, startsOn: savingsPeriods.startsOn, endsOn: savingsPeriods.endsOn },
  late: { id: late.id, startsOn: late.startsOn, endsOn: late.endsOn },
  proof: { id: savingsProofs.id, type: savingsProofs.type },
  collection: { id: savingsCollections.id, name: savingsCollections.name },
  sameProof: same,
};

/** Deposits within the caller's reach with all that is shown beside them. */
function selectDeposits(work: Work, ...more: (SQL | undefined)[]) {
  const d = savingsDeposits;
  const own = (table: { agencyId: typeof d.agencyId }) => eq(table.agencyId as never, d.agencyId);
  return work.tx
    .select(columns)
    .from(d)
    .innerJoin(savingsPlans, and(own(savingsPlans as never), eq(savingsPlans.id, d.planId)))
    .innerJoin(memberships, and(own(memberships as never), eq(memberships.userId, savingsPlans.userId)))
    .innerJoin(paymentMethods, and(own(paymentMethods as never), eq(paymentMethods.id, d.methodId)))
    .innerJoin(savingsPeriods, and(own(savingsPeriods as never), eq(savingsPeriods.id, d.periodId)))
    .leftJoin(late, and(own(late as never), eq(late.id, d.lateForId)))
    .leftJoin(savingsProofs, and(own(savingsProofs as never), eq(savingsProofs.id, d.proofId)))
    .leftJoin(savingsCollections, and(own(savingsCollections as never), eq(savingsCollections.id, d.collectionId)))
    .where(and(eq(d.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}
export type DepositRow = Awaited<ReturnType<typeof selectDeposits>>[number];

export function asDeposit(work: Work, row: DepositRow): Deposit {
  const { id, planId, amount, currency, paidOn, state, reason, decidedAt, createdAt } = row.deposit;
  return {
    id,
    planId,
    paidOn,
    state,
    reason,
    decidedAt,
    createdAt,
    planName: row.plan.name,
    userId: row.plan.userId,
    personName: row.personName,
    amount: { amount, currency },
    method: row.method,
    proof: row.proof,
    sameProof: isSavingsStaff(work.actor, row.plan) ? row.sameProof : 0,
    period: row.period,
    lateFor: row.late,
    collection: row.collection,
    undoUntil: undoUntil(work, row.deposit.reviewerId, decidedAt),
  };
}

/** @throws Fault `deposit_not_found`, also for what the caller may not know */
export async function findDeposit(work: Work, id: string): Promise<DepositRow> {
  const [row] = await selectDeposits(work, eq(savingsDeposits.id, id));
  if (!row) throw notFound("deposit");
  return row;
}

/** One deposit, or all behind the same collective proof: decided as one. Whoever has them decides; others wait. */
export async function lockWhole(work: Work, id: string): Promise<DepositRow[]> {
  const mine = and(eq(savingsDeposits.agencyId, agencyOf(work)), eq(savingsDeposits.id, id));
  const [found] = await work.tx.select({ whole: savingsDeposits.collectionId }).from(savingsDeposits).where(mine);
  const whole = found?.whole ? eq(savingsDeposits.collectionId, found.whole) : eq(savingsDeposits.id, id);
  const rows = await selectDeposits(work, whole)
    .orderBy(asc(savingsDeposits.id))
    .for("no key update", { of: savingsDeposits });
  if (!rows.some(({ deposit }) => deposit.id === id)) throw notFound("deposit");
  return rows;
}

export async function listDepositRows(work: Work, input: ListDeposits): Promise<Page<DepositRow>> {
  const { createdAt, id } = savingsDeposits;
  const [at, last] = input.cursor ? decodeCursor(input.cursor, z.tuple([z.iso.datetime(), z.uuid()])) : [];
  const value = sql`${at}::timestamptz`;
  const rows = await selectDeposits(
    work,
    input.state ? eq(savingsDeposits.state, input.state) : undefined,
    input.planId ? eq(savingsDeposits.planId, input.planId) : undefined,
    input.q ? ilike(memberships.personName, literally(input.q)) : undefined,
    at && last ? or(lt(createdAt, value), and(eq(createdAt, value), gt(id, last))) : undefined,
  )
    .orderBy(desc(createdAt), asc(id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, ({ deposit }) => [deposit.createdAt.toISOString(), deposit.id]);
}

/** Submitted, or looked at by somebody, and not decided. */
export async function countWaiting(work: Work): Promise<number> {
  const d = savingsDeposits;
  const [row] = await work.tx
    .select({ n: count() })
    .from(d)
    .innerJoin(savingsPlans, and(eq(savingsPlans.agencyId, d.agencyId), eq(savingsPlans.id, d.planId)))
    .where(and(eq(d.agencyId, agencyOf(work)), withinReach(work), inArray(d.state, ["submitted", "in_review"])));
  return row?.n ?? 0;
}

export const listDepositsOf = (work: Work, planId: string): Promise<DepositRow[]> =>
  selectDeposits(work, eq(savingsDeposits.planId, planId)).orderBy(
    desc(savingsDeposits.paidOn),
    desc(savingsDeposits.id),
  );

/** What one person both entered and verified for these plans. */
export async function sumAlone(work: Work, planIds: readonly string[], userId: string): Promise<number> {
  const d = savingsDeposits;
  const alone = [eq(d.state, "verified"), eq(d.submittedBy, userId), eq(d.reviewerId, userId)];
  const [row] = await work.tx
    .select({ sum: sum(d.amount) })
    .from(d)
    .where(and(eq(d.agencyId, agencyOf(work)), isOneOf(d.planId, planIds), ...alone));
  return Number(row?.sum ?? 0);
}

type NewDeposit = Omit<typeof savingsDeposits.$inferInsert, "agencyId" | "id" | "createdAt" | "state">;
export async function addDeposits(work: Work, rows: readonly NewDeposit[]): Promise<string[]> {
  const own = { agencyId: agencyOf(work), state: "submitted" as const, createdAt: work.now };
  const full = rows.map((row) => ({ ...row, ...own, id: newId() }));
  await work.tx.insert(savingsDeposits).values(full);
  for (const row of full) work.changed("savings_deposits", row.id, null, row);
  return full.map(({ id }) => id);
}

export async function setDeposit(work: Work, before: DepositRow, fields: Partial<typeof savingsDeposits.$inferInsert>) {
  const { deposit } = before;
  const mine = and(eq(savingsDeposits.agencyId, agencyOf(work)), eq(savingsDeposits.id, deposit.id));
  await work.tx.update(savingsDeposits).set(fields).where(mine);
  work.changed("savings_deposits", deposit.id, deposit, { ...deposit, ...fields });
}

export async function addCollection(work: Work, name: string, submittedBy: string): Promise<string> {
  const row = { id: newId(), agencyId: agencyOf(work), name, submittedBy, createdAt: work.now };
  await work.tx.insert(savingsCollections).values(row);
  work.changed("savings_collections", row.id, null, row);
  return row.id;
}

type ProofRow = typeof savingsProofs.$inferSelect;
export const addProof = (work: Work, row: Omit<ProofRow, "agencyId" | "createdAt">) =>
  work.tx.insert(savingsProofs).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });

export async function findProof(work: Work, id: string): Promise<ProofRow | null> {
  const mine = and(eq(savingsProofs.agencyId, agencyOf(work)), eq(savingsProofs.id, id));
  const [row] = await work.tx.select().from(savingsProofs).where(mine);
  return row ?? null;
}

/** Where a proof's bytes lie. */
export const proofKey = (agencyId: string, id: string) => `agency/${agencyId}/savings/${id}`;

/** Whether a deposit that the caller may see shows this proof. */
export const isShown = async (work: Work, proofId: string): Promise<boolean> =>
  (await selectDeposits(work, eq(savingsDeposits.proofId, proofId)).limit(1)).length > 0;

/** Takes away the rows of proofs that no deposit came to. @returns whose files are to go */
export const removeLoose = (work: Work, before: Date) =>
  work.tx
    .delete(savingsProofs)
    .where(
      and(
        eq(savingsProofs.agencyId, agencyOf(work)),
        lt(savingsProofs.createdAt, before),
        sql`not exists (select 1 from ${savingsDeposits} d
          where d.agency_id = ${savingsProofs.agencyId} and d.proof_id = ${savingsProofs.id})`,
      ),
    )
    .returning({ id: savingsProofs.id });
