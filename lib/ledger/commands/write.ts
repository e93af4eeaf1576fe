import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Journal, Writing } from "../contract";
import { findShort, outflowOf, refuseUnbalanced, sumByAccount } from "../rules";
import { addAccount, lockAccounts } from "../store/accounts";
import { addJournal, findJournal } from "../store/journals";

// Plain verbs: they have no policy and no audit row of their own, since the command that uses them has both.

type Opening = { kind: string; owner: string; currency: string; floor: number | null };

/** The account of this kind and owner, opened at its first use. Returns its id. */
export const openAccount = (work: Work, opening: Opening): Promise<string> =>
  addAccount(work, { id: newId(), ...opening });

/** From here on these accounts wait for this commit: for whoever takes seats before the money that pays them moves (R3). */
export const holdAccounts = async (work: Work, ids: readonly string[]): Promise<void> => {
  await lockAccounts(work, ids);
};

type Phase = { phase: "posted" | "pending"; resolves?: Journal; reverses?: string; expiresAt?: Date };

async function write(work: Work, writing: Writing, { phase, resolves, reverses, expiresAt }: Phase): Promise<string> {
  const { kind, reference, lines, effectiveAt = work.now } = writing;
  const accounts = await lockAccounts(work, [...sumByAccount(lines).keys()]);
  refuseUnbalanced(accounts, lines);
  const freed = resolves ? outflowOf(resolves.moved, "pending") : new Map<string, number>();
  const short = findShort(accounts, outflowOf(lines, phase), freed);
  if (short) throw conflict("insufficient_funds", short);
  const id = newId();
  const links = { resolves: resolves?.id ?? null, reverses: reverses ?? null, expiresAt: expiresAt ?? null };
  addJournal(work, { id, phase, kind, reference, effectiveAt, ...links }, lines, accounts);
  return id;
}

/** Moves money now. Returns the journal's id.
 * @throws Fault `insufficient_funds` with `{ accountId, asked, left }` when an account would go below its floor */
export const postJournal = (work: Work, writing: Writing): Promise<string> => write(work, writing, { phase: "posted" });

/** Sets money aside until it is posted, voided, or its time is up. Returns the pending journal's id.
 * @throws Fault `insufficient_funds` */
export async function setAside(work: Work, writing: Writing, expiresAt: Date): Promise<string> {
  const id = await write(work, writing, { phase: "pending", expiresAt });
  work.later({ task: "ledger.expire", key: id, runAt: expiresAt, payload: { journalId: id } });
  return id;
}

/** Whoever holds the accounts of a pending journal decides about it; all others find it decided. */
async function lockPending(work: Work, journalId: string): Promise<Journal> {
  const { moved } = await findJournal(work, journalId);
  await lockAccounts(
    work,
    moved.map(({ accountId }) => accountId),
  );
  const journal = await findJournal(work, journalId);
  if (journal.phase !== "pending" || journal.ending) throw conflict("journal_resolved", { ending: journal.ending });
  return journal;
}

/** Moves what was set aside. Returns the posting journal's id.
 * @throws Fault `journal_resolved` with `{ ending }` when another was first, or its time is up */
export async function postPending(work: Work, journalId: string): Promise<string> {
  const resolves = await lockPending(work, journalId);
  if (resolves.expiresAt && resolves.expiresAt <= work.now) throw conflict("journal_resolved", { ending: "timed_out" });
  const { kind, reference, moved } = resolves;
  return write(work, { kind, reference, lines: moved }, { phase: "posted", resolves });
}

/** Gives back what was set aside. Returns the id of the journal that says so.
 * @throws Fault `journal_resolved` with `{ ending }` when another was first */
export async function endPending(work: Work, journalId: string, phase: "voided" | "timed_out"): Promise<string> {
  const { kind, reference } = await lockPending(work, journalId);
  const id = newId();
  const row = { id, phase, kind, reference, effectiveAt: work.now, resolves: journalId };
  addJournal(work, { ...row, reverses: null, expiresAt: null }, [], new Map());
  return id;
}

/** Takes a posted journal back by its mirror, once. Returns the mirror's id; both know of each other (readJournal).
 * @throws Fault `journal_reversed`, `journal_not_reversible`, `insufficient_funds` when the money is gone already */
export async function reverseJournal(work: Work, journalId: string, reference: string): Promise<string> {
  const { moved } = await findJournal(work, journalId);
  await lockAccounts(
    work,
    moved.map(({ accountId }) => accountId),
  );
  const { phase, kind, reverses, reversedBy } = await findJournal(work, journalId);
  if (reversedBy) throw conflict("journal_reversed", { reversedBy });
  if (phase !== "posted" || reverses) throw conflict("journal_not_reversible");
  const lines = moved.map(({ accountId, amount }) => ({ accountId, amount: -amount }));
  return write(work, { kind, reference, lines }, { phase: "posted", reverses: journalId });
}
