import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { HOUR } from "@/lib/kernel/span";
import { type Invoice, RemindInvoice, type Subject } from "../contract/invoice";
import { invoiceAsked } from "../facts";
import { mayKeepInvoice } from "../policy";
import { showInvoice } from "../queries/show";
import { isReachable } from "../rules";
import { type InvoiceRecord, lockInvoice, lockOf, setInvoice } from "../store/invoices";

/** False within an hour of the last time: nobody is pressed. */
async function noteAsked(work: Work, invoice: InvoiceRecord): Promise<boolean> {
  const { remindedAt } = invoice;
  if (remindedAt && work.now.getTime() - remindedAt.getTime() < HOUR) return false;
  await setInvoice(work, invoice, { remindedAt: work.now });
  return true;
}

/** Plain verb: whoever sells asks the payer of a booking or an order; false where they were asked within the hour. */
export async function noteReminder(work: Work, subject: Subject): Promise<boolean> {
  const invoice = await lockOf(work, subject);
  return invoice !== null && noteAsked(work, invoice);
}

/** Asks whoever pays for what is still owed, by whichever door at most once an hour.
 * @throws Fault `invoice_not_found`, `invoice_settled` when nothing is owed, `payer_unreachable` of whom neither a login nor a
 * phone is known, `reminded_lately` with when */
export const remindInvoice = command({
  name: "invoices.remind",
  input: RemindInvoice,
  load: (work, { id }) => lockInvoice(work, id),
  allow: mayKeepInvoice,
  run: async (work, { id }, invoice): Promise<Invoice> => {
    const { state, remindedAt, subjectKind, subjectId, payerUserId, payerPhone } = invoice;
    if (state === "paid" || state === "void") throw conflict("invoice_settled", { state });
    if (!isReachable({ userId: payerUserId, phone: payerPhone })) throw conflict("payer_unreachable");
    if (!(await noteAsked(work, invoice))) throw conflict("reminded_lately", { at: remindedAt?.toISOString() });
    work.tell(invoiceAsked, { agencyId: agencyOf(work), invoiceId: id, subjectKind, subjectId, payerUserId });
    return showInvoice(work, id);
  },
});
