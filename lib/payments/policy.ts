import { type InvoiceSubject, isPayer, mayKeepInvoice } from "@/lib/invoices/policy";
import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";

/** The desk decides, nobody about their own money. */
export const mayDecideProof = (actor: Actor, invoice: InvoiceSubject) =>
  mayKeepInvoice(actor, invoice) && !isPayer(actor, invoice);
/** Whoever keeps invoices asks for a refund. */
export const mayRequestRefund = (actor: Actor, invoice: InvoiceSubject) => mayKeepInvoice(actor, invoice);
/** Another person with the right to approve decides: not who asked, not who gets it. */
export const mayDecideRefund = (actor: Actor, refund: InvoiceSubject & { requestedBy: string }) =>
  may(actor, "approve", "invoices", { branchId: refund.branchId }) &&
  !isPayer(actor, refund) &&
  !(isPerson(actor) && actor.userId === refund.requestedBy);
/** The desk as a whole: bank files are the agency's, not a branch's. */
export const mayKeepBank = (actor: Actor) => may(actor, "approve", "invoices");
/** Secrets of a gateway are the owner's. */
export const mayKeepGateways = (actor: Actor) => may(actor, "change", "agency");
