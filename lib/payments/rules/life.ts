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
