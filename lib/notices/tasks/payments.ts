import type { Invoice } from "@/lib/invoices/contract/invoice";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { listReminders } from "@/lib/invoices/queries/remind";
import { agencyOf, type Call } from "@/lib/kernel/call";
import type { Ports } from "@/lib/kernel/ports";
import { everyAgency, on, type Task } from "@/lib/kernel/task";
import { proofDecided, proofSubmitted, refundDecided, refundRequested } from "@/lib/payments/facts";
import { readProof } from "@/lib/payments/queries/proofs";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { notify } from "../commands/notify";
import type { About, NoticeKind } from "../contract";
import { listPaymentsDesk } from "../queries";
import { type News, tellGuest, tellPerson } from "./tell";

const tellPayer = (call: Call, ports: Ports, { payer }: Invoice, news: News) =>
  payer.userId
    ? tellPerson(call, ports, payer.userId, news)
    : tellGuest(call, ports, { name: payer.name, phone: payer.phone, email: null }, news);

/** Whoever decides about money, by the bell alone: they have a desk to look at. */
async function tellDesk(call: Call, kind: NoticeKind, about: About, dedupeKey: string) {
  const userIds = await listPaymentsDesk(call, {});
  await notify(call, { agencyId: agencyOf(call), userIds, kind, about, dedupeKey });
}

const aboutOf = ({ id: invoiceId, number: label, currency }: Invoice, amount: number, at?: Date): About => ({
  ...{ invoiceId, label, money: { amount, currency } },
  ...(at && { at: at.toISOString() }),
});

/** The next instalment that is not full; what is paid meanwhile is not asked for (R75). */
async function remind(call: Call, ports: Ports) {
  for (const { id, mark } of await listReminders(call, {})) {
    const invoice = await readInvoice(call, { id });
    const next = invoice.instalments.find(({ state }) => state !== "paid");
    if (!next) continue;
    const about = aboutOf(invoice, next.amount - next.paid, next.dueAt);
    await tellPayer(call, ports, invoice, { kind: "payment_due", about, dedupeKey: `payment_due:${id}:${mark}` });
  }
}

export const tasks: Task[] = [
  on(proofSubmitted, "notices.proof_submitted", async (call, { proofId, invoiceId }) => {
    const [proof, invoice] = [await readProof(call, { id: proofId }), await readInvoice(call, { id: invoiceId })];
    if (proof.state !== "submitted") return;
    await tellDesk(call, "proof_submitted", aboutOf(invoice, proof.amount), `proof_submitted:${proofId}`);
  }),
  on(proofDecided, "notices.proof_decided", async (call, { proofId, invoiceId, decision }, ports) => {
    const [proof, invoice] = [await readProof(call, { id: proofId }), await readInvoice(call, { id: invoiceId })];
    // Something else has been decided since: that has its own news (R75).
    if (proof.state !== decision) return;
    const [about, dedupeKey] = [aboutOf(invoice, proof.amount), `proof_${decision}:${proofId}`];
    if (decision === "second_look") await tellDesk(call, "proof_second_look", about, dedupeKey);
    else await tellPayer(call, ports, invoice, { kind: `proof_${decision}`, about, dedupeKey });
  }),
  on(refundRequested, "notices.refund_requested", async (call, { refundId, invoiceId }) => {
    const invoice = await readInvoice(call, { id: invoiceId });
    const refund = (await listRefunds(call, { invoiceId, limit: 100 })).data.find(({ id }) => id === refundId);
    if (refund?.state !== "requested") return;
    await tellDesk(call, "refund_requested", aboutOf(invoice, refund.amount), `refund_requested:${refundId}`);
  }),
  on(refundDecided, "notices.refund_decided", async (call, { refundId, invoiceId, decision }, ports) => {
    if (decision !== "approved") return;
    const invoice = await readInvoice(call, { id: invoiceId });
    const refund = (await listRefunds(call, { invoiceId, limit: 100 })).data.find(({ id }) => id === refundId);
    if (!refund) return;
    const about = aboutOf(invoice, refund.amount);
    await tellPayer(call, ports, invoice, { kind: "refund_approved", about, dedupeKey: `refund_approved:${refundId}` });
  }),
  everyAgency("21 2 * * *", "notices.payments_due", (call, _payload, ports) => remind(call, ports)),
];
