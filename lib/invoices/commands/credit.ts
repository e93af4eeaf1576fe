import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import {
  holdAccounts,
  openAccount,
  postJournal,
  postPending,
  reverseJournal,
  setAside,
} from "@/lib/ledger/commands/write";
import { readBalances } from "@/lib/ledger/queries";
import type { PaymentSource } from "../contract/invoice";
import { computeRounding, computeState, nextDue } from "../rules";
import { findCodeIn } from "../store/asks";
import { listInstalments } from "../store/instalments";
import { type InvoiceRecord, lockInvoice, setInvoice } from "../store/invoices";
import { addPayment, findLastPayment, findPayment } from "../store/payments";
import { askAnew, tellInvoice } from "./issue";

// Plain verbs for whoever moves money: policy and audit are those of the command that uses them. Lock the booking or
// order first, then the invoice, then the ledger's accounts, then pools (R3).

/** What came in for one invoice; it can't go below nothing. */
const moneyOf = (work: Work, { id, currency }: InvoiceRecord) =>
  openAccount(work, { kind: "invoices.paid", owner: `invoice:${id}`, currency, floor: 0 });
/** Where the agency's money lies outside of our books. */
const bankOf = (work: Work, currency: string) =>
  openAccount(work, { kind: "invoices.bank", owner: "invoices", currency, floor: null });

/** Before seats or goods are claimed for which money comes in by the same commit (R3). */
export const holdBank = async (work: Work, currency: string) => holdAccounts(work, [await bankOf(work, currency)]);

/** What codes of transfers brought above what was owed: the agency's own, and it can't be less than nothing. */
const roundingOf = (work: Work, currency: string) =>
  openAccount(work, { kind: "invoices.rounding", owner: "invoices", currency, floor: 0 });

/** Money in, minor units of the invoice's currency. `fromAccountId`: the ledger's account it comes from; absent: the world. */
export type Credit = {
  invoiceId: string;
  amount: number;
  source: Exclude<PaymentSource, "refund" | "reversal">;
  /** What the source calls it: the same money counts once (R11). */
  sourceRef: string;
  movedAt: Date;
  fromAccountId?: string;
};
/** What it did: `fresh` false when this very source had paid before. */
export type Credited = { paymentId: string; journalId: string; paid: number; state: string; fresh: boolean };

/** Books money that came in for an invoice: a journal, a payment, and the state that follows the ledger's sum (R15).
 * A void invoice takes it too: it came, and waits for a seat or to go back.
 * @throws Fault `invoice_not_found`, `insufficient_funds` of `fromAccountId` */
export async function creditInvoice(work: Work, credit: Credit): Promise<Credited> {
  const { invoiceId, amount, source, sourceRef, movedAt, fromAccountId } = credit;
  const invoice = await lockInvoice(work, invoiceId);
  const seen = await findPayment(work, source, sourceRef);
  if (seen) {
    if (seen.invoiceId !== invoiceId) throw conflict("payment_seen", { invoiceId: seen.invoiceId });
    return { paymentId: seen.id, journalId: seen.journalId, paid: invoice.paid, state: invoice.state, fresh: false };
  }
  const rounding = await roundingIn(work, invoice, amount);
  const lines = [
    { accountId: fromAccountId ?? (await bankOf(work, invoice.currency)), amount: -amount },
    { accountId: await moneyOf(work, invoice), amount: amount - rounding },
    ...(rounding > 0 ? [{ accountId: await roundingOf(work, invoice.currency), amount: rounding }] : []),
  ];
  const what = { kind: "invoices.payment", reference: `invoice:${invoiceId}`, effectiveAt: movedAt };
  const journalId = await postJournal(work, { ...what, lines });
  const paymentId = newId();
  const row = { id: paymentId, invoiceId, amount, rounding, source, sourceRef, journalId, movedAt };
  await addPayment(work, { ...row, enteredBy: enteredBy(work) });
  const after = await follow(work, invoice, amount - rounding);
  return { paymentId, journalId, paid: after.paid, state: after.state, fresh: true };
}

const enteredBy = ({ actor }: Work) => (isPerson(actor) ? actor.userId : null);

/** The code of a transfer is part of what is owed as long as something is; what it brings above the last of it is rounded
 * off in the same journal, so that nobody has "paid too much" by the figures we asked for. */
async function roundingIn(work: Work, { id, total, paid, voidedAt }: InvoiceRecord, amount: number): Promise<number> {
  if (voidedAt || amount <= total - paid) return 0;
  return computeRounding({ owed: total - paid, amount, code: await findCodeIn(work, id, amount) });
}

/** Takes a payment back that was booked by mistake, as long as nothing else was booked for its invoice since: its journal is
 * mirrored. Returns what is left on the invoice, minor units.
 * @throws Fault `payment_followed` */
export async function reversePayment(
  work: Work,
  { invoiceId, paymentId, source }: { invoiceId: string; paymentId: string; source: PaymentSource },
): Promise<number> {
  const invoice = await lockInvoice(work, invoiceId);
  const last = await findLastPayment(work, invoiceId);
  if (last?.id !== paymentId || last.source !== source) throw conflict("payment_followed");
  const journalId = await reverseJournal(work, last.journalId, `invoice:${invoiceId}`);
  const [amount, rounding] = [-last.amount, -last.rounding];
  const row = {
    id: newId(),
    invoiceId,
    amount,
    rounding,
    source: "reversal" as const,
    sourceRef: paymentId,
    journalId,
  };
  await addPayment(work, { ...row, movedAt: work.now, enteredBy: enteredBy(work) });
  return (await follow(work, invoice, amount - rounding)).paid;
}

/** The invoice says what the ledger says. */
async function follow(work: Work, invoice: InvoiceRecord, moved: number): Promise<InvoiceRecord> {
  const [account] = await readBalances(work, [await moneyOf(work, invoice)]);
  const paid = account?.balance ?? 0;
  const parts = await listInstalments(work, invoice.id);
  const dueAt = invoice.voidedAt ? null : (nextDue(parts, paid)?.dueAt ?? null);
  const after = await setInvoice(work, invoice, { paid, dueAt, state: computeState({ ...invoice, paid }) });
  tellInvoice(work, invoice, after, moved);
  await askAnew(work, after);
  return after;
}

/** Sets money aside that is to go back, until `expiresAt`. Returns the pending journal's id.
 * @throws Fault `insufficient_funds` with what is left */
export async function reserveRefund(
  work: Work,
  refund: { invoiceId: string; refundId: string; amount: number; expiresAt: Date },
) {
  const invoice = await lockInvoice(work, refund.invoiceId);
  const lines = [
    { accountId: await moneyOf(work, invoice), amount: -refund.amount },
    { accountId: await bankOf(work, invoice.currency), amount: refund.amount },
  ];
  const what = { kind: "invoices.refund", reference: `refund:${refund.refundId}`, lines };
  return setAside(work, what, refund.expiresAt);
}

/** The money set aside goes back. Returns what is left on the invoice, minor units. */
export async function payRefund(
  work: Work,
  refund: { invoiceId: string; refundId: string; amount: number; journalId: string },
) {
  const invoice = await lockInvoice(work, refund.invoiceId);
  const journalId = await postPending(work, refund.journalId);
  const { invoiceId, refundId, amount } = refund;
  const row = { invoiceId, amount: -amount, source: "refund" as const, sourceRef: refundId, journalId };
  await addPayment(work, { ...row, id: newId(), rounding: 0, movedAt: work.now, enteredBy: enteredBy(work) });
  const after = await follow(work, invoice, -amount);
  return { agencyId: agencyOf(work), paid: after.paid };
}
