import { leastOf } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { AskTransfer, type Invoice } from "../contract/invoice";
import { mayPayInvoice } from "../policy";
import { showInvoice } from "../queries/show";
import { ceilTo, drawCodes, nextDue } from "../rules";
import { addAsk, closeAsk } from "../store/asks";
import { listInstalments } from "../store/instalments";
import { type InvoiceRecord, lockInvoice } from "../store/invoices";

/** So many codes are tried before the amount is asked for as it is. */
const TRIES = 40;

/** Plain verb: asks for what is due next (or for all of it) by an amount that no other open invoice asks for; what was
 * asked for before is no longer. Where all codes of that amount are in use, the plain amount is asked for, if it is free.
 * What nobody pays a fraction of is asked for whole: no bank's line would ever meet half a rupiah. */
export async function askFor(work: Work, invoice: InvoiceRecord, pay: "next" | "all" = "next"): Promise<void> {
  const { id: invoiceId, currency, total, paid, voidedAt } = invoice;
  await closeAsk(work, invoiceId);
  if (voidedAt || paid >= total) return;
  const due = pay === "all" ? null : nextDue(await listInstalments(work, invoiceId), paid);
  const base = due?.amount ?? total - paid;
  const unit = leastOf(currency);
  for (const code of [...drawCodes(TRIES), 0])
    if (await addAsk(work, { invoiceId, currency, base, amount: ceilTo(unit, base) + code * unit })) return;
}

/** The payer wants to transfer: the next instalment, or all that is left.
 * @throws Fault `invoice_not_found`, `invoice_settled` when nothing is owed */
export const askTransfer = command({
  name: "invoices.ask_transfer",
  input: AskTransfer,
  load: (work, { id }) => lockInvoice(work, id),
  allow: mayPayInvoice,
  run: async (work, { id, pay }, invoice): Promise<Invoice> => {
    if (invoice.state === "paid" || invoice.state === "void")
      throw conflict("invoice_settled", { state: invoice.state });
    await askFor(work, invoice, pay);
    return showInvoice(work, id);
  },
});
