import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { insertRows, isOneOf } from "@/db/rows";
import { accounts, entries, journalSeals, journals } from "@/db/schema/ledger";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { JournalRow, Problem } from "../contract";
import { type SealedLine, spellJournal } from "../rules";

export type Seal = { seq: number; journalId: string; hash: string };
type Sealable = JournalRow & { entries: SealedLine[] };
/** Before the first journal there is nothing. */
export const NO_SEAL: Seal = { seq: 0, journalId: "", hash: "" };

/** One link: what was sealed before, its own number, and all that the journal says. */
export const hashLink = (before: string, seq: number, journal: Sealable): string =>
  createHash("sha256")
    .update(`${before}\n${seq}\n${spellJournal(journal, journal.entries)}`)
    .digest("hex");

const own = (work: Work) => eq(journals.agencyId, agencyOf(work));
const sealOf = and(eq(journalSeals.agencyId, journals.agencyId), eq(journalSeals.journalId, journals.id));

/** One sealer at a time; who comes second waits and finds nothing to do. */
export const holdSealer = (work: Work) =>
  work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ledger.seal:${agencyOf(work)}`}, 0))`);

export async function findLastSeal(work: Work): Promise<Seal> {
  const { seq, journalId, hash } = journalSeals;
  const last = work.tx.select({ seq, journalId, hash }).from(journalSeals);
  const [row] = await last
    .where(eq(journalSeals.agencyId, agencyOf(work)))
    .orderBy(desc(seq))
    .limit(1);
  return row ?? NO_SEAL;
}

async function withEntries(work: Work, rows: (typeof journals.$inferSelect)[]): Promise<Sealable[]> {
  const { journalId, line, accountId, currency, amount } = entries;
  const among = and(
    eq(entries.agencyId, agencyOf(work)),
    isOneOf(
      journalId,
      rows.map(({ id }) => id),
    ),
  );
  const found = await work.tx
    .select({ journalId, line, accountId, currency, amount })
    .from(entries)
    .where(among)
    .orderBy(asc(journalId), asc(line));
  const byJournal = new Map<string, SealedLine[]>(rows.map(({ id }) => [id, []]));
  for (const one of found) byJournal.get(one.journalId)?.push(one);
  return rows.map((row) => ({ ...row, entries: byJournal.get(row.id) ?? [] }));
}

/** Journals that no seal holds yet, the oldest first. */
export async function listUnsealed(work: Work, limit: number): Promise<Sealable[]> {
  const rows = await work.tx
    .select({ journal: journals })
    .from(journals)
    .leftJoin(journalSeals, sealOf)
    .where(and(own(work), isNull(journalSeals.seq)))
    .orderBy(asc(journals.createdAt), asc(journals.id))
    .limit(limit);
  return withEntries(
    work,
    rows.map(({ journal }) => journal),
  );
}

export function addSeals(work: Work, seals: readonly Seal[]) {
  const rows = seals.map((seal) => ({ agencyId: agencyOf(work), sealedAt: work.now, ...seal }));
  work.tx.send(insertRows(work.tx, journalSeals, rows));
}

/** Seals after this one in their order, with the journals they hold; null where there is none any more. */
export async function listSealed(work: Work, after: number, limit: number) {
  const seals = await work.tx
    .select({ seq: journalSeals.seq, journalId: journalSeals.journalId, hash: journalSeals.hash, journal: journals })
    .from(journalSeals)
    .leftJoin(journals, sealOf)
    .where(and(eq(journalSeals.agencyId, agencyOf(work)), gt(journalSeals.seq, after)))
    .orderBy(asc(journalSeals.seq))
    .limit(limit);
  const known = await withEntries(
    work,
    seals.flatMap(({ journal }) => (journal ? [journal] : [])),
  );
  const byId = new Map(known.map((journal) => [journal.id, journal]));
  return seals.map(({ seq, journalId, hash }) => ({ seq, journalId, hash, journal: byId.get(journalId) ?? null }));
}

export async function findSeal(work: Work, journalId: string): Promise<Seal | null> {
  const { seq, hash } = journalSeals;
  const mine = and(eq(journalSeals.agencyId, agencyOf(work)), eq(journalSeals.journalId, journalId));
  const [row] = await work.tx.select({ seq, journalId: journalSeals.journalId, hash }).from(journalSeals).where(mine);
  return row ?? null;
}

/** Accounts whose cache is not what their entries say, and journals that don't sum to zero. */
export async function listMiscounts(work: Work): Promise<Problem[]> {
  const agencyId = agencyOf(work);
  const caches = work.tx.execute<{ id: string }>(sql`
    select a.id from ${accounts} a left join (
      select account_id, sum(amount) filter (where phase = 'posted') as posted from ${entries}
      where agency_id = ${agencyId}::uuid group by account_id
    ) e on e.account_id = a.id
    where a.agency_id = ${agencyId}::uuid and a.balance <> coalesce(e.posted, 0)`);
  const sums = work.tx.execute<{ id: string }>(sql`
    select distinct journal_id as id from (
      select journal_id from ${entries} where agency_id = ${agencyId}::uuid
      group by journal_id, currency having sum(amount) <> 0) off_balance`);
  const [wrong, off] = await Promise.all([caches, sums]);
  return [
    ...[...wrong].map(({ id }) => ({ kind: "balance" as const, id })),
    ...[...off].map(({ id }) => ({ kind: "unbalanced" as const, id })),
  ];
}
