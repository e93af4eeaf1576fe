import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { paymentMethods, savingsDeposits, savingsPeriods } from "@/db/schema/savings";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import type { PaymentMethod, Period } from "../contract/desk";
import { monthOf } from "../rules";

export type MethodRow = typeof paymentMethods.$inferSelect;
export type PeriodRow = typeof savingsPeriods.$inferSelect;

const ownMethods = (work: Work) => and(eq(paymentMethods.agencyId, agencyOf(work)), isNull(paymentMethods.removedAt));

export const asMethod = (row: MethodRow): PaymentMethod => {
  const { id, name, type, bankName, accountHolder, accountNumber, createdAt } = row;
  return { id, name, type, bankName, accountHolder, accountNumber, createdAt };
};

export const listMethodRows = (work: Work): Promise<MethodRow[]> =>
  work.tx
    .select()
    .from(paymentMethods)
    .where(ownMethods(work))
    .orderBy(asc(paymentMethods.name), asc(paymentMethods.id));

/** @throws Fault `payment_method_not_found`, also for one that was removed */
export async function findMethod(work: Work, id: string): Promise<MethodRow> {
  const [row] = await work.tx
    .select()
    .from(paymentMethods)
    .where(and(ownMethods(work), eq(paymentMethods.id, id)));
  if (!row) throw notFound("payment_method");
  return row;
}

type MethodFields = Pick<MethodRow, "name" | "type" | "bankName" | "accountHolder" | "accountNumber">;
export async function addMethod(work: Work, fields: MethodFields): Promise<MethodRow> {
  const row = { id: newId(), ...fields, agencyId: agencyOf(work), removedAt: null, createdAt: work.now };
  await work.tx.insert(paymentMethods).values(row);
  work.changed("payment_methods", row.id, null, row);
  return row;
}

export async function setMethod(work: Work, before: MethodRow, fields: Partial<MethodFields> & { removedAt?: Date }) {
  const mine = and(ownMethods(work), eq(paymentMethods.id, before.id));
  const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) await work.tx.update(paymentMethods).set(changes).where(mine);
  work.changed("payment_methods", before.id, before, { ...before, ...changes });
  return { ...before, ...changes } as MethodRow;
}

const ownPeriods = (work: Work) => eq(savingsPeriods.agencyId, agencyOf(work));
export const asPeriod = ({ id, startsOn, endsOn, closesOn, closedAt }: PeriodRow): Period => ({
  id,
  startsOn,
  endsOn,
  closesOn,
  closedAt,
});

export async function listPeriodRows(work: Work, { limit, cursor }: { limit: number; cursor?: string }) {
  const before = cursor ? decodeCursor(cursor, z.tuple([z.iso.date()]))[0] : null;
  const rows = await work.tx
    .select()
    .from(savingsPeriods)
    .where(and(ownPeriods(work), before ? lt(savingsPeriods.startsOn, before) : undefined))
    .orderBy(desc(savingsPeriods.startsOn))
    .limit(limitOf(limit));
  return cutPage(rows, limit, (row) => [row.startsOn]) satisfies Page<PeriodRow>;
}

/** Held against a close, which takes it for itself: money is verified into an open period or finds it closed (R23). */
async function shareOne(work: Work, where: ReturnType<typeof and>) {
  const [row] = await work.tx
    .select()
    .from(savingsPeriods)
    .where(and(ownPeriods(work), where))
    .orderBy(asc(savingsPeriods.startsOn))
    .limit(1)
    .for("share");
  return row ?? null;
}

const holding = (day: string) => and(lte(savingsPeriods.startsOn, day), sql`${savingsPeriods.endsOn} >= ${day}`);

/** The bucket of a day: the one that was made for it, else its month, opened now.
 * @throws Fault `period_missing` when the month is taken up by others that leave this day out */
export async function sharePeriodOf(work: Work, day: string): Promise<PeriodRow> {
  const found = await shareOne(work, holding(day));
  if (found) return found;
  const month = { id: newId(), agencyId: agencyOf(work), ...monthOf(day), createdAt: work.now };
  await work.tx.insert(savingsPeriods).values(month).onConflictDoNothing();
  const made = await shareOne(work, holding(day));
  if (!made) throw conflict("period_missing", { day });
  return made;
}

/** The first period after this day that takes money: one that stands, else the month after the last. */
export async function shareOpenAfter(work: Work, day: string): Promise<PeriodRow> {
  const open = await shareOne(work, and(gt(savingsPeriods.startsOn, day), isNull(savingsPeriods.closedAt)));
  if (open) return open;
  const [last] = await work.tx
    .select({ endsOn: savingsPeriods.endsOn })
    .from(savingsPeriods)
    .where(ownPeriods(work))
    .orderBy(desc(savingsPeriods.startsOn))
    .limit(1);
  return sharePeriodOf(work, monthOf(nextDay(last?.endsOn ?? day)).startsOn);
}
const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export const sharePeriod = async (work: Work, id: string): Promise<PeriodRow> => {
  const row = await shareOne(work, eq(savingsPeriods.id, id));
  if (!row) throw notFound("period");
  return row;
};

/** For itself alone, until the commit. */
export async function lockPeriod(work: Work, id: string): Promise<PeriodRow> {
  const [row] = await work.tx
    .select(getTableColumns(savingsPeriods))
    .from(savingsPeriods)
    .where(and(ownPeriods(work), eq(savingsPeriods.id, id)))
    .for("update");
  if (!row) throw notFound("period");
  return row;
}

type Days = Pick<PeriodRow, "startsOn" | "endsOn" | "closesOn">;
const overlapping = async <T>(change: Promise<T>): Promise<T> =>
  change.catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    throw cause?.code === "23P01" ? conflict("period_overlaps") : error;
  });

/** @throws Fault `period_overlaps` */
export async function addPeriod(work: Work, days: Days): Promise<PeriodRow> {
  const row = { id: newId(), agencyId: agencyOf(work), ...days, closedAt: null, createdAt: work.now };
  await overlapping(work.tx.insert(savingsPeriods).values(row).then());
  work.changed("savings_periods", row.id, null, row);
  return row;
}

/** Whether money of this period, other than what came too late for another, was paid on a day outside of these. */
export async function holdsOutside(work: Work, periodId: string, { startsOn, endsOn }: Omit<Days, "closesOn">) {
  const d = savingsDeposits;
  const mine = and(eq(d.agencyId, agencyOf(work)), eq(d.periodId, periodId), isNull(d.lateForId));
  const outside = or(lt(d.paidOn, startsOn), gt(d.paidOn, endsOn));
  return (await work.tx.select({ id: d.id }).from(d).where(and(mine, outside)).limit(1)).length > 0;
}

/** @throws Fault `period_overlaps` */
export async function setPeriod(work: Work, before: PeriodRow, fields: Partial<Days & { closedAt: Date }>) {
  const after = { ...before, ...fields };
  const mine = and(ownPeriods(work), eq(savingsPeriods.id, before.id));
  await overlapping(work.tx.update(savingsPeriods).set(after).where(mine).then());
  work.changed("savings_periods", before.id, before, after);
  return after;
}

export const listDuePeriods = (work: Work, today: string): Promise<PeriodRow[]> =>
  work.tx
    .select()
    .from(savingsPeriods)
    .where(and(ownPeriods(work), isNull(savingsPeriods.closedAt), lt(savingsPeriods.closesOn, today)))
    .for("update");
