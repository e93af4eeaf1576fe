import type { Work } from "@/lib/kernel/call";
import type { AccountState, Books, Journal, Movement, Problem } from "./contract";
import { listAccounts, type OfKind, sumEntriesAt, sumKind, sumKindLate, sumKindSince } from "./store/accounts";
import { findJournal, listMovements } from "./store/journals";
import {
  findLastSeal,
  findSeal,
  hashLink,
  listMiscounts,
  listSealed,
  listUnsealed,
  NO_SEAL,
  type Seal,
} from "./store/seals";

/** A journal with its lines and what followed from it. @throws Fault `journal_not_found` */
export const readJournal = (work: Work, journalId: string): Promise<Journal> => findJournal(work, journalId);

/** An account's history with what stood after each line. */
export const readMovements = (work: Work, accountId: string): Promise<Movement[]> => listMovements(work, accountId);

/** Where in the chain a journal stands; null while it is not sealed. */
export const readSeal = (work: Work, journalId: string): Promise<Seal | null> => findSeal(work, journalId);

/** What all accounts of a kind hold together, by currency. */
export const readTotals = (work: Work, kind: string) => sumKind(work, kind);

/** What all accounts of a kind and currency held together at a moment, as the books said when `written`. */
export async function readTotalAt(work: Work, of: OfKind, at: Date, written: Date): Promise<number> {
  const now = (await sumKind(work, of.kind)).find((one) => one.currency === of.currency);
  return (now?.balance ?? 0) - (await sumKindSince(work, of, at)) - (await sumKindLate(work, of, { at, written }));
}

/** What these accounts hold now, in the order of their ids. A plain verb: whoever asks has the policy. */
export const readBalances = (work: Work, accountIds: readonly string[]): Promise<AccountState[]> =>
  accountIds.length === 0 ? Promise.resolve([]) : listAccounts(work, accountIds);

/** What they held at a moment, also by what was written later for days before it (R20). */
export const readBalancesAt = (work: Work, accountIds: readonly string[], at: Date): Promise<Map<string, number>> =>
  sumEntriesAt(work, accountIds, at);

const AT_ONCE = 500;

/** Goes through all of the books: the chain link by link, each journal's sum, each account's cache.
 * Beyond the last seal (see `unsealed`) the chain can't speak. */
export async function checkBooks(work: Work): Promise<Books> {
  const problems: Problem[] = await listMiscounts(work);
  let last = NO_SEAL;
  for (;;) {
    const links = await listSealed(work, last.seq, AT_ONCE);
    for (const link of links) {
      const { seq, journal, journalId, hash } = link;
      if (seq !== last.seq + 1 || !journal) problems.push({ kind: "removed", id: journalId });
      else if (hashLink(last.hash, seq, journal) !== hash) problems.push({ kind: "edited", id: journalId });
      last = link;
    }
    if (links.length < AT_ONCE) break;
  }
  const unsealed = await listUnsealed(work, AT_ONCE);
  return { sealed: (await findLastSeal(work)).seq, unsealed: unsealed.length, problems };
}
