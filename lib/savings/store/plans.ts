import { and, asc, desc, eq, getTableColumns, gt, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { isOneOf, limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { accounts } from "@/db/schema/ledger";
import { savingsDeposits, savingsPlans } from "@/db/schema/savings";
import { dayAt } from "@/lib/i18n/wall";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally, maskNumber } from "@/lib/kernel/text";
import type { ListPlans, Plan } from "../contract/plan";
import { isSavingsStaff } from "../policy";
import { finishMonth, percentOf } from "../rules";

const waitingStates = sql`('submitted', 'in_review')`;
const columns = {
  ...getTableColumns(savingsPlans),
  personName: memberships.personName,
  balance: accounts.balance,
  reserved: accounts.reserved,
  checking: sql<string>`coalesce((select sum(d.amount) from ${savingsDeposits} d where d.agency_id = ${savingsPlans.agencyId}
    and d.plan_id = ${savingsPlans.id} and d.state in ${waitingStates}), 0)`,
};

/** Plans within the caller's reach: outside of it nothing exists. */
export function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "savings");
  switch (within.scope) {
    case "agency":
      return undefined;
    case "branch":
      return eq(savingsPlans.branchId, within.branchId);
    case "self":
      return eq(savingsPlans.userId, within.userId);
    default:
      return sql`false`;
  }
}

function selectPlans(work: Work, ...more: (SQL | undefined)[]) {
  const { agencyId, userId, accountId } = savingsPlans;
  return work.tx
    .select(columns)
    .from(savingsPlans)
    .innerJoin(memberships, and(eq(memberships.agencyId, agencyId), eq(memberships.userId, userId)))
    .innerJoin(accounts, and(eq(accounts.agencyId, agencyId), eq(accounts.id, accountId)))
    .where(and(eq(agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}
export type PlanRow = Awaited<ReturnType<typeof selectPlans>>[number];

/** @throws Fault `plan_not_found`, also for what the caller may not know */
export async function findPlan(work: Work, id: string): Promise<PlanRow> {
  const [row] = await selectPlans(work, eq(savingsPlans.id, id));
  if (!row) throw notFound("plan");
  return row;
}

/** The same, and nobody else changes it until the commit. */
export async function lockPlan(work: Work, id: string): Promise<PlanRow> {
  const [row] = await lockPlans(work, [id]);
  return row!;
}

/** In the order of ids (R3). What stands on them is read behind the lock: one question would show it as it was before. */
export async function lockPlans(work: Work, ids: readonly string[]): Promise<PlanRow[]> {
  const { agencyId, id } = savingsPlans;
  const these = and(eq(agencyId, agencyOf(work)), isOneOf(id, ids));
  await work.tx.select({ id }).from(savingsPlans).where(these).orderBy(asc(id)).for("no key update");
  return findPlans(work, ids);
}

async function findPlans(work: Work, ids: readonly string[]): Promise<PlanRow[]> {
  const rows = await selectPlans(work, isOneOf(savingsPlans.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw notFound("plan");
    return row;
  });
}

type Account = Pick<PlanRow, "userId" | "branchId" | "bankName" | "accountHolder" | "accountNumber">;
/** Where a saver's money goes back to: its number in full for the desk, which pays it. */
export const accountOf = (work: Work, row: Account) => ({
  bankName: row.bankName,
  holder: row.accountHolder,
  number: isSavingsStaff(work.actor, row) ? row.accountNumber : maskNumber(row.accountNumber),
});

/** What whoever asks may see of it, with what follows from its numbers. */
export function asPlan(work: Work, row: PlanRow, zone: string): Plan {
  const { id, userId, personName, name, startsOn, packageId, financingNote, state, currency } = row;
  const money = moneyIn(currency);
  return {
    id,
    userId,
    personName,
    name,
    startsOn,
    packageId,
    financingNote,
    state,
    endsOn: row.endsOn,
    movedAt: row.movedAt,
    createdAt: row.createdAt,
    target: money(row.target),
    monthly: money(row.monthly),
    account: accountOf(work, row),
    balance: money(row.balance),
    checking: money(Number(row.checking)),
    reserved: money(row.reserved),
    percent: percentOf(row.balance, row.target),
    finishMonth: finishMonth(row, dayAt(work.now, zone)),
  };
}

const ORDERS = {
  newest: { column: savingsPlans.createdAt, down: true, key: (row: PlanRow) => row.createdAt.toISOString() },
  name: { column: memberships.personName, down: false, key: (row: PlanRow) => row.personName },
  balance: { column: accounts.balance, down: true, key: (row: PlanRow) => row.balance },
} as const;
const CURSORS = {
  newest: z.tuple([z.iso.datetime(), z.uuid()]),
  name: z.tuple([z.string(), z.uuid()]),
  balance: z.tuple([z.number().int(), z.uuid()]),
} as const;

function afterCursor({ cursor, sort }: ListPlans): SQL | undefined {
  if (!cursor) return undefined;
  const [key, id] = decodeCursor(cursor, CURSORS[sort], sort);
  const { column, down } = ORDERS[sort];
  const value = sort === "newest" ? sql`${key}::timestamptz` : sql`${key}`;
  const beyond = down ? lt(column, value) : gt(column, value);
  return or(beyond, and(eq(column, value), gt(savingsPlans.id, id)));
}

export async function listPlanRows(work: Work, input: ListPlans): Promise<Page<PlanRow>> {
  const { column, down, key } = ORDERS[input.sort];
  const { q } = input;
  const rows = await selectPlans(
    work,
    input.state ? eq(savingsPlans.state, input.state) : undefined,
    q ? or(ilike(memberships.personName, literally(q)), ilike(savingsPlans.name, literally(q))) : undefined,
    afterCursor(input),
  )
    .orderBy(down ? desc(column) : asc(column), asc(savingsPlans.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [key(row), row.id], input.sort);
}

type NewPlan = Omit<typeof savingsPlans.$inferInsert, "agencyId" | "createdAt" | "movedAt">;
export async function addPlan(work: Work, row: NewPlan) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now, movedAt: work.now };
  await work.tx.insert(savingsPlans).values(full);
  work.changed("savings_plans", row.id, null, full);
}

export async function setPlan(work: Work, before: PlanRow, fields: Partial<NewPlan> & { movedAt?: Date }) {
  const mine = and(eq(savingsPlans.agencyId, agencyOf(work)), eq(savingsPlans.id, before.id));
  await work.tx.update(savingsPlans).set(fields).where(mine);
  work.changed("savings_plans", before.id, pickOld(before, fields), fields);
}
/** Something moved on it; whatever slept is awake. */
export const stirPlan = (work: Work, plan: PlanRow) =>
  setPlan(work, plan, { movedAt: work.now, ...(plan.state === "dormant" ? { state: "active" } : {}) });
const pickOld = (before: object, fields: object) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, (before as Record<string, unknown>)[name]]));

/** Puts to sleep what has not moved since then. @returns which plans those are, and whose */
export const sleepPlans = (work: Work, since: Date) =>
  work.tx
    .update(savingsPlans)
    .set({ state: "dormant" })
    .where(
      and(eq(savingsPlans.agencyId, agencyOf(work)), eq(savingsPlans.state, "active"), lt(savingsPlans.movedAt, since)),
    )
    .returning({ id: savingsPlans.id, userId: savingsPlans.userId });

/** Those that are under way and short of their target, for which nobody has said since this day that they paid. */
export const listUnpaidPlans = (work: Work, since: string) =>
  selectPlans(
    work,
    ...[eq(savingsPlans.state, "active"), lt(accounts.balance, savingsPlans.target), lt(savingsPlans.startsOn, since)],
    sql`not exists (select 1 from ${savingsDeposits} d where d.agency_id = ${savingsPlans.agencyId}
      and d.plan_id = ${savingsPlans.id} and d.state <> 'rejected' and d.paid_on >= ${since})`,
  ).orderBy(asc(savingsPlans.id));

/** Those that are under way and have not moved since then. */
export const listUnmovedPlans = (work: Work, since: Date) =>
  selectPlans(work, eq(savingsPlans.state, "active"), lt(savingsPlans.movedAt, since)).orderBy(asc(savingsPlans.id));

/** What waits to be checked, by currency. */
export const sumChecking = (work: Work) =>
  work.tx
    .select({ currency: savingsDeposits.currency, amount: sql<string>`sum(${savingsDeposits.amount})` })
    .from(savingsDeposits)
    .where(and(eq(savingsDeposits.agencyId, agencyOf(work)), sql`${savingsDeposits.state} in ${waitingStates}`))
    .groupBy(savingsDeposits.currency);
