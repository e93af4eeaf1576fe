import { z } from "zod";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { InvoiceRef, ListInvoices, type PaymentSource, SumInvoices } from "../contract/invoice";
import { isInvoiceStaff, mayExportInvoices, mayListInvoices, maySeeInvoice, maySumInvoices } from "../policy";
import { findAsk, findAskOf } from "../store/asks";
import { asRow, countViews, findInvoice, findNumbered, listInvoiceRows, lockInvoice, sumRows } from "../store/invoices";
import { findTwin } from "../store/payments";
import { showInvoice } from "./show";

/** One invoice with its lines, instalments and payments. @throws Fault `invoice_not_found` */
export const readInvoice = query({
  name: "invoices.read",
  input: InvoiceRef,
  load: (work, { id }) => findInvoice(work, id),
  allow: maySeeInvoice,
  run: (work, { id }) => showInvoice(work, id),
});

/** What policy asks about an invoice: for tasks only, who ask it about people that are not here. */
export const readInvoiceSubject = query({
  name: "invoices.read_subject",
  input: InvoiceRef,
  load: (work, { id }) => findInvoice(work, id),
  allow: isSystem,
  run: async (_work, _input, { branchId, payerUserId }) => ({ branchId, payerUserId }),
});

async function list(work: Work, input: ListInvoices) {
  const page = await listInvoiceRows(work, input);
  return { ...page, data: page.data.map(asRow) };
}

/** Invoices within the caller's reach, the newest first or by the day they are due. */
export const listInvoices = query({
  name: "invoices.list",
  input: ListInvoices,
  load: nothing,
  allow: mayListInvoices,
  run: list,
});

/** The same list, taken out of the house. */
export const exportInvoices = query({
  name: "invoices.export",
  input: ListInvoices,
  load: nothing,
  allow: mayExportInvoices,
  run: list,
});

/** How many each view of the office holds. */
export const countInvoices = query({
  name: "invoices.count",
  input: z.strictObject({}),
  load: nothing,
  allow: isInvoiceStaff,
  run: (work) => countViews(work),
});

/** What the list comes to, by currency. */
export const sumInvoices = query({
  name: "invoices.sum",
  input: SumInvoices,
  load: async ({ actor }) => ({ branchId: isPerson(actor) ? actor.branchId : null }),
  allow: maySumInvoices,
  run: async (work, input) => ({ data: await sumRows(work, input) }),
});

export { computeOver, overOf, reachOf } from "../rules";
export type { InvoiceRecord } from "../store/invoices";

/** Plain verb: an invoice within the caller's reach. @throws Fault `invoice_not_found` */
export const findPayable = (work: Work, id: string) => findInvoice(work, id);
/** Plain verb: the same, locked. Lock its booking or order before. */
export const lockPayable = (work: Work, id: string) => lockInvoice(work, id);
/** Plain verb: by what is printed on it; null when there is none. */
export const findByNumber = (work: Work, number: string) => findNumbered(work, number);
/** Plain verb: which invoice asks, or asked, for exactly this amount. */
export const findByAmount = (work: Work, currency: string, amount: number) => findAskOf(work, currency, amount);
/** Plain verb: what an invoice asks for now. */
export const findAsked = (work: Work, invoiceId: string) => findAsk(work, invoiceId);
type Twin = { invoiceId: string; amount: number; sources: PaymentSource[]; since: Date };
/** Plain verb: the same amount that came for the same invoice by another way not long ago (R11). */
export const findTwinPayment = (work: Work, twin: Twin) => findTwin(work, twin);
