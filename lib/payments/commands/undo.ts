import { reversePayment } from "@/lib/invoices/commands/credit";
import type { InvoiceRecord } from "@/lib/invoices/queries/invoices";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { orFollowed } from "@/lib/kernel/undo";
import { type Proof, ProofRef } from "../contract/proof";
import { mayDecideProof } from "../policy";
import { showProof } from "../queries/show";
import { sourceOf, undoEndsAt } from "../rules/life";
import { findProof, freeBankLine, lockProof, type ProofRow, setProof } from "../store/proofs";
import { callerOf } from "./proofs";
import { lockWithSubject, reopenSubject, tellDecided, unsettleSubject } from "./subject";

/** What follows from a decision and can't be taken back with it. */
const FOLLOWED = new Set(["payment_followed", "insufficient_funds", "sold_out", "order_state", "booking_over"]);

/** The money goes out of the invoice by a mirror in the ledger, and what it bought is only held again. */
async function takeBackMoney(work: Work, { proof }: ProofRow, invoice: InvoiceRecord) {
  if (!proof.paymentId) return;
  const payment = { invoiceId: invoice.id, paymentId: proof.paymentId, source: sourceOf(proof) };
  const paid = await reversePayment(work, payment);
  await unsettleSubject(work, invoice, paid);
  await freeBankLine(work, proof.paymentId);
}

/** Takes back what one has just decided about a proof: it waits on the desk again as it did before.
 * @throws Fault `proof_not_found`, `undo_late` when it is another's word or its time is up, `undo_followed` when something
 * came of it already */
export const undoDecision = command({
  name: "payments.undo_decision",
  input: ProofRef,
  load: async (work, { id }) => lockWithSubject(work, (await findProof(work, id)).invoice.id),
  allow: mayDecideProof,
  run: async (work, { id }, invoice): Promise<Proof> => {
    const row = await lockProof(work, id);
    const { state, firstBy, takenBack } = row.proof;
    if (state === "submitted") return showProof(work, id);
    const until = undoEndsAt(row.proof, callerOf(work));
    if (!until || until <= work.now) throw conflict("undo_late", { state });
    if (state === "approved") await orFollowed(FOLLOWED, takeBackMoney(work, row, invoice));
    else if (state !== "second_look") await orFollowed(FOLLOWED, reopenSubject(work, invoice));
    const undecided = { decidedBy: null, decidedAt: null, paymentId: null, reason: null, takenBack: takenBack + 1 };
    const unsaid = { firstBy: null, firstAt: null };
    const before = state === "second_look" || !firstBy ? ("submitted" as const) : ("second_look" as const);
    await setProof(work, row, { state: before, ...undecided, ...(before === "submitted" && unsaid) });
    // Of a first yes nobody had heard but the desk.
    if (state !== "second_look") tellDecided(work, row, "taken_back");
    return showProof(work, id);
  },
});
