import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { payments } from "@/db/schema/invoices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { Payment } from "../contract/invoice";

export const listPayments = (work: Work, invoiceId: string) => {
  const { id, amount, rounding, source, movedAt, createdAt } = payments;
  const mine = and(eq(payments.agencyId, agencyOf(work)), eq(payments.invoiceId, invoiceId));
  const columns = { id, amount, rounding, source, movedAt };
  return work.tx.select(columns).from(payments).where(mine).orderBy(asc(createdAt), asc(id));
};

export async function addPayment(work: Work, row: Omit<typeof payments.$inferInsert, "agencyId" | "createdAt">) {
  await work.tx.insert(payments).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
  work.changed("payments", row.id, null, row);
}

/** What this source paid already, if it did. */
export async function findPayment(work: Work, source: Payment["source"], sourceRef: string) {
  const { agencyId } = payments;
  const same = and(eq(agencyId, agencyOf(work)), eq(payments.source, source), eq(payments.sourceRef, sourceRef));
  const [row] = await work.tx.select().from(payments).where(same);
  return row ?? null;
}

/** What was booked last for an invoice. */
export async function findLastPayment(work: Work, invoiceId: string) {
  const mine = and(eq(payments.agencyId, agencyOf(work)), eq(payments.invoiceId, invoiceId));
  const [row] = await work.tx.select().from(payments).where(mine).orderBy(desc(payments.id)).limit(1);
  return row ?? null;
}

const stands = sql`not exists (select 1 from ${payments} r where r.agency_id = ${payments.agencyId}
  and r.source = 'reversal' and r.source_ref = ${payments.id}::text)`;
/** Money of the same amount that another way brought for the same invoice not long ago (R11). */
export async function findTwin(
  work: Work,
  twin: { invoiceId: string; amount: number; sources: Payment["source"][]; since: Date },
) {
  const same = and(
    eq(payments.agencyId, agencyOf(work)),
    eq(payments.invoiceId, twin.invoiceId),
    eq(payments.amount, twin.amount),
    inArray(payments.source, twin.sources),
    gt(payments.createdAt, twin.since),
    stands,
  );
  const [row] = await work.tx.select().from(payments).where(same).limit(1);
  return row ?? null;
}
