import { moneyIn } from "@/lib/kernel/amounts";
import type { AccountState, JournalRow, Line } from "./contract";

/** Net change of each account. @throws when a line is no integer that counts exactly, or nothing */
export function sumByAccount(lines: readonly Line[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { accountId, amount } of lines) {
    if (!Number.isSafeInteger(amount) || amount === 0) throw new Error(`${amount} is no amount of money.`);
    sums.set(accountId, (sums.get(accountId) ?? 0) + amount);
  }
  return sums;
}

/** What each account must be able to spare: of a pending journal all that goes out, of a posted one the net. */
export function outflowOf(lines: readonly Line[], phase: "posted" | "pending"): Map<string, number> {
  const counted = phase === "pending" ? lines.filter(({ amount }) => amount < 0) : lines;
  return new Map([...sumByAccount(counted)].map(([id, sum]) => [id, Math.max(0, -sum)]));
}

type Accounts = ReadonlyMap<string, AccountState>;

/** The database says the same at the commit; here a mistake of ours is named where it was made.
 * @throws when a currency's lines don't sum to zero */
export function refuseUnbalanced(accounts: Accounts, lines: readonly Line[]) {
  const rest = new Map<string, number>();
  for (const { accountId, amount } of lines) {
    const currency = accounts.get(accountId)?.currency ?? "";
    rest.set(currency, (rest.get(currency) ?? 0) + amount);
  }
  for (const [currency, sum] of rest) if (sum !== 0) throw new Error(`The journal is off by ${sum} ${currency}.`);
}

/** The first account that could not spare what is asked of it, as a refusal tells it; `freed`: what was set aside for this very movement. */
export function findShort(accounts: Accounts, out: ReadonlyMap<string, number>, freed: ReadonlyMap<string, number>) {
  for (const [accountId, asked] of out) {
    const account = accounts.get(accountId);
    if (!account || account.left === null) continue;
    const [left, money] = [account.left + (freed.get(accountId) ?? 0), moneyIn(account.currency)];
    if (asked > left) return { accountId, asked: money(asked), left: money(left) };
  }
  return null;
}

export type SealedLine = { line: number; accountId: string; currency: string; amount: number };

/** All that a journal says, always spelled the same: what the chain's hash is made of. */
export const spellJournal = (journal: JournalRow, lines: readonly SealedLine[]): string =>
  JSON.stringify([
    journal.id,
    journal.phase,
    journal.kind,
    journal.reference,
    journal.effectiveAt.toISOString(),
    journal.createdAt.toISOString(),
    journal.resolves,
    journal.reverses,
    journal.expiresAt?.toISOString() ?? null,
    lines.map(({ line, accountId, currency, amount }) => [line, accountId, currency, amount]),
  ]);
