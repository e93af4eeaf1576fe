/** What one account gains, or below zero gives. Integer minor units of the account's currency. */
export type Line = { accountId: string; amount: number };

/** One movement to be written. `effectiveAt`: the moment the money moved, when that was not now. */
export type Writing = { kind: string; reference: string; lines: readonly Line[]; effectiveAt?: Date };

/** `left`: what may still go out, above the floor and beside what is set aside; null without a floor. */
export type AccountState = {
  accountId: string;
  kind: string;
  currency: string;
  owner: string;
  floor: number | null;
  balance: number;
  reserved: number;
  left: number | null;
};

/** How a pending journal ended. */
export type Ending = "posted" | "voided" | "timed_out";

export type JournalRow = {
  id: string;
  phase: "posted" | "pending" | "voided" | "timed_out";
  kind: string;
  reference: string;
  effectiveAt: Date;
  lines: number;
  resolves: string | null;
  reverses: string | null;
  expiresAt: Date | null;
  createdAt: Date;
};

/** A journal with what followed from it: links go both ways though no row is ever changed. */
export type Journal = JournalRow & {
  resolvedBy: string | null;
  ending: Ending | null;
  reversedBy: string | null;
  moved: readonly Line[];
};

/** One line of an account's history; `balance` is what stood after it, in the order of the money's days. */
export type Movement = {
  journalId: string;
  kind: string;
  reference: string;
  amount: number;
  balance: number;
  effectiveAt: Date;
  createdAt: Date;
  reverses: string | null;
};

/** What is wrong with the books, and where. */
export type Problem = { kind: "edited" | "removed" | "unbalanced" | "balance"; id: string };
export type Books = { sealed: number; unsealed: number; problems: Problem[] };
