import { and, asc, eq, sql } from "drizzle-orm";
import { insertRows } from "@/db/rows";
import { invoiceInstalments } from "@/db/schema/instalments";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { Part } from "../contract/invoice";

type NewPart = Part & { invoiceId: string; position: number };
export async function addInstalments(work: Work, rows: readonly NewPart[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), ...row }));
  if (full.length > 0) await work.tx.send(insertRows(work.tx, invoiceInstalments, full));
}

const untilNow = (work: Work, invoiceId: string) => ({
  mine: sql`agency_id = ${agencyOf(work)}::uuid and invoice_id = ${invoiceId}::uuid`,
  now: sql`${work.now.toISOString()}::timestamptz`,
});

/** What is owed by the schedule ends or changes now: it is kept for whoever asks what was owed until then (R20). Of two
 * changes in one moment the first had stood until then. */
export async function keepInstalments(work: Work, invoiceId: string) {
  const { mine, now } = untilNow(work, invoiceId);
  await work.tx.execute(sql`
    insert into past_instalments (agency_id, invoice_id, until_at, position, amount, due_at)
    select agency_id, invoice_id, ${now}, position, amount, due_at from invoice_instalments
    where ${mine} and not exists (select 1 from past_instalments where ${mine} and until_at = ${now})`);
}

/** Until now nothing was owed, whatever the schedule says (R20). */
export async function keepNothing(work: Work, invoiceId: string) {
  const { mine, now } = untilNow(work, invoiceId);
  await work.tx.execute(sql`
    insert into past_instalments (agency_id, invoice_id, until_at, position, amount, due_at)
    select ${agencyOf(work)}::uuid, ${invoiceId}::uuid, ${now}, 0, 0, ${now}
    where not exists (select 1 from past_instalments where ${mine} and until_at = ${now})`);
}

/** Another schedule. */
export async function setInstalments(work: Work, invoiceId: string, parts: readonly Part[]) {
  await keepInstalments(work, invoiceId);
  const { agencyId, invoiceId: of } = invoiceInstalments;
  await work.tx.delete(invoiceInstalments).where(and(eq(agencyId, agencyOf(work)), eq(of, invoiceId)));
  addInstalments(
    work,
    parts.map((part, position) => ({ ...part, invoiceId, position })),
  );
}

export const listInstalments = (work: Work, invoiceId: string): Promise<Part[]> => {
  const { amount, dueAt, position } = invoiceInstalments;
  const mine = and(eq(invoiceInstalments.agencyId, agencyOf(work)), eq(invoiceInstalments.invoiceId, invoiceId));
  return work.tx.select({ amount, dueAt }).from(invoiceInstalments).where(mine).orderBy(asc(position));
};
