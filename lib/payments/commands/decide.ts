import { findSelf } from "@/lib/agencies/queries/agency";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { findTwinPayment, type InvoiceRecord } from "@/lib/invoices/queries/invoices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, invalid } from "@/lib/kernel/fault";
import { DAY } from "@/lib/kernel/span";
import { type Proof, VerifyProof } from "../contract/proof";
import { proofDecided } from "../facts";
import { mayDecideProof } from "../policy";
import { showProof } from "../queries/show";
import { mayBecome, needsSecond } from "../rules/life";
import { findProof, lockProof, type ProofRow, setProof, takeBankLine } from "../store/proofs";
import { callerOf } from "./proofs";
import { lockWithSubject, noteProof, settleSubject } from "./subject";

/** The same amount by another way within so many days is taken for the same money. */
export const TWIN_MS = 7 * DAY;

type Decision = "approved" | "rejected" | "asked" | "second_look";
function told(work: Work, { proof, invoice }: ProofRow, decision: Decision, late = false) {
  const about = { agencyId: agencyOf(work), invoiceId: invoice.id, payerUserId: invoice.payerUserId };
  work.tell(proofDecided, { ...about, proofId: proof.id, decision, late });
}

/** Refuses money that a gateway or the bank's file brought already (R11). */
async function refuseTwin(work: Work, { invoice, proof }: ProofRow) {
  const since = addMs(work.now, -TWIN_MS);
  const twin = await findTwinPayment(work, {
    ...{ invoiceId: invoice.id, amount: proof.amount, since },
    sources: ["gateway", "bank_line"],
  });
  if (twin) throw conflict("payment_seen", { source: twin.source, movedAt: twin.movedAt.toISOString() });
}

/** Above the agency's limit the first yes only opens the second look. Returns whether more is needed. */
async function waitForSecond(work: Work, row: ProofRow): Promise<boolean> {
  const { policies } = await findSelf(work);
  if (!needsSecond(row.proof.amount, policies.secondPersonAbove)) return false;
  const [caller, { firstBy }] = [callerOf(work), row.proof];
  if (firstBy && firstBy !== caller) return false;
  if (firstBy === caller) return true;
  const open = { reviewerId: null, reviewEndsAt: null };
  await setProof(work, row, { state: "second_look", firstBy: caller, firstAt: work.now, ...open });
  told(work, row, "second_look");
  return true;
}

async function approve(work: Work, row: ProofRow, invoice: InvoiceRecord, again: boolean) {
  if (!again) await refuseTwin(work, row);
  if (await waitForSecond(work, row)) return;
  const { id: sourceRef, amount } = row.proof;
  const money = { invoiceId: invoice.id, amount, source: "proof" as const, sourceRef, movedAt: work.now };
  const { paid, paymentId } = await creditInvoice(work, money);
  const late = await settleSubject(work, invoice, paid);
  const decided = { decidedBy: callerOf(work), decidedAt: work.now, reviewEndsAt: null, reason: null };
  await setProof(work, row, { state: "approved", paymentId, ...decided });
  await takeBankLine(work, row, paymentId);
  told(work, row, "approved", late);
}

async function sendBack(work: Work, row: ProofRow, state: "rejected" | "asked", reason: string) {
  const decided = { decidedBy: callerOf(work), decidedAt: work.now, reviewEndsAt: null };
  await setProof(work, row, { state, reason, ...decided });
  await noteProof(work, row.invoice, { what: state, reason });
  told(work, row, state);
}

const TO = { approve: "approved", reject: "rejected", ask: "asked" } as const;

/**
 * Decides about a proof: the money is booked, the booking or order follows in the same commit, or it goes back with the
 * reason. Who says the same again gets the same answer (R10). Money for a hold that ran out is booked too, and waits for
 * a seat or to go back (R6).
 * @throws Fault `proof_not_found`, `proof_decided` with what it is now, `payment_seen`
 */
export const verifyProof = command({
  name: "payments.verify_proof",
  input: VerifyProof,
  load: async (work, { id }) => lockWithSubject(work, (await findProof(work, id)).invoice.id),
  allow: mayDecideProof,
  run: async (work, { id, decision, reason, amount, again }, invoice): Promise<Proof> => {
    const found = await lockProof(work, id);
    const { state } = found.proof;
    const to = TO[decision];
    if (state === to) return showProof(work, id);
    if (!mayBecome(state, to)) throw conflict("proof_decided", { state });
    const isOther = amount !== undefined && amount !== found.proof.amount;
    // Another amount is another question: the first yes was not to it.
    if (isOther) await setProof(work, found, { amount, firstBy: null, firstAt: null });
    const row = isOther ? await findProof(work, id) : found;
    if (decision === "approve") await approve(work, row, invoice, again === true);
    else if (!reason) throw invalid("reason", "required");
    else await sendBack(work, row, decision === "ask" ? "asked" : "rejected", reason);
    return showProof(work, id);
  },
});
