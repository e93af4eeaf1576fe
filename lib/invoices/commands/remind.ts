import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { HOUR } from "@/lib/kernel/durations";
import { conflict } from "@/lib/kernel/fault";
import { type RemindedInvoice, type Reminder, RemindInvoice, type Subject } from "../contract/invoice";
import { invoiceAsked } from "../facts";
import { mayKeepInvoice } from "../policy";
import { showInvoice } from "../queries/show";
import { reachOf } from "../rules";
import { type InvoiceRecord, lockInvoice, lockOf, setInvoice } from "../store/invoices";

/** By whichever door at most once an hour: nobody is pressed. */
async function ask(work: Work, invoice: InvoiceRecord): Promise<Reminder> {
  const { id: invoiceId, state, remindedAt, subjectKind, subjectId } = invoice;
  const { payerUserId, payerName: name, payerEmail: email, payerPhone: phone } = invoice;
  if (state === "paid" || state === "void") throw conflict("invoice_settled", { state });
  const way = reachOf({ userId: payerUserId, email, phone });
  if (!way) throw conflict("payer_unreachable");
  if (remindedAt && work.now.getTime() - remindedAt.getTime() < HOUR)
    throw conflict("reminded_lately", { at: remindedAt.toISOString() });
  await setInvoice(work, invoice, { remindedAt: work.now });
  work.tell(invoiceAsked, { agencyId: agencyOf(work), invoiceId, subjectKind, subjectId, payerUserId });
  return { at: work.now, name, ...way };
}

/** Plain verb: whoever sells asks the payer of a booking or an order; null where there is no invoice.
 * @throws Fault `invoice_settled`, `payer_unreachable`, `reminded_lately` */
export async function askPayer(work: Work, subject: Subject): Promise<Reminder | null> {
  const invoice = await lockOf(work, subject);
  return invoice && ask(work, invoice);
}

/** Asks whoever pays for what is still owed.
 * @throws Fault `invoice_not_found`, `invoice_settled` when nothing is owed, `payer_unreachable` of whom neither a login nor
 * an address nor a phone is known, `reminded_lately` with when */
export const remindInvoice = command({
  name: "invoices.remind",
  input: RemindInvoice,
  load: (work, { id }) => lockInvoice(work, id),
  allow: mayKeepInvoice,
  run: async (work, { id }, invoice): Promise<RemindedInvoice> => {
    const reminder = await ask(work, invoice);
    return { ...(await showInvoice(work, id)), reminder };
  },
});
