import type { Entry } from "./entry";
import { PIXEL, type Role, type Stage } from "./stage";

const DESK: readonly Role[] = ["owner", "admin"];
/** Who sees the first branch's invoices, and who pays this one. */
const SEES: readonly Role[] = [...DESK, "manager", "pilgrim"];
/** Whoever is inside has a list, though often an empty one. */
const INSIDE: readonly Role[] = [
  ...[...SEES, "otherManager", "operator", "viewer", "provider", "leader", "helper", "otherLeader"],
  ...["companion", "otherPilgrim"],
] as Role[];
const STAFF: readonly Role[] = [...DESK, "manager", "otherManager"];
const nothing = () => ({});
const on = (input: Entry["input"], may: readonly Role[] = SEES): Entry => ({
  ...{ input, may, names: ["id"] },
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
  "invoices.read": on(invoice()),
  // Another person than who asked: the admin did.
  "payments.approve_refund": on(({ payments }) => ({ id: payments.refundId }), ["owner"]),
  "payments.count_proofs": { input: nothing, may: STAFF },
  "payments.link_proof": on(proof()),
  "payments.list_proofs": { input: nothing, may: INSIDE },
  "payments.list_refunds": { input: nothing, may: INSIDE },
  "payments.read_proof": on(proof()),
  "payments.read_proof_file": on(({ payments }) => ({ id: payments.proofId, pass: payments.pass })),
  "payments.refuse_refund": on(({ payments }) => ({ id: payments.toRefuseId, note: "No" }), ["owner"]),
  "payments.request_refund": on(invoice({ amount: 100, why: "Too much" }), DESK),
  "payments.review_proof": on(proof(), DESK),
  "payments.time_out_refund": { input: ({ savings }) => ({ journalId: savings.pending }), may: ["house"] },
  "payments.upload_proof": on(invoice({ file: PIXEL }), [...DESK, "pilgrim"]),
  "payments.verify_proof": on(proof({ decision: "reject", reason: "No" }), DESK),
};
