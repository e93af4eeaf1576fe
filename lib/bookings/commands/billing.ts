import {
  addInvoiceLines,
  askPayment,
  giveInvoice,
  issueInvoices,
  postponeInvoice,
  redateInvoices,
  renamePayer,
  reviveInvoice,
  voidInvoice,
} from "@/lib/invoices/commands/issue";
import type { BilledLine, NewInvoice } from "@/lib/invoices/contract/invoice";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import type { Payer } from "../contract/booking";
import { computeSettleBy, PAYMENT_HOLD_MS } from "../rules/life";
import type { BookingRecord, NewBooking, NewLine } from "../store/bookings";

// A booking and its invoice: the booking says what is owed, the invoice keeps it and what came in for it.

const subjectOf = (id: string) => ({ kind: "booking" as const, id });

type Fare = Pick<NewLine, "kind" | "roomType" | "passengerType" | "amount">;
/** What is alike stands in one line. */
function gather(label: string, lines: readonly Fare[]): BilledLine[] {
  const alike = new Map<string, BilledLine>();
  for (const { kind, roomType, passengerType, amount } of lines) {
    const key = `${kind} ${roomType} ${passengerType} ${amount}`;
    const line = alike.get(key) ?? { kind, label, quantity: 0, amount: 0, detail: { roomType, passengerType } };
    alike.set(key, { ...line, quantity: line.quantity + 1, amount: line.amount + amount });
  }
  return [...alike.values()];
}

type Placed = {
  work: Work;
  row: NewBooking;
  fares: readonly Fare[];
  packageName: string;
  startsAt: Date;
};
function invoiceOf({ work, row, fares, packageName, startsAt }: Placed): NewInvoice {
  const { id, code, branchId, policy, currency, payerUserId, payerName, payerEmail, payerPhone, pilgrimCount } = row;
  return {
    subject: subjectOf(id),
    code,
    title: packageName,
    branchId: branchId ?? null,
    currency,
    neededAt: startsAt,
    payer: { userId: payerUserId ?? null, name: payerName, email: payerEmail ?? null, phone: payerPhone ?? null },
    lines: gather(packageName, fares),
    deposit: policy.depositAmount * pilgrimCount,
    depositBy: addMs(work.now, PAYMENT_HOLD_MS),
    settleBy: computeSettleBy(startsAt, policy.settlementDays),
  };
}

/** One invoice for each booking that is placed by this commit. */
export const billAll = (placed: readonly Placed[]) =>
  issueInvoices(placed.map((one) => ({ work: one.work, invoice: invoiceOf(one) })));

/** What a cancellation took back and kept. */
export const billCancelled = (work: Work, booking: BookingRecord, lines: readonly Fare[], whole: boolean) =>
  addInvoiceLines(work, subjectOf(booking.id), gather(booking.packageName, lines), whole);

/** Its time ran out: nothing is owed any more. */
export const billExpired = (work: Work, { id }: BookingRecord) => voidInvoice(work, subjectOf(id));
/** It got seats again after all: what was owed is owed again. */
export const billReseated = (work: Work, { id }: BookingRecord) => reviveInvoice(work, subjectOf(id));
/** Somebody else pays: the invoice bears their name. */
export const billPayer = (work: Work, { id }: BookingRecord, payer: Payer) => renamePayer(work, subjectOf(id), payer);
/** It has become somebody's own: so has the invoice. */
export const billOwner = (work: Work, { id }: BookingRecord, userId: string) =>
  giveInvoice(work, subjectOf(id), userId);
/** Its seats are held until then. */
export const billHeld = (work: Work, { id }: BookingRecord, until: Date) => postponeInvoice(work, subjectOf(id), until);
/** Their departure leaves on another day. */
export const billMoved = (work: Work, bookingIds: readonly string[], startsAt: Date) =>
  redateInvoices(work, "booking", bookingIds, startsAt);
/** It is to be paid now: by an amount of its own. */
export const billSubmitted = (work: Work, { id }: BookingRecord) => askPayment(work, subjectOf(id));
