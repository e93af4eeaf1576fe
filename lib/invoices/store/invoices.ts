import { and, asc, count, desc, eq, gt, ilike, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { insertRows, isOneOf, limitOf } from "@/db/rows";
import { invoiceLines, invoices } from "@/db/schema/invoices";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally } from "@/lib/kernel/text";
import type { BilledLine, InvoiceRow, InvoiceSum, ListInvoices, Subject, SumInvoices } from "../contract/invoice";

export type InvoiceRecord = typeof invoices.$inferSelect;
const own = (work: Work) => eq(invoices.agencyId, agencyOf(work));
const isFor = ({ kind, id }: Subject) => and(eq(invoices.subjectKind, kind), eq(invoices.subjectId, id));

/** One's own, and what the role reaches. */
function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "invoices");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(invoices.payerUserId, actor.userId);
  return within.scope === "branch" ? or(mine, eq(invoices.branchId, within.branchId)) : mine;
}

const selectInvoices = (work: Work, ...more: (SQL | undefined)[]) =>
  work.tx
    .select()
    .from(invoices)
    .where(and(own(work), ...more))
    .$dynamic();

/** @throws Fault `invoice_not_found`, also for what the caller may not know */
export async function findInvoice(work: Work, id: string): Promise<InvoiceRecord> {
  const [row] = await selectInvoices(work, withinReach(work), eq(invoices.id, id));
  if (!row) throw notFound("invoice");
  return row;
}

/** The same; whoever moves its money or changes what is owed waits for each other here. */
export async function lockInvoice(work: Work, id: string): Promise<InvoiceRecord> {
  const [row] = await selectInvoices(work, withinReach(work), eq(invoices.id, id)).for("no key update");
  if (!row) throw notFound("invoice");
  return row;
}

/** Without reach: for the feature whose booking or order it is. */
export async function lockOf(work: Work, subject: Subject): Promise<InvoiceRecord | null> {
  const [row] = await selectInvoices(work, isFor(subject)).for("no key update");
  return row ?? null;
}

/** When its payer was last asked for it, without reach. */
export const findRemindedAt = async (work: Work, subject: Subject): Promise<Date | null> =>
  (await selectInvoices(work, isFor(subject)))[0]?.remindedAt ?? null;

/** Those of these subjects that count back from another day than this one, locked in the order of ids. */
export const lockMoved = (work: Work, kind: Subject["kind"], subjectIds: readonly string[], neededAt: Date) =>
  selectInvoices(
    work,
    and(eq(invoices.subjectKind, kind), isOneOf(invoices.subjectId, subjectIds), ne(invoices.neededAt, neededAt)),
  )
    .orderBy(invoices.id)
    .for("no key update");

/** Whoever was told a number, without reach. */
export async function findNumbered(work: Work, number: string): Promise<InvoiceRecord | null> {
  const [row] = await selectInvoices(work, eq(invoices.number, number));
  return row ?? null;
}

type NewRow = Omit<typeof invoices.$inferInsert, "agencyId" | "createdAt">;
export function addInvoices(work: Work, rows: readonly NewRow[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  return work.tx.send(insertRows(work.tx, invoices, full));
}

type NewLine = BilledLine & { invoiceId: string; position: number };
export async function addLines(work: Work, rows: readonly NewLine[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  if (full.length > 0) await work.tx.send(insertRows(work.tx, invoiceLines, full));
}
export async function setInvoice(work: Work, before: InvoiceRecord, change: Partial<InvoiceRecord>) {
  await work.tx
    .update(invoices)
    .set(change)
    .where(and(own(work), eq(invoices.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof InvoiceRecord]]));
  work.changed("invoices", before.id, was, change);
  return { ...before, ...change };
}

export const listLines = (work: Work, invoiceId: string): Promise<BilledLine[]> => {
  const { kind, label, quantity, amount, detail, position } = invoiceLines;
  const mine = and(eq(invoiceLines.agencyId, agencyOf(work)), eq(invoiceLines.invoiceId, invoiceId));
  return work.tx
    .select({ kind, label, quantity, amount, detail })
    .from(invoiceLines)
    .where(mine)
    .orderBy(asc(position));
};

function inView(work: Work, view: ListInvoices["view"]): SQL | undefined {
  const standing = inArray(invoices.state, ["open", "part_paid"]);
  switch (view) {
    case "to_pay":
      return standing;
    case "late":
      return and(standing, lt(invoices.dueAt, work.now));
    case "paid":
      return eq(invoices.state, "paid");
    case "over":
      return sql`${invoices.paid} > case when ${invoices.state} = 'void' then 0 else ${invoices.total} end`;
    case "void":
      return eq(invoices.state, "void");
    default:
      return undefined;
  }
}

const matching = (q: string) =>
  or(
    ilike(invoices.payerName, literally(q)),
    ilike(invoices.number, literally(q)),
    ilike(invoices.title, literally(q)),
  );

const fitting = (work: Work, { view, q, sort }: SumInvoices) =>
  and(
    withinReach(work),
    sort === "due" ? sql`${invoices.dueAt} is not null` : undefined,
    inView(work, view),
    q ? matching(q) : undefined,
  );

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
export async function listInvoiceRows(work: Work, input: ListInvoices): Promise<Page<InvoiceRecord>> {
  const after = input.cursor ? decodeCursor(input.cursor, Cursor, input.sort) : null;
  const byDue = input.sort === "due";
  const at = sql`${after?.[0]}::timestamptz`;
  const id = sql`${after?.[1]}::uuid`;
  const { dueAt, createdAt } = invoices;
  const past = byDue
    ? sql`(${dueAt}, ${invoices.id}) > (${at}, ${id})`
    : sql`(${createdAt}, ${invoices.id}) < (${at}, ${id})`;
  const rows = await selectInvoices(
    work,
    fitting(work, input),
    input.state ? eq(invoices.state, input.state) : undefined,
    input.subjectId ? eq(invoices.subjectId, input.subjectId) : undefined,
    input.mine && isPerson(work.actor) ? eq(invoices.payerUserId, work.actor.userId) : undefined,
    after ? past : undefined,
  )
    .orderBy(...(byDue ? [asc(dueAt), asc(invoices.id)] : [desc(createdAt), desc(invoices.id)]))
    .limit(limitOf(input.limit));
  const keyOf = (row: InvoiceRecord) => [((byDue && row.dueAt) || row.createdAt).toISOString(), row.id];
  return cutPage(rows, input.limit, keyOf, input.sort);
}

const VIEWS = ["all", "to_pay", "late", "paid", "over", "void"] as const;
/** How many each saved view holds. */
export async function countViews(work: Work): Promise<Record<(typeof VIEWS)[number], number>> {
  const counted = (view: (typeof VIEWS)[number]) =>
    sql<number>`count(*) filter (where ${inView(work, view) ?? sql`true`})::int`;
  const views = {
    all: counted("all"),
    to_pay: counted("to_pay"),
    late: counted("late"),
    paid: counted("paid"),
    over: counted("over"),
    void: counted("void"),
  };
  const [row] = await work.tx
    .select(views)
    .from(invoices)
    .where(and(own(work), withinReach(work)));
  return row ?? { all: 0, to_pay: 0, late: 0, paid: 0, over: 0, void: 0 };
}

const summed = (amount: SQL) =>
  sql`coalesce(sum(${amount}) filter (where ${invoices.state} <> 'void'), 0)`.mapWith(Number);
/** What those of the list ask, brought and still lack, the currency of most first. */
export const sumRows = (work: Work, input: SumInvoices): Promise<InvoiceSum[]> =>
  work.tx
    .select({
      currency: invoices.currency,
      count: count(),
      owed: summed(sql`${invoices.total}`),
      paid: summed(sql`${invoices.paid}`),
      rest: summed(sql`greatest(0, ${invoices.total} - ${invoices.paid})`),
    })
    .from(invoices)
    .where(and(own(work), fitting(work, input)))
    .groupBy(invoices.currency)
    .orderBy(desc(count()), invoices.currency);

export const asRow = (row: InvoiceRecord): InvoiceRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  payerName: row.payerName,
  total: { amount: row.total, currency: row.currency },
  paid: { amount: row.paid, currency: row.currency },
  state: row.state,
  dueAt: row.dueAt,
  createdAt: row.createdAt,
  subject: { kind: row.subjectKind, id: row.subjectId },
});

/** Those that are not paid and needed before `until`, for whoever reminds; an index finds them. */
export const listNeeded = (work: Work, until: Date) =>
  selectInvoices(
    work,
    inArray(invoices.state, ["open", "part_paid"]),
    gt(invoices.neededAt, work.now),
    lt(invoices.neededAt, until),
  );
