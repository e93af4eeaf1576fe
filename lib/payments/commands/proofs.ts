import { mayListInvoices, mayPayInvoice } from "@/lib/invoices/policy";
import { findAsked, findPayable, type InvoiceRecord } from "@/lib/invoices/queries/invoices";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { MINUTE } from "@/lib/kernel/durations";
import { cleanEvidence, type Evidence } from "@/lib/kernel/evidence";
import { conflict, forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openWork } from "@/lib/kernel/work";
import { type Proof, ProofRef, UploadProof } from "../contract/proof";
import { proofSubmitted } from "../facts";
import { mayDecideProof } from "../policy";
import { showProof } from "../queries/show";
import { isWaiting } from "../rules/life";
import { addProof, findProof, findSame, lockProof, proofKey, setProof } from "../store/proofs";
import { keepWhile, lockWithSubject, noteProof } from "./subject";

const UPLOAD = "payments.upload_proof";
/** A file that no proof came to speak of goes. */
export const DROP = "payments.drop_file";

/** Who is calling, as themselves. @throws Fault `forbidden` for what is no person */
export function callerOf({ actor }: Work): string {
  if (!isPerson(actor)) throw forbidden();
  return actor.userId;
}

type Kept = Omit<UploadProof, "file"> & Omit<Evidence, "body"> & { proofId: string; bytes: number };
const refusePaid = ({ state }: InvoiceRecord) => {
  if (state === "paid") throw conflict("invoice_settled", { state });
};
/** Nobody's picture is worked on, or kept, before it is known that they may send one for this invoice. */
async function mayUpload(call: Call, id: string): Promise<void> {
  if (!mayListInvoices(call.actor)) throw forbidden();
  await call.transact("agency", true, async (tx) => {
    const invoice = await findPayable(openWork(call, tx, UPLOAD), id);
    if (!mayPayInvoice(call.actor, invoice)) throw forbidden();
    refusePaid(invoice);
  });
}

async function keepFile(call: Call, { id, amount, file }: UploadProof): Promise<Kept> {
  await mayUpload(call, id);
  const { body, ...clean } = await cleanEvidence(file);
  const proofId = newId();
  await call.ports.files.put(proofKey(agencyOf(call), proofId), body, { type: clean.type });
  return { id, amount, ...clean, proofId, bytes: body.length };
}

/** Sends the evidence of a transfer for an invoice. What it is, its bytes say, not its name. The same file again, while the
 * first waits, is the first.
 * @throws Fault `invoice_not_found`, `invoice_settled` when nothing is owed, `proof_invalid`, `proof_too_large` */
export const uploadProof = command({
  name: UPLOAD,
  input: UploadProof,
  prepare: keepFile,
  load: (work, { id }) => lockWithSubject(work, id),
  allow: mayPayInvoice,
  run: async (work, { id: invoiceId, amount, proofId, ...file }, invoice): Promise<Proof> => {
    refusePaid(invoice);
    const ask = await findAsked(work, invoiceId);
    const said = amount ?? ask?.amount ?? Math.max(1, invoice.total - invoice.paid);
    const { type, bytes, contentHash, lookHash } = file;
    // A second tap, or a phone that never heard the answer: what was sent twice waits once.
    const before = await findSame(work, invoiceId, contentHash);
    if (before) {
      work.later({ task: DROP, key: proofId, runAt: work.now, payload: { id: proofId } });
      return showProof(work, before);
    }
    const row = { id: proofId, invoiceId, uploadedBy: callerOf(work), amount: said };
    await addProof(work, { ...row, type, bytes, contentHash, lookHash });
    await noteProof(work, invoice, { what: "submitted" });
    const { payerUserId } = invoice;
    work.tell(proofSubmitted, { agencyId: agencyOf(work), invoiceId, payerUserId, proofId });
    return showProof(work, proofId);
  },
});

/** While somebody looks, the seats wait. */
const REVIEW_MS = 15 * MINUTE;

/** Somebody of the desk looks at it: others see who has it, and its hold does not run out meanwhile.
 * @throws Fault `proof_not_found` */
export const reviewProof = command({
  name: "payments.review_proof",
  input: ProofRef,
  load: async (work, { id }) => lockWithSubject(work, (await findProof(work, id)).invoice.id),
  allow: mayDecideProof,
  run: async (work, { id }, invoice): Promise<Proof> => {
    const row = await lockProof(work, id);
    if (isWaiting(row.proof.state)) {
      const reviewEndsAt = addMs(work.now, REVIEW_MS);
      await keepWhile(work, invoice, reviewEndsAt);
      await setProof(work, row, { reviewerId: callerOf(work), reviewEndsAt });
    }
    return showProof(work, id);
  },
});
