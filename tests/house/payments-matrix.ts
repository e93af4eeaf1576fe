import type { Entry } from "./entry";
import { CAST, PIXEL, type Role, type Stage } from "./stage";

const DESK: readonly Role[] = ["owner", "admin"];
/** Who sees the first branch's invoices, and who pays this one. */
const SEES: readonly Role[] = [...DESK, "manager", "pilgrim"];
/** Whoever is inside has a list, though often an empty one. */
const INSIDE: readonly Role[] = [
  ...[...SEES, "otherManager", "operator", "viewer", "provider", "leader", "helper", "otherLeader"],
  ...["companion", "otherPilgrim"],
] as Role[];
const STAFF: readonly Role[] = [...DESK, "manager", "otherManager"];
const PAID = { amount: 100, currency: "IDR" };
const nothing = () => ({});
const on = (input: Entry["input"], may: readonly Role[] = SEES): Entry => ({
  input,
  may,
  names: ["id"],
  knows: SEES.filter((role) => !may.includes(role)),
});
const invoice =
  (more: object = {}) =>
  ({ payments }: Stage) => ({ id: payments.invoiceId, ...more });
const proof =
  (more: object = {}) =>
  ({ payments }: Stage) => ({ id: payments.proofId, ...more });

/** What PRODUCT 3 says of invoices and proofs. */
export const PAYMENTS: Record<string, Entry> = {
  "invoices.ask_transfer": on(invoice(), [...DESK, "pilgrim"]),
  "invoices.count": { input: nothing, may: STAFF },
  "invoices.export": { input: nothing, may: DESK },
  "invoices.list": { input: nothing, may: INSIDE },
  "invoices.list_reminders": { input: nothing, may: ["house"] },
  "invoices.read": on(invoice()),
  "invoices.read_subject": { input: invoice(), may: ["house"] },
  "invoices.read_receipt": on(invoice()),
  "invoices.sum": { input: nothing, may: STAFF },
  "invoices.remind": on(invoice(), DESK),
  "payments.add_gateway": { input: () => ({ kind: "midtrans", serverKey: "SB-Mid-server" }), may: ["owner"] },
  // Another person than who asked: the admin did.
  "payments.approve_refund": on(({ payments }) => ({ id: payments.refundId }), ["owner"]),
  "payments.close_notice": {
    input: ({ payments }) => ({ id: payments.oddId, note: "Given back" }),
    may: DESK,
    names: ["id"],
  },
  "payments.count_proofs": { input: nothing, may: STAFF },
  "payments.enter_cash": on(invoice({ cashId: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e99", amount: PAID }), DESK),
  "payments.import_statement": {
    input: () => ({ name: "m.csv", csv: "date,text,amount\n2026-11-20,X,5", currency: "IDR" }),
    may: DESK,
  },
  "payments.link_proof": on(proof()),
  "payments.list_bank_lines": { input: nothing, may: DESK },
  "payments.list_odd_notices": { input: nothing, may: DESK },
  "payments.list_gateways": { input: nothing, may: ["owner"] },
  "payments.export_proofs": { input: nothing, may: DESK },
  "payments.list_proofs": { input: nothing, may: INSIDE },
  "payments.list_refunds": { input: nothing, may: INSIDE },
  "payments.match_line": {
    input: ({ payments }) => ({ id: payments.lineId, invoiceId: payments.invoiceId }),
    may: DESK,
    names: ["id"],
  },
  "payments.read_proof": on(proof()),
  "payments.read_proof_file": on(({ payments }) => ({ id: payments.proofId, pass: payments.pass })),
  "payments.refuse_refund": on(({ payments }) => ({ id: payments.toRefuseId, note: "No" }), ["owner"]),
  "payments.remove_gateway": {
    input: ({ payments }) => ({ id: payments.gatewayId }),
    may: ["owner"],
    names: ["id"],
  },
  "payments.request_refund": on(invoice({ amount: PAID, why: "Too much" }), DESK),
  "payments.review_proof": on(proof(), DESK),
  // Whoever holds the key speaks for the gateway: its signature is the leave.
  "payments.take_notice": {
    input: ({ payments }) => payments.notice,
    may: CAST.filter((role) => role !== "rivalOwner"),
    names: ["token"],
    random: () => "Zz".repeat(37),
  },
  "payments.time_out_refund": { input: ({ savings }) => ({ journalId: savings.pending }), may: ["house"] },
  "payments.undo_decision": on(proof(), DESK),
  "payments.undo_match": { input: ({ payments }) => ({ id: payments.lineId }), may: DESK, names: ["id"] },
  "payments.upload_proof": on(invoice({ file: PIXEL }), [...DESK, "pilgrim"]),
  "payments.verify_proof": on(proof({ decision: "reject", reason: "No" }), DESK),
};
