import { type Actor, isPerson, isSystem } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

/** What policy asks about an invoice. */
export type InvoiceSubject = { branchId: string | null; payerUserId: string | null };

const asSubject = ({ branchId, payerUserId }: InvoiceSubject) => ({
  branchId,
  ...(payerUserId && { userId: payerUserId }),
});
/** Whoever pays, also where their membership says nothing of invoices. */
export const isPayer = (actor: Actor, { payerUserId }: { payerUserId: string | null }) =>
  isPerson(actor) && actor.userId === payerUserId;

export const maySeeInvoice = (actor: Actor, invoice: InvoiceSubject) =>
  isPayer(actor, invoice) || may(actor, "see", "invoices", asSubject(invoice));
/** The list itself is narrowed by reach. */
export const mayListInvoices = (actor: Actor) => isSystem(actor) || (isPerson(actor) && actor.roles.length > 0);
/** Staff who see what others owe. */
export const isInvoiceStaff = (actor: Actor) => {
  const within = reach(actor, "invoices").scope;
  return within === "agency" || within === "branch";
};
/** What all of them come to is for whoever sees the reports. */
export const maySumInvoices = (actor: Actor, { branchId }: { branchId: string | null }) =>
  isInvoiceStaff(actor) && may(actor, "see", "reports", { branchId });
/** The payer chooses how much comes next; the desk for anybody. */
export const mayPayInvoice = (actor: Actor, invoice: InvoiceSubject) =>
  isPayer(actor, invoice) || mayKeepInvoice(actor, invoice);
/** The desk, and whoever was given `verify_payments` where they see it. */
export const mayKeepInvoice = (actor: Actor, invoice: InvoiceSubject) =>
  may(actor, "approve", "invoices", { branchId: invoice.branchId }) ||
  (isPerson(actor) &&
    actor.grants.includes("verify_payments") &&
    may(actor, "see", "invoices", { branchId: invoice.branchId }));
export const mayExportInvoices = (actor: Actor) => may(actor, "export", "invoices");
