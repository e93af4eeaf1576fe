import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { transferAsks } from "@/db/schema/invoices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

export type AskRow = typeof transferAsks.$inferSelect;
const open = (work: Work) => and(eq(transferAsks.agencyId, agencyOf(work)), isNull(transferAsks.closedAt));

export async function findAsk(work: Work, invoiceId: string): Promise<AskRow | null> {
  const [row] = await work.tx
    .select()
    .from(transferAsks)
    .where(and(open(work), eq(transferAsks.invoiceId, invoiceId)));
  return row ?? null;
}

/** Which invoice was asked for exactly this, the latest first: an open ask, or one that was closed since. */
export async function findAskOf(work: Work, currency: string, amount: number): Promise<AskRow | null> {
  const same = and(
    eq(transferAsks.agencyId, agencyOf(work)),
    eq(transferAsks.currency, currency),
    eq(transferAsks.amount, amount),
  );
  const [row] = await work.tx
    .select()
    .from(transferAsks)
    .where(same)
    .orderBy(sql`${transferAsks.closedAt} desc nulls first`, desc(transferAsks.id))
    .limit(1);
  return row ?? null;
}

/** The code in this amount, minor units, where this invoice asks, or asked, for exactly it; else zero. */
export async function findCodeIn(work: Work, invoiceId: string, amount: number): Promise<number> {
  const { agencyId, invoiceId: of, amount: asked, base } = transferAsks;
  const same = and(eq(agencyId, agencyOf(work)), eq(of, invoiceId), eq(asked, amount));
  const [row] = await work.tx.select({ base }).from(transferAsks).where(same).orderBy(desc(transferAsks.id)).limit(1);
  return row ? amount - row.base : 0;
}

export const closeAsk = (work: Work, invoiceId: string) =>
  work.tx
    .update(transferAsks)
    .set({ closedAt: work.now })
    .where(and(open(work), eq(transferAsks.invoiceId, invoiceId)));

type NewAsk = { invoiceId: string; currency: string; base: number; amount: number };
/** False where another open invoice asks for the same: the constraint decides, so that two can't both get it. */
export async function addAsk(work: Work, ask: NewAsk): Promise<boolean> {
  const row = { ...ask, id: newId(), agencyId: agencyOf(work), createdAt: work.now };
  const { agencyId, currency, amount, closedAt, id } = transferAsks;
  const made = await work.tx
    .insert(transferAsks)
    .values(row)
    .onConflictDoNothing({ target: [agencyId, currency, amount], where: isNull(closedAt) })
    .returning({ id });
  return made.length > 0;
}
