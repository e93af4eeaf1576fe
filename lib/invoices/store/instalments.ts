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

/** Another schedule; the one before is kept for whoever asks what was owed until now (R20). Of two changes in one moment the
 * first had stood until then. */
export async function setInstalments(work: Work, invoiceId: string, parts: readonly Part[]) {
  const mine = sql`agency_id = ${agencyOf(work)}::uuid and invoice_id = ${invoiceId}::uuid`;
  const now = sql`${work.now.toISOString()}::timestamptz`;
  await work.tx.execute(sql`
    with replaced as (delete from invoice_instalments where ${mine} returning *)
    insert into past_instalments (agency_id, invoice_id, until_at, position, amount, due_at)
    select agency_id, invoice_id, ${now}, position, amount, due_at from replaced
    where not exists (select 1 from past_instalments where ${mine} and until_at = ${now})`);
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
