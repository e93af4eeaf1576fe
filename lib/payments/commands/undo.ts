import { reversePayment } from "@/lib/invoices/commands/credit";
import type { InvoiceRecord } from "@/lib/invoices/queries/invoices";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { orFollowed } from "@/lib/kernel/undo";
import { type BankLine, BankLineRef } from "../contract/bank";
import { type Proof, ProofRef } from "../contract/proof";
import { mayDecideProof } from "../policy";
import { showProof } from "../queries/show";
import { sourceOf, undoEndsAt } from "../rules/life";
import { asLine, findLine, findProofPaid, lineUndoUntil, lockLine, setLine } from "../store/bank";
import { findProof, freeBankLine, lockProof, type ProofRow, setProof } from "../store/proofs";
import { askedBy, loadLine, mayBookLine } from "./bank";
import { callerOf } from "./proofs";
import { lockWithSubject, reopenSubject, tellDecided, unsettleSubject } from "./subject";

/** What follows from a decision and can't be taken back with it. */
const FOLLOWED = new Set(["payment_followed", "insufficient_funds", "sold_out", "order_state", "booking_over"]);

type Booked = Omit<Parameters<typeof reversePayment>[1], "invoiceId">;
/** The money goes out of the invoice by a mirror in the ledger, and what it bought is only held again. */
async function takeBackMoney(work: Work, invoice: InvoiceRecord, booked: Booked) {
  const paid = await reversePayment(work, { invoiceId: invoice.id, ...booked });
  await unsettleSubject(work, invoice, paid);
}

async function takeBackYes(work: Work, { proof }: ProofRow, invoice: InvoiceRecord) {
  if (!proof.paymentId) return;
  await takeBackMoney(work, invoice, { paymentId: proof.paymentId, source: sourceOf(proof) });
  await freeBankLine(work, proof.paymentId);
}

/** It stands on the desk as it did before it was decided about. */
async function waitAgain(work: Work, row: Pick<ProofRow, "proof">) {
  const { state, firstBy, takenBack } = row.proof;
  const undecided = { decidedBy: null, decidedAt: null, paymentId: null, reason: null, takenBack: takenBack + 1 };
  const unsaid = { firstBy: null, firstAt: null };
  const before = state === "second_look" || !firstBy ? ("submitted" as const) : ("second_look" as const);
  await setProof(work, row, { state: before, ...undecided, ...(before === "submitted" && unsaid) });
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
    const { state } = row.proof;
    if (state === "submitted") return showProof(work, id);
    const until = undoEndsAt(row.proof, row.paidBy, callerOf(work));
    if (!until || until <= work.now) throw conflict("undo_late", { state });
    if (state === "approved") await orFollowed(FOLLOWED, takeBackYes(work, row, invoice));
    else if (state !== "second_look") await orFollowed(FOLLOWED, reopenSubject(work, invoice));
    await waitAgain(work, row);
    // Of a first yes nobody had heard but the desk.
    if (state !== "second_look") tellDecided(work, row, "taken_back");
    return showProof(work, id);
  },
});

/** Takes back that one has just booked a line of the bank: it waits to be booked again, and so does the proof that was approved
 * with it. Who asks again gets the same answer.
 * @throws Fault `bank_line_not_found`, `undo_late` when it is another's word or its time is up, `undo_followed` when something
 * came of it already */
export const undoMatch = command({
  name: "payments.undo_match",
  input: BankLineRef,
  load: loadLine,
  allow: mayBookLine,
  run: async (work, { id }, { invoice }): Promise<BankLine> => {
    const line = await lockLine(work, id);
    const { paymentId, invoiceId, currency, amount, takenBack } = line;
    if (!paymentId) return asLine(work, line);
    // Meanwhile it may be booked for another invoice than the one that is locked.
    if (invoice?.id !== invoiceId || !lineUndoUntil(work, line)) throw conflict("undo_late");
    const proof = await findProofPaid(work, paymentId);
    if (proof) await waitAgain(work, proof);
    await orFollowed(FOLLOWED, takeBackMoney(work, invoice, { paymentId, source: "bank_line" }));
    const asking = await askedBy(work, currency, amount);
    await setLine(work, line, { paymentId: null, invoiceId: asking, takenBack: takenBack + 1 });
    if (proof) tellDecided(work, { ...proof, invoice }, "taken_back");
    return asLine(work, await findLine(work, id));
  },
});
