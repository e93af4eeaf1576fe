import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn, needsSecond } from "@/lib/agencies/queries/second-person";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { findTwinPayment, type InvoiceRecord } from "@/lib/invoices/queries/invoices";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { conflict, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { EnterCash, type Proof, ProofState, VerifyProof } from "../contract/proof";
import { mayDecideProof } from "../policy";
import { showProof } from "../queries/show";
import { isCash, isOwnWord, mayBecome, sourceOf } from "../rules/life";
import {
  addProof,
  findProof,
  findSame,
  lockProof,
  type ProofRow,
  setProof,
  sumAlone,
  takeBankLine,
} from "../store/proofs";
import { callerOf } from "./proofs";
import { lockWithSubject, noteProof, settleSubject, tellDecided } from "./subject";

/** The same amount by another way within so many days is taken for the same money. */
export const TWIN_MS = 7 * DAY;

type Twin = Omit<Parameters<typeof findTwinPayment>[1], "since">;
/** Refuses money that another way brought already, until somebody says that it is other money (R11). */
export async function refuseTwin(work: Work, like: Twin) {
  const twin = await findTwinPayment(work, { ...like, since: addMs(work.now, -TWIN_MS) });
  if (twin) throw conflict("payment_seen", { source: twin.source, movedAt: twin.movedAt.toISOString() });
}

/** Above the agency's limit the first yes only opens the second look. Returns whether more is needed. `sum`: what is weighed,
 * where that is more than this one. */
async function waitForSecond(work: Work, row: ProofRow, sum = row.proof.amount): Promise<boolean> {
  if (!needsSecond(sum, limitIn(row.invoice.currency, await findSelf(work)))) return false;
  const [caller, { firstBy }] = [callerOf(work), row.proof];
  if (firstBy && firstBy !== caller) return false;
  if (firstBy === caller) return true;
  const open = { reviewerId: null, reviewEndsAt: null };
  await setProof(work, row, { state: "second_look", firstBy: caller, firstAt: work.now, ...open });
  tellDecided(work, row, "second_look");
  return true;
}

/** What somebody of the desk sent for a payer is approved by another, whatever the sum. */
function refuseOwn(work: Work, { proof }: ProofRow) {
  if (isOwnWord(proof, callerOf(work))) throw conflict("own_proof");
}

async function approve(work: Work, row: ProofRow, invoice: InvoiceRecord, again: boolean) {
  refuseOwn(work, row);
  const [invoiceId, amount] = [row.invoice.id, row.proof.amount];
  if (!again && !isCash(row.proof)) await refuseTwin(work, { invoiceId, amount, sources: ["gateway", "bank_line"] });
  if (await waitForSecond(work, row)) return;
  await book(work, row, invoice);
}

/** The money is in the books, and what it pays for follows. */
async function book(work: Work, row: ProofRow, invoice: InvoiceRecord) {
  const { id, amount, takenBack } = row.proof;
  // What was taken back stays in the books: the same proof is another payment then.
  const sourceRef = takenBack > 0 ? `${id}:${takenBack}` : id;
  const money = { invoiceId: invoice.id, amount, source: sourceOf(row.proof), sourceRef, movedAt: work.now };
  const { paid, paymentId } = await creditInvoice(work, money);
  const decided = { decidedBy: callerOf(work), decidedAt: work.now, reviewEndsAt: null, reason: null };
  await setProof(work, row, { state: "approved", paymentId, ...decided });
  const late = await settleSubject(work, invoice, paid);
  if (!isCash(row.proof)) await takeBankLine(work, row, paymentId);
  tellDecided(work, row, "approved", late);
}

async function sendBack(work: Work, row: ProofRow, state: "rejected" | "asked", reason: string) {
  const decided = { decidedBy: callerOf(work), decidedAt: work.now, reviewEndsAt: null };
  await setProof(work, row, { state, reason, ...decided });
  await noteProof(work, row.invoice, { what: state, reason });
  tellDecided(work, row, state);
}

/** Money that a payer brings to the office: whoever takes it has said yes with it. Above the agency's limit another person
 * does too, and it is booked then; below it is booked at once. The same `cashId` again is the same money.
 * @throws Fault `invoice_not_found`, `invoice_settled` when nothing is owed, `validation` for more than is owed */
export const enterCash = command({
  name: "payments.enter_cash",
  input: EnterCash,
  load: (work, { id }) => lockWithSubject(work, id),
  allow: mayDecideProof,
  run: async (work, { id: invoiceId, cashId, amount: counted }, invoice): Promise<Proof> => {
    const amount = amountIn(invoice.currency, counted);
    const contentHash = `cash:${cashId}`;
    const before = await findSame(work, invoiceId, contentHash, ProofState.options);
    if (before) return showProof(work, before);
    const { state, total, paid } = invoice;
    if (state === "paid" || state === "void") throw conflict("invoice_settled", { state });
    if (amount > total - paid) throw invalid("amount", "more_than_owed");
    const row = { id: newId(), invoiceId, uploadedBy: callerOf(work), amount, contentHash };
    await addProof(work, { ...row, type: "cash", bytes: 0 });
    await noteProof(work, invoice, { what: "submitted" });
    const entered = await findProof(work, row.id);
    // In parts it is the same money: what one person alone took for this invoice before counts with it.
    const sum = amount + (await sumAlone(work, invoiceId, callerOf(work)));
    if (!(await waitForSecond(work, entered, sum))) await book(work, entered, invoice);
    return showProof(work, row.id);
  },
});

const TO = { approve: "approved", reject: "rejected", ask: "asked" } as const;

/**
 * Decides about a proof: the money is booked, the booking or order follows in the same commit, or it goes back with the
 * reason. Who says the same again gets the same answer (R10). Money for a hold that ran out is booked too, and waits for
 * a seat or to go back (R6).
 * @throws Fault `proof_not_found`, `proof_decided` with what it is now, `payment_seen`, `own_proof`
 */
export const verifyProof = command({
  name: "payments.verify_proof",
  input: VerifyProof,
  load: async (work, { id }) => lockWithSubject(work, (await findProof(work, id)).invoice.id),
  allow: mayDecideProof,
  run: async (work, { id, decision, reason, amount: came, again }, invoice): Promise<Proof> => {
    const amount = came && amountIn(invoice.currency, came);
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
    else if (decision === "ask" && isCash(row.proof)) throw invalid("decision", "invalid_value");
    else await sendBack(work, row, decision === "ask" ? "asked" : "rejected", reason);
    return showProof(work, id);
  },
});
