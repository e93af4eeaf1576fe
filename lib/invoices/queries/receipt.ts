import { languageOf, spoken } from "@/lib/agencies/queries/language";
import { readLetterhead } from "@/lib/agencies/queries/letterhead";
import { conflict } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import type { Payment } from "../contract/invoice";
import { ReadReceipt } from "../contract/receipt";
import { maySeeInvoice } from "../policy";
import { findInvoice } from "../store/invoices";
import { showInvoice } from "./show";

const CODE = 12;

/** Without what was booked by mistake and taken back: each such payment is followed by its mirror. */
const standing = (payments: readonly Payment[]) =>
  payments.filter(({ source }, i) => source !== "reversal" && payments[i + 1]?.source !== "reversal");

const look = query({
  name: "invoices.read_receipt",
  input: ReadReceipt,
  load: (work, { id }) => findInvoice(work, id),
  allow: maySeeInvoice,
  run: async (work, { id, locale }, row) => {
    const [shown, agency] = [await showInvoice(work, id), await readLetterhead(work)];
    const invoice = { ...shown, payments: standing(shown.payments) };
    if (invoice.payments.length === 0) throw conflict("nothing_paid");
    const sealed = work.seal("invoices.receipt", `${id}:${row.paid}:${invoice.payments.length}`);
    const code = sealed
      .replace(/[^A-Za-z0-9]/g, "")
      .slice(0, CODE)
      .toUpperCase();
    const language = await languageOf(work, row.payerUserId, locale);
    return { invoice, agency, code, printedAt: work.now, ...language };
  },
});

/** What came in for an invoice, to be put on paper in the payer's language. The code is this house's own and changes with
 * the sum, so that an edited paper is found out.
 * @throws Fault `invoice_not_found`, `nothing_paid` */
export const readReceipt = spoken(look);
