import { creditInvoice, holdBank } from "@/lib/invoices/commands/credit";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { lockWithSubject, settleSubject } from "./subject";

type Cash = { subjectId: string; amount: number; sourceRef: string };

/** Plain verb: money that was taken by hand for a booking or an order, minor units, is booked and its seats follow. The
 * same `sourceRef` counts once (R11). Whoever calls it has the policy.
 * @throws Fault `invoice_not_found` */
export async function takeCash(work: Work, { subjectId, amount, sourceRef }: Cash): Promise<void> {
  const { data } = await listInvoices(work, { subjectId, limit: 1 });
  const found = data[0];
  if (!found) throw notFound("invoice");
  const invoice = await lockWithSubject(work, found.id);
  const money = { invoiceId: invoice.id, amount, source: "cash" as const, sourceRef, movedAt: work.now };
  const { paid } = await creditInvoice(work, money);
  await settleSubject(work, invoice, paid);
}

export { holdBank };
