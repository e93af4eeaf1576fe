import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { isOneOf } from "@/db/rows";
import { accounts, entries, journals } from "@/db/schema/ledger";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { AccountState } from "../contract";

const { id: accountId, kind, currency, owner, floor, balance, reserved } = accounts;
const columns = { accountId, kind, currency, owner, floor, balance, reserved };
const own = (work: Work) => eq(accounts.agencyId, agencyOf(work));

const withLeft = (row: Omit<AccountState, "left">): AccountState => ({
  ...row,
  left: row.floor === null ? null : row.balance - row.reserved - row.floor,
});

type Opening = { id: string; kind: string; currency: string; owner: string; floor: number | null };

/** The account of this kind, owner and currency, made if there is none. Returns its id. */
export async function addAccount(work: Work, { id, ...row }: Opening): Promise<string> {
  const [fresh] = await work.tx
    .insert(accounts)
    .values({ id, agencyId: agencyOf(work), ...row, createdAt: work.now })
    .onConflictDoNothing({ target: [accounts.agencyId, kind, owner, currency] })
    .returning({ accountId });
  if (fresh) return fresh.accountId;
  const same = and(own(work), eq(kind, row.kind), eq(owner, row.owner), eq(currency, row.currency));
  const [found] = await work.tx.select({ accountId }).from(accounts).where(same);
  if (!found) throw notFound("account");
  return found.accountId;
}

/** Always in the order of ids, so that two movements over the same accounts never wait for each other (R3). */
export async function lockAccounts(work: Work, ids: readonly string[]): Promise<Map<string, AccountState>> {
  const distinct = [...new Set(ids)];
  const rows = await work.tx
    .select(columns)
    .from(accounts)
    .where(and(own(work), isOneOf(accountId, distinct)))
    .orderBy(asc(accountId))
    .for("update");
  if (rows.length < distinct.length) throw notFound("account");
  return new Map(rows.map((row) => [row.accountId, withLeft(row)]));
}

export async function listAccounts(work: Work, ids: readonly string[]): Promise<AccountState[]> {
  const mine = and(own(work), isOneOf(accountId, ids));
  const rows = await work.tx.select(columns).from(accounts).where(mine).orderBy(asc(accountId));
  return rows.map(withLeft);
}

/** What all accounts of a kind hold together, by currency. */
export async function sumKind(work: Work, ofKind: string) {
  const total = { currency, balance: sql<string>`sum(${balance})`, accounts: sql<number>`count(*)::int` };
  const rows = await work.tx
    .select(total)
    .from(accounts)
    .where(and(own(work), eq(kind, ofKind)))
    .groupBy(currency)
    .orderBy(asc(currency));
  return rows.map((row) => ({ ...row, balance: Number(row.balance) }));
}

export type OfKind = { kind: string; currency: string };
const itsEntries = and(eq(entries.agencyId, accounts.agencyId), eq(entries.accountId, accounts.id));
const moved = sql<string>`coalesce(sum(${entries.amount}), 0)`;
const postedOf = (work: Work, of: OfKind) =>
  and(own(work), eq(kind, of.kind), eq(currency, of.currency), eq(entries.phase, "posted"));

/** What moved on all accounts of a kind after a moment, whenever it was written. */
export async function sumKindSince(work: Work, of: OfKind, at: Date): Promise<number> {
  const [row] = await work.tx
    .select({ moved })
    .from(accounts)
    .innerJoin(entries, itsEntries)
    .where(and(postedOf(work, of), gt(entries.effectiveAt, at)));
  return Number(row?.moved ?? 0);
}

/** What was written of all accounts of a kind after `written`, for days up to a moment. */
export async function sumKindLate(work: Work, of: OfKind, { at, written }: { at: Date; written: Date }) {
  const [row] = await work.tx
    .select({ moved })
    .from(journals)
    .innerJoin(entries, and(eq(entries.agencyId, journals.agencyId), eq(entries.journalId, journals.id)))
    .innerJoin(accounts, itsEntries)
    .where(and(postedOf(work, of), gt(journals.createdAt, written), lte(journals.effectiveAt, at)));
  return Number(row?.moved ?? 0);
}

/** What the entries themselves say stood there at a moment, whenever they were written. */
export async function sumEntriesAt(work: Work, ids: readonly string[], at: Date): Promise<Map<string, number>> {
  const posted = sql`${entries.phase} = 'posted' and ${entries.effectiveAt} <= ${at.toISOString()}::timestamptz`;
  const rows = await work.tx
    .select({ accountId: entries.accountId, balance: sql<string>`sum(${entries.amount})` })
    .from(entries)
    .where(and(eq(entries.agencyId, agencyOf(work)), isOneOf(entries.accountId, ids), posted))
    .groupBy(entries.accountId);
  const sums = new Map(rows.map((row) => [row.accountId, Number(row.balance)]));
  return new Map(ids.map((one) => [one, sums.get(one) ?? 0]));
}
