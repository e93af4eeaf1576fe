import { undoEndsAt as endsAt } from "@/lib/kernel/undo";
import type { ProofState } from "../contract/proof";

/** A proof's life: what may follow what. */
const NEXT: Record<ProofState, readonly ProofState[]> = {
  submitted: ["second_look", "approved", "rejected", "asked"],
  second_look: ["approved", "rejected", "asked"],
  asked: [],
  approved: [],
  rejected: [],
};
export const mayBecome = (from: ProofState, to: ProofState) => NEXT[from].includes(to);
export const isWaiting = (state: ProofState) => state === "submitted" || state === "second_look";

/** Above an agency's limit two people say yes. */
export const needsSecond = (amount: number, limit: number | null) => limit !== null && amount > limit;

/** Money taken by hand: it has no file, no transfer's code and no line at the bank. */
export const isCash = ({ type }: { type: string }) => type === "cash";
/** What its money is called in the books. */
export const sourceOf = (proof: { type: string }) => (isCash(proof) ? ("cash" as const) : ("proof" as const));

type Limited = { currency: string; policies: { secondPersonAbove: number | null } };
/** An agency's limit is a sum of its own currency: of any other every sum is above it. */
export const limitIn = (currency: string, agency: Limited): number | null =>
  agency.policies.secondPersonAbove === null || agency.currency === currency ? agency.policies.secondPersonAbove : 0;

type Decided = { state: ProofState; firstBy: string | null; firstAt: Date | null } & {
  decidedBy: string | null;
  decidedAt: Date | null;
};
/** Until when this person may take their word about a proof back; null where it is not theirs. */
export function undoEndsAt({ state, firstBy, firstAt, decidedBy, decidedAt }: Decided, userId: string): Date | null {
  const [who, when] = state === "second_look" ? [firstBy, firstAt] : [decidedBy, decidedAt];
  return state === "submitted" ? null : endsAt(who, when, userId);
}
