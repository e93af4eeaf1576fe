import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { invoices, payments } from "@/db/schema/invoices";
import { bankLines, bankStatements, proofs } from "@/db/schema/payments";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { undoUntil } from "@/lib/kernel/undo";
import type { BankLine, ListBankLines } from "../contract/bank";

const l = bankLines;
const own = (work: Work) => eq(l.agencyId, agencyOf(work));
const columns = {
  ...getTableColumns(l),
  number: invoices.number,
  payerName: invoices.payerName,
  enteredBy: bankStatements.enteredBy,
  paidBy: payments.source,
  bookedBy: payments.enteredBy,
  bookedAt: payments.createdAt,
};
const selectLines = (work: Work) =>
  work.tx
    .select(columns)
    .from(l)
    .innerJoin(bankStatements, and(eq(bankStatements.agencyId, l.agencyId), eq(bankStatements.id, l.statementId)))
    .leftJoin(invoices, and(eq(invoices.agencyId, l.agencyId), eq(invoices.id, l.invoiceId)))
    .leftJoin(payments, and(eq(payments.agencyId, l.agencyId), eq(payments.id, l.paymentId)))
    .$dynamic();
export type LineRow = Awaited<ReturnType<typeof selectLines>>[number];

/** Until when its booking may be taken back by whoever asks; what a proof brought is taken back with the proof. */
export const lineUndoUntil = (work: Work, { paidBy, bookedBy, bookedAt }: LineRow): Date | null =>
  paidBy === "bank_line" ? undoUntil(work, bookedBy, bookedAt) : null;

export const asLine = (work: Work, row: LineRow): BankLine => ({
  id: row.id,
  bookedOn: row.bookedOn,
  amount: moneyIn(row.currency)(row.amount),
  text: row.text,
  invoice: row.invoiceId ? { id: row.invoiceId, number: row.number ?? "", payerName: row.payerName ?? "" } : null,
  isBooked: row.paymentId !== null,
  undoUntil: lineUndoUntil(work, row),
  createdAt: row.createdAt,
});

export async function addStatement(
  work: Work,
  row: Omit<typeof bankStatements.$inferInsert, "agencyId" | "createdAt">,
) {
  await work.tx.insert(bankStatements).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
  work.changed("bank_statements", row.id, null, row);
}

type NewLine = Omit<typeof bankLines.$inferInsert, "agencyId" | "createdAt">;
/** Adds those lines that no other file brought, in one order for all files: in the order of each, two would wait for each other.
 * Returns the ids of the new ones. */
export async function addLines(work: Work, rows: readonly NewLine[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inOrder = rows.toSorted((a, b) => (a.lineHash < b.lineHash ? -1 : 1));
  const full = inOrder.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  const made = await work.tx
    .insert(bankLines)
    .values(full)
    .onConflictDoNothing({ target: [l.agencyId, l.lineHash] })
    .returning({ id: l.id });
  return new Set(made.map(({ id }) => id));
}

/** @throws Fault `bank_line_not_found` */
export async function findLine(work: Work, id: string): Promise<LineRow> {
  const [row] = await selectLines(work).where(and(own(work), eq(l.id, id)));
  if (!row) throw notFound("bank_line");
  return row;
}

/** Whoever holds it books it; after the booking or order and the invoice (R3). */
export async function lockLine(work: Work, id: string): Promise<LineRow> {
  await work.tx
    .select({ id: l.id })
    .from(l)
    .where(and(own(work), eq(l.id, id)))
    .for("no key update");
  return findLine(work, id);
}

type LineChange = { invoiceId: string | null; paymentId: string | null; takenBack?: number };
export async function setLine(work: Work, { id, invoiceId, paymentId }: LineRow, change: LineChange) {
  await work.tx
    .update(l)
    .set(change)
    .where(and(own(work), eq(l.id, id)));
  work.changed("bank_lines", id, { invoiceId, paymentId }, change);
}

const Cursor = z.tuple([z.iso.date(), z.uuid()]);
export async function listLineRows(work: Work, input: ListBankLines): Promise<Page<LineRow>> {
  const after = input.cursor ? decodeCursor(input.cursor, Cursor) : null;
  const rows = await selectLines(work)
    .where(
      and(
        own(work),
        input.booked ? isNotNull(l.paymentId) : isNull(l.paymentId),
        after ? sql`(${l.bookedOn}, ${l.id}) < (${after[0]}::date, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(l.bookedOn), desc(l.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [row.bookedOn, row.id]);
}

/** A proof that waits for the very same money, if there is one; locked. */
export async function findWaitingProof(work: Work, invoiceId: string, amount: number) {
  const waits = inArray(proofs.state, ["submitted", "second_look"]);
  const same = and(
    eq(proofs.agencyId, agencyOf(work)),
    eq(proofs.invoiceId, invoiceId),
    eq(proofs.amount, amount),
    waits,
    // Money taken by hand is not the bank's.
    ne(proofs.type, "cash"),
  );
  const [proof] = await work.tx
    .select()
    .from(proofs)
    .where(same)
    .orderBy(proofs.createdAt)
    .limit(1)
    .for("no key update");
  return proof ? { proof } : null;
}

/** The proof that was approved with this money, if there is one; locked. */
export async function findProofPaid(work: Work, paymentId: string) {
  const [proof] = await work.tx
    .select()
    .from(proofs)
    .where(and(eq(proofs.agencyId, agencyOf(work)), eq(proofs.paymentId, paymentId)))
    .for("no key update");
  return proof ? { proof } : null;
}
