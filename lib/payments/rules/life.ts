import { undoEndsAt as endsAt } from "@/lib/kernel/undo";
import type { Proof, ProofState } from "../contract/proof";
import type { Refund } from "../contract/refund";

/** A proof's life: what may follow what. */
const NEXT: Record<ProofState, readonly ProofState[]> = {
  submitted: ["second_look", "approved", "rejected", "asked"],
  second_look: ["approved", "rejected", "asked"],
  asked: [],
  approved: [],
  rejected: [],
};
/** May a proof go from the one state to the other? */
export const mayBecome = (from: ProofState, to: ProofState) => NEXT[from].includes(to);
/** Somebody of the desk still has to decide about it. */
export const isWaiting = (state: ProofState) => state === "submitted" || state === "second_look";

/** What was paid too much, without what somebody has asked back already: it is on its way, and asked for once. Minor units. */
export const stillOver = (over: number, refunds: readonly Pick<Refund, "state" | "amount">[]) =>
  refunds
    .filter(({ state }) => state === "requested")
    .reduce((rest, { amount }) => Math.max(0, rest - amount.amount), over);

/** Money taken by hand: it has no file, no transfer's code and no line at the bank. */
export const isCash = ({ type }: { type: string }) => type === "cash";
/** What its money is called in the books. */
export const sourceOf = (proof: { type: string }) => (isCash(proof) ? ("cash" as const) : ("proof" as const));

/** Whoever sent a proof for a payer says yes to it only after another did: their own word about it is none. */
export const isOwnWord = ({ uploadedBy, firstBy }: { uploadedBy: string; firstBy: string | null }, userId: string) =>
  uploadedBy === userId && (firstBy === null || firstBy === userId);

/** Whether what is paid for goes with a proof that is rejected, where no other waits: an order of which nothing is paid. */
export const endsWithProof = ({ subject, state, paid }: Pick<Proof["invoice"], "subject" | "state" | "paid">) =>
  subject.kind === "order" && state !== "void" && paid.amount === 0;

type Decided = { state: ProofState; firstBy: string | null; firstAt: Date | null } & {
  decidedBy: string | null;
  decidedAt: Date | null;
};
/** Until when this person may take their word about a proof back; null where it is not theirs. What a line of the bank brought
 * (`paidBy`) is taken back with the line. */
export function undoEndsAt(proof: Decided, paidBy: string | null, userId: string): Date | null {
  const { state, firstBy, firstAt, decidedBy, decidedAt } = proof;
  if (paidBy === "bank_line") return null;
  const [who, when] = state === "second_look" ? [firstBy, firstAt] : [decidedBy, decidedAt];
  return state === "submitted" ? null : endsAt(who, when, userId);
}
