import { and, eq, isNull } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { proofs } from "@/db/schema/payments";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** Whether a proof of payment was sent for this booking that nobody has decided about. */
export async function hasWaitingProof(work: Work, bookingId: string): Promise<boolean> {
  const billed = and(eq(invoices.agencyId, proofs.agencyId), eq(invoices.id, proofs.invoiceId));
  const ofBooking = and(eq(invoices.subjectKind, "booking"), eq(invoices.subjectId, bookingId));
  const waits = and(eq(proofs.agencyId, agencyOf(work)), isNull(proofs.decidedAt));
  const rows = await work.tx
    .select({ id: proofs.id })
    .from(proofs)
    .innerJoin(invoices, billed)
    .where(and(ofBooking, waits))
    .limit(1);
  return rows.length > 0;
}
