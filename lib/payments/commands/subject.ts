import { freezeHold, holdBooking } from "@/lib/bookings/commands/hold";
import { settleBooking } from "@/lib/bookings/commands/settle";
import { unsettleBooking } from "@/lib/bookings/commands/unsettle";
import { findPayable, type InvoiceRecord, lockPayable } from "@/lib/invoices/queries/invoices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { holdOrder } from "@/lib/shop/commands/hold";
import { noteOrderProof, settleOrder } from "@/lib/shop/commands/life";
import { reopenOrder, unsettleOrder } from "@/lib/shop/commands/reopen";
import { proofDecided } from "../facts";
import { hasWaiting, type ProofRow } from "../store/proofs";

// What an invoice is for goes with its money in one transaction. The order of locks everywhere (R3): the plan, the booking
// or order, the invoice, the proof, the ledger's accounts, the pools of seats and goods last.

/** Locks a booking or an order and then its invoice. @throws Fault `invoice_not_found` */
export async function lockWithSubject(work: Work, invoiceId: string): Promise<InvoiceRecord> {
  const { subjectKind, subjectId } = await findPayable(work, invoiceId);
  if (subjectKind === "booking") await holdBooking(work, subjectId);
  else await holdOrder(work, subjectId);
  return lockPayable(work, invoiceId);
}

/** So much has come in for it in all; a proof of it says by now that it is booked. Returns whether the money came too late for it (R6). */
export async function settleSubject(work: Work, invoice: InvoiceRecord, paid: number): Promise<boolean> {
  const { subjectKind, subjectId: id } = invoice;
  if (subjectKind === "booking") return (await settleBooking(work, { id, paid })).outcome === "needs_seat_or_refund";
  const waits = await hasWaiting(work, invoice.id);
  return (await settleOrder(work, { id, paid, waits })).outcome === "needs_refund";
}

/** Somebody looks at a proof: what it pays for is kept as long. Returns whether there is something to keep. */
export const keepWhile = (work: Work, { subjectKind, subjectId: id }: InvoiceRecord, until: Date): Promise<boolean> =>
  subjectKind === "booking" ? freezeHold(work, { id, until }) : Promise.resolve(true);

type Noted = { what: "submitted" | "rejected" | "asked"; reason?: string | null };
/** An order's own life follows its proofs; a booking's only its money. */
export async function noteProof(
  work: Work,
  { id: invoiceId, subjectKind, subjectId: id }: InvoiceRecord,
  noted: Noted,
) {
  if (subjectKind === "order") await noteOrderProof(work, { id, ...noted, waits: await hasWaiting(work, invoiceId) });
}

type Decision = "approved" | "rejected" | "asked" | "second_look" | "taken_back";
/** `late`: the money came, and the seats or goods were gone. */
export function tellDecided(
  work: Work,
  { proof, invoice }: Pick<ProofRow, "proof" | "invoice">,
  decision: Decision,
  late = false,
) {
  const about = { agencyId: agencyOf(work), invoiceId: invoice.id, payerUserId: invoice.payerUserId };
  work.tell(proofDecided, { ...about, proofId: proof.id, decision, late });
}

/** A payment was taken back moments after it was booked: what it bought is only held again, and so much is left paid.
 * @throws Fault `sold_out` where it can't be held any more, `order_state` where the goods are handed over */
export async function unsettleSubject(work: Work, { subjectKind, subjectId: id }: InvoiceRecord, paid: number) {
  if (subjectKind === "booking") await unsettleBooking(work, { id, paid });
  else await unsettleOrder(work, { id, paid });
}

/** A proof that was sent back waits again. A booking does not follow its proofs; an order's goods are held again. */
export async function reopenSubject(work: Work, { subjectKind, subjectId: id }: InvoiceRecord) {
  if (subjectKind === "order") await reopenOrder(work, { id });
}
