import type { Invoice } from "@/lib/invoices/contract/invoice";
import { invoiceAsked, invoiceChanged } from "@/lib/invoices/facts";
import type { InvoiceSubject } from "@/lib/invoices/policy";
import { computeOver, overOf, readInvoice, readInvoiceSubject } from "@/lib/invoices/queries/invoices";
import { listReminders } from "@/lib/invoices/queries/remind";
import type { Person } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Call } from "@/lib/kernel/call";
import type { Money } from "@/lib/kernel/money";
import { oneByOne } from "@/lib/kernel/one-by-one";
import type { Ports } from "@/lib/kernel/ports";
import { everyAgency, on, type Task } from "@/lib/kernel/task";
import type { ProofState } from "@/lib/payments/contract/proof";
import { noticeOdd, proofDecided, proofSubmitted, refundDecided, refundRequested } from "@/lib/payments/facts";
import { mayDecideProof, mayDecideRefund, mayKeepBank, mayRequestRefund } from "@/lib/payments/policy";
import { readProof } from "@/lib/payments/queries/proofs";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { readOrder } from "@/lib/shop/queries/orders";
import { settle } from "../commands/notify";
import type { About, NoticeKind } from "../contract";
import { type News, tellGuest, tellPerson, tellStaff } from "./tell";

const tellPayer = (call: Call, ports: Ports, { payer }: Invoice, news: News) =>
  payer.userId ? tellPerson(call, ports, payer.userId, news) : tellGuest(call, ports, payer, news);

/** Tells those who may do this with an invoice. */
async function tellDesk(call: Call, may: (who: Person, invoice: InvoiceSubject) => boolean, id: string, news: News) {
  const subject = await readInvoiceSubject(call, { id });
  await tellStaff(call, (who) => may(who, subject), news);
}

const aboutOf = ({ id: invoiceId, number: label }: Invoice, money: Money, at?: Date): About => ({
  invoiceId,
  label,
  money,
  ...(at && { at: at.toISOString() }),
});

/** The next instalment that is not full, once for each `mark`; what is paid meanwhile is not asked for (R75). */
async function askFor(call: Call, ports: Ports, id: string, mark: string | number) {
  const invoice = await readInvoice(call, { id });
  const next = invoice.instalments.find(({ state }) => state !== "paid");
  if (!next) return;
  const about = aboutOf(invoice, moneyIn(next.amount.currency)(next.amount.amount - next.paid.amount), next.dueAt);
  await tellPayer(call, ports, invoice, { kind: "payment_due", about, dedupeKey: `payment_due:${id}:${mark}` });
}

const remind = async (call: Call, ports: Ports) =>
  oneByOne(await listReminders(call, {}), ({ id, mark }) => askFor(call, ports, id, mark));

/** A refused order says so itself, and why. */
const isRefused = async (call: Call, { subject }: Invoice) =>
  subject.kind === "order" && (await readOrder(call, { id: subject.id })).state === "rejected";

/** What a proof must still be when its payer hears that it is looked at again. */
const WAITING = new Set<ProofState>(["submitted", "second_look"]);

/** What the desk need not be called for any more. */
const BOTH: NoticeKind[] = ["proof_submitted", "proof_second_look"];
const ANSWERED = {
  approved: BOTH,
  rejected: BOTH,
  asked: BOTH,
  second_look: ["proof_submitted"],
  taken_back: [],
} satisfies Record<string, NoticeKind[]>;

const ODD = {
  unknown_invoice: "gateway_unknown",
  other_currency: "gateway_other_currency",
  already_paid: "gateway_paid_twice",
  taken_back: "gateway_taken_back",
} as const;

export const tasks: Task[] = [
  on(proofSubmitted, "notices.proof_submitted", async (call, { proofId, invoiceId }) => {
    const [proof, invoice] = [await readProof(call, { id: proofId }), await readInvoice(call, { id: invoiceId })];
    if (proof.state !== "submitted") return;
    const about = { ...aboutOf(invoice, proof.amount), askedId: proofId };
    const news = { kind: "proof_submitted" as const, about, dedupeKey: `proof_submitted:${proofId}` };
    await tellDesk(call, mayDecideProof, invoiceId, news);
  }),
  on(proofDecided, "notices.proof_decided", async (call, { proofId, invoiceId, decision }, ports) => {
    const [proof, invoice] = [await readProof(call, { id: proofId }), await readInvoice(call, { id: invoiceId })];
    await settle(call, { kinds: ANSWERED[decision], about: { askedId: proofId } });
    // Something else has been decided since: that has its own news (R75).
    if (decision === "taken_back" ? !WAITING.has(proof.state) : proof.state !== decision) return;
    if (decision === "rejected" && (await isRefused(call, invoice))) return;
    const about = aboutOf(invoice, proof.amount);
    const dedupeKey = `${call.requestId}:proof_${decision}:${proofId}`;
    if (decision === "second_look") {
      const news = { kind: "proof_second_look" as const, about: { ...about, askedId: proofId }, dedupeKey };
      await tellDesk(call, mayDecideProof, invoiceId, news);
    } else await tellPayer(call, ports, invoice, { kind: `proof_${decision}`, about, dedupeKey });
  }),
  on(refundRequested, "notices.refund_requested", async (call, { refundId, invoiceId }) => {
    const invoice = await readInvoice(call, { id: invoiceId });
    const refund = (await listRefunds(call, { invoiceId, limit: 100 })).data.find(({ id }) => id === refundId);
    if (refund?.state !== "requested") return;
    const about = { ...aboutOf(invoice, refund.amount), askedId: refundId };
    const news = { kind: "refund_requested" as const, about, dedupeKey: `refund_requested:${refundId}` };
    const { requestedBy } = refund;
    await tellDesk(call, (who, own) => mayDecideRefund(who, { ...own, requestedBy }), invoiceId, news);
  }),
  on(refundDecided, "notices.refund_decided", async (call, { refundId, invoiceId, decision }, ports) => {
    await settle(call, { kinds: ["refund_requested"], about: { askedId: refundId } });
    if (decision !== "approved") return;
    const invoice = await readInvoice(call, { id: invoiceId });
    const refund = (await listRefunds(call, { invoiceId, limit: 100 })).data.find(({ id }) => id === refundId);
    if (!refund) return;
    const about = aboutOf(invoice, refund.amount);
    await tellPayer(call, ports, invoice, { kind: "refund_approved", about, dedupeKey: `refund_approved:${refundId}` });
  }),
  on(noticeOdd, "notices.gateway_odd", async (call, { gatewayId, orderRef, outcome, invoiceId, amount, currency }) => {
    const kind = ODD[outcome];
    const about = { label: orderRef, money: { amount, currency }, ...(invoiceId && { invoiceId }) };
    // A gateway signs its order, not each of its transactions: of an order the desk hears once.
    await tellStaff(call, mayKeepBank, { kind, about, dedupeKey: `${kind}:${gatewayId}:${orderRef}` });
  }),
  on(invoiceChanged, "notices.invoice_overpaid", async (call, { invoiceId, moved, ...then }) => {
    if (moved < 0 || computeOver(then) <= 0) return;
    const invoice = await readInvoice(call, { id: invoiceId });
    const [over, last] = [overOf(invoice), invoice.payments.at(-1)];
    // What a person booked, a person has seen; and what went back since is no news (R75).
    if (over <= 0 || !last || (moved > 0 && last.source !== "gateway")) return;
    // Nothing came in: less is owed, since somebody cancelled who may be nobody of the desk. As much may be left again once it went back.
    const key = moved > 0 ? last.id : `${last.id}:${over}`;
    const news = {
      about: aboutOf(invoice, moneyIn(invoice.total.currency)(over)),
      dedupeKey: `invoice_overpaid:${key}`,
    };
    await tellDesk(call, mayRequestRefund, invoiceId, { kind: "invoice_overpaid", ...news });
  }),
  on(invoiceAsked, "notices.invoice_asked", (call, { invoiceId }, ports) =>
    askFor(call, ports, invoiceId, `asked ${call.requestId}`),
  ),
  everyAgency("21 2 * * *", "notices.payments_due", (call, _payload, ports) => remind(call, ports)),
];
