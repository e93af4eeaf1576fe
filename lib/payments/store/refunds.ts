import { and, desc, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { invoices } from "@/db/schema/invoices";
import { refunds } from "@/db/schema/payments";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import type { ListRefunds } from "../contract/refund";

const r = refunds;
const columns = {
  ...getTableColumns(r),
  invoiceNumber: invoices.number,
  payerName: invoices.payerName,
  payerUserId: invoices.payerUserId,
  branchId: invoices.branchId,
  currency: invoices.currency,
  requestedByName: memberships.personName,
};

function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "invoices");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(invoices.payerUserId, actor.userId);
  return within.scope === "branch" ? or(mine, eq(invoices.branchId, within.branchId)) : mine;
}

function selectRefunds(work: Work, ...more: (SQL | undefined)[]) {
  return work.tx
    .select(columns)
    .from(r)
    .innerJoin(invoices, and(eq(invoices.agencyId, r.agencyId), eq(invoices.id, r.invoiceId)))
    .leftJoin(memberships, and(eq(memberships.agencyId, r.agencyId), eq(memberships.userId, r.requestedBy)))
    .where(and(eq(r.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}
export type RefundRow = Awaited<ReturnType<typeof selectRefunds>>[number];

/** @throws Fault `refund_not_found`, also for what the caller may not know */
export async function findRefund(work: Work, id: string): Promise<RefundRow> {
  const [row] = await selectRefunds(work, eq(r.id, id));
  if (!row) throw notFound("refund");
  return row;
}

/** The same, and nobody else decides about it until the commit. */
export async function lockRefund(work: Work, id: string): Promise<RefundRow> {
  const [row] = await selectRefunds(work, eq(r.id, id)).for("no key update", { of: r });
  if (!row) throw notFound("refund");
  return row;
}

/** By the pending journal that sets its money aside. */
export async function lockByJournal(work: Work, journalId: string): Promise<RefundRow | null> {
  const [row] = await selectRefunds(work, eq(r.journalId, journalId)).for("no key update", { of: r });
  return row ?? null;
}

export async function addRefund(
  work: Work,
  row: Omit<typeof refunds.$inferInsert, "agencyId" | "createdAt" | "state">,
) {
  const full = { ...row, agencyId: agencyOf(work), state: "requested" as const, createdAt: work.now };
  await work.tx.insert(refunds).values(full);
  work.changed("refunds", row.id, null, full);
}

type Decided = Pick<RefundRow, "state" | "note" | "decidedBy">;
export async function setRefund(work: Work, before: RefundRow, decided: Decided) {
  const change = { ...decided, decidedAt: work.now };
  await work.tx
    .update(refunds)
    .set(change)
    .where(and(eq(r.agencyId, agencyOf(work)), eq(r.id, before.id)));
  work.changed("refunds", before.id, { state: before.state, note: before.note }, change);
  return { ...before, ...change };
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
export async function listRefundRows(work: Work, input: ListRefunds): Promise<Page<RefundRow>> {
  const after = input.cursor ? decodeCursor(input.cursor, Cursor) : null;
  const rows = await selectRefunds(
    work,
    input.state ? eq(r.state, input.state) : undefined,
    input.invoiceId ? eq(r.invoiceId, input.invoiceId) : undefined,
    after ? sql`(${r.createdAt}, ${r.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
  )
    .orderBy(desc(r.createdAt), desc(r.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
}
