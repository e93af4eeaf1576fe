import { and, asc, desc, eq, getTableColumns, gt, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies, memberships } from "@/db/schema/agencies";
import { savingsPlans } from "@/db/schema/savings";
import { savingsBankBalances, savingsStatements, savingsWithdrawals } from "@/db/schema/savings-out";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { undoUntil } from "@/lib/kernel/undo";
import type { ListWithdrawals, Withdrawal } from "../contract/out";
import { mayDecideWithdrawal, mayTakeBackWithdrawal } from "../policy";
import { accountOf, withinReach } from "./plans";

const w = savingsWithdrawals;
const columns = {
  ...getTableColumns(w),
  planName: savingsPlans.name,
  userId: savingsPlans.userId,
  branchId: savingsPlans.branchId,
  bankName: savingsPlans.bankName,
  accountHolder: savingsPlans.accountHolder,
  accountNumber: savingsPlans.accountNumber,
  personName: memberships.personName,
};

function selectWithdrawals(work: Work, ...more: (SQL | undefined)[]) {
  return work.tx
    .select(columns)
    .from(w)
    .innerJoin(savingsPlans, and(eq(savingsPlans.agencyId, w.agencyId), eq(savingsPlans.id, w.planId)))
    .innerJoin(memberships, and(eq(memberships.agencyId, w.agencyId), eq(memberships.userId, savingsPlans.userId)))
    .where(and(eq(w.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}
export type WithdrawalRow = Awaited<ReturnType<typeof selectWithdrawals>>[number];

export const asWithdrawal = (work: Work, row: WithdrawalRow): Withdrawal => {
  const { id, planId, planName, userId, personName, why, state, note, requestedBy, decidedAt, createdAt } = row;
  const amount = { amount: row.amount, currency: row.currency };
  const isOpen = state === "requested" && !work.readOnly;
  return {
    id,
    planId,
    planName,
    userId,
    personName,
    amount,
    account: accountOf(work, row),
    why,
    state,
    note,
    requestedBy,
    decidedAt,
    undoUntil: undoUntil(work, row.decidedBy, decidedAt),
    mayDecide: isOpen && mayDecideWithdrawal(work.actor, row),
    mayTakeBack: isOpen && mayTakeBackWithdrawal(work.actor, row),
    createdAt,
  };
};

/** @throws Fault `withdrawal_not_found`, also for what the caller may not know */
export async function findWithdrawal(work: Work, id: string): Promise<WithdrawalRow> {
  const [row] = await selectWithdrawals(work, eq(w.id, id));
  if (!row) throw notFound("withdrawal");
  return row;
}

/** The same, and nobody else decides about it until the commit. */
export async function lockWithdrawal(work: Work, id: string): Promise<WithdrawalRow> {
  const [row] = await selectWithdrawals(work, eq(w.id, id)).for("no key update", { of: w });
  if (!row) throw notFound("withdrawal");
  return row;
}

export async function lockByJournal(work: Work, journalId: string): Promise<WithdrawalRow | null> {
  const [row] = await selectWithdrawals(work, eq(w.journalId, journalId)).for("no key update", { of: w });
  return row ?? null;
}

export async function listWithdrawalRows(work: Work, input: ListWithdrawals): Promise<Page<WithdrawalRow>> {
  const [at, last] = input.cursor ? decodeCursor(input.cursor, z.tuple([z.iso.datetime(), z.uuid()])) : [];
  const value = sql`${at}::timestamptz`;
  const rows = await selectWithdrawals(
    work,
    input.state ? eq(w.state, input.state) : undefined,
    input.planId ? eq(w.planId, input.planId) : undefined,
    at && last ? or(lt(w.createdAt, value), and(eq(w.createdAt, value), gt(w.id, last))) : undefined,
  )
    .orderBy(desc(w.createdAt), asc(w.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
}

type NewWithdrawal = Omit<typeof w.$inferInsert, "agencyId" | "createdAt" | "state">;
export async function addWithdrawal(work: Work, row: NewWithdrawal) {
  const full = { ...row, agencyId: agencyOf(work), state: "requested" as const, createdAt: work.now };
  await work.tx.insert(w).values(full);
  work.changed("savings_withdrawals", row.id, null, full);
}

type Decision = Pick<WithdrawalRow, "state" | "note" | "decidedBy" | "decidedAt"> & { journalId?: string };
export async function setWithdrawal(work: Work, before: WithdrawalRow, fields: Decision): Promise<WithdrawalRow> {
  await work.tx
    .update(w)
    .set(fields)
    .where(and(eq(w.agencyId, agencyOf(work)), eq(w.id, before.id)));
  work.changed("savings_withdrawals", before.id, { state: before.state }, fields);
  return { ...before, ...fields };
}

type BankRow = typeof savingsBankBalances.$inferSelect;
export async function addBankBalance(work: Work, row: Omit<BankRow, "id" | "agencyId" | "createdAt">) {
  const full = { ...row, id: newId(), agencyId: agencyOf(work), createdAt: work.now };
  await work.tx.insert(savingsBankBalances).values(full);
  work.changed("savings_bank_balances", full.id, null, full);
}

/** A bank balance as whoever entered it counted it. */
export const asBank = ({ amount, currency, countedOn, createdAt: enteredAt }: BankRow) => ({
  amount: { amount, currency },
  countedOn,
  enteredAt,
});

/** What was entered last, by currency. */
export async function listBankBalances(work: Work): Promise<Map<string, BankRow>> {
  const b = savingsBankBalances;
  const rows = await work.tx
    .selectDistinctOn([b.currency])
    .from(b)
    .where(eq(b.agencyId, agencyOf(work)))
    .orderBy(b.currency, desc(b.countedOn), desc(b.createdAt));
  return new Map(rows.map((row) => [row.currency, row]));
}

const s = savingsStatements;
export type StatementRow = typeof s.$inferSelect;
export const addStatement = (work: Work, row: Omit<StatementRow, "agencyId" | "createdAt">) =>
  work.tx.insert(s).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });

/** The one with the most movements: they are counted behind the account's lock, while who began first may be booked last. */
export async function findNewestStatement(work: Work, planId: string): Promise<StatementRow | null> {
  const mine = and(eq(s.agencyId, agencyOf(work)), eq(s.planId, planId));
  const [row] = await work.tx.select().from(s).where(mine).orderBy(desc(s.movements), desc(s.id)).limit(1);
  return row ?? null;
}

/** What a printed code names, with no word of whose it is. */
export async function findByCode(work: Work, code: string) {
  const [row] = await work.tx
    .select({ statement: s, accountId: savingsPlans.accountId, agency: { slug: agencies.slug, name: agencies.name } })
    .from(s)
    .innerJoin(savingsPlans, and(eq(savingsPlans.agencyId, s.agencyId), eq(savingsPlans.id, s.planId)))
    .innerJoin(agencies, eq(agencies.id, s.agencyId))
    .where(and(eq(s.agencyId, agencyOf(work)), eq(s.code, code)));
  if (!row) throw notFound("statement");
  return row;
}
