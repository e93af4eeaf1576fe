import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { insertRows } from "@/db/rows";
import { entries, journals } from "@/db/schema/ledger";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Ending, Journal, JournalRow, Line, Movement } from "../contract";

type Row = Omit<JournalRow, "lines" | "createdAt">;
type Currencies = ReadonlyMap<string, { currency: string }>;

/** Writes a journal with its lines, on the way to the commit, where the database judges the whole. */
export function addJournal(work: Work, row: Row, moved: readonly Line[], accounts: Currencies) {
  const agencyId = agencyOf(work);
  const journal = { ...row, agencyId, lines: moved.length, createdAt: work.now };
  work.tx.send(insertRows(work.tx, journals, [journal]));
  if (row.phase !== "posted" && row.phase !== "pending") return;
  const { phase, effectiveAt } = row;
  const lines = moved.map(({ accountId, amount }, line) => {
    const { currency } = accounts.get(accountId)!;
    return { agencyId, journalId: row.id, line, accountId, currency, amount, phase, effectiveAt };
  });
  work.tx.send(insertRows(work.tx, entries, lines));
}

const resolution = alias(journals, "resolution");
const reversal = alias(journals, "reversal");

/** @throws Fault `journal_not_found` */
export async function findJournal(work: Work, id: string): Promise<Journal> {
  const mine = eq(journals.agencyId, agencyOf(work));
  const rows = work.tx
    .select({ journal: journals, resolvedBy: resolution.id, ending: resolution.phase, reversedBy: reversal.id })
    .from(journals)
    .leftJoin(resolution, and(eq(resolution.agencyId, journals.agencyId), eq(resolution.resolves, journals.id)))
    .leftJoin(reversal, and(eq(reversal.agencyId, journals.agencyId), eq(reversal.reverses, journals.id)))
    .where(and(mine, eq(journals.id, id)));
  const moved = work.tx
    .select({ accountId: entries.accountId, amount: entries.amount })
    .from(entries)
    .where(and(eq(entries.agencyId, agencyOf(work)), eq(entries.journalId, id)))
    .orderBy(asc(entries.line));
  const [[found], lines] = await Promise.all([rows, moved]);
  if (!found) throw notFound("journal");
  const { journal, resolvedBy, reversedBy } = found;
  return { ...journal, resolvedBy, reversedBy, ending: found.ending as Ending | null, moved: lines };
}

/** An account's history, the oldest day first, each line with what stood after it. */
export async function listMovements(work: Work, accountId: string): Promise<Movement[]> {
  const { kind, reference, effectiveAt, createdAt, reverses, id } = journals;
  const inOrder = sql`${entries.effectiveAt}, ${createdAt}, ${id}`;
  const running = sql<string>`sum(${entries.amount}) over (order by ${inOrder} rows unbounded preceding)`;
  const rows = await work.tx
    .select({
      journalId: id,
      kind,
      reference,
      effectiveAt,
      createdAt,
      reverses,
      amount: entries.amount,
      balance: running,
    })
    .from(entries)
    .innerJoin(journals, and(eq(journals.agencyId, entries.agencyId), eq(id, entries.journalId)))
    .where(and(eq(entries.agencyId, agencyOf(work)), eq(entries.accountId, accountId), eq(entries.phase, "posted")))
    .orderBy(inOrder);
  return rows.map((row) => ({ ...row, balance: Number(row.balance) }));
}
