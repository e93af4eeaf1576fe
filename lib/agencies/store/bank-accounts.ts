import { and, asc, eq } from "drizzle-orm";
import { bankAccounts } from "@/db/schema/agency-desk";
import { agencyOf, type Work } from "@/lib/kernel/call";

export type BankAccountRow = typeof bankAccounts.$inferSelect;
const own = (work: Work) => eq(bankAccounts.agencyId, agencyOf(work));

export const listAccountRows = (work: Work): Promise<BankAccountRow[]> =>
  work.tx.select().from(bankAccounts).where(own(work)).orderBy(asc(bankAccounts.createdAt), asc(bankAccounts.id));

/** False when the same number at the same bank is there already. */
export async function addAccount(work: Work, row: BankAccountRow): Promise<boolean> {
  const added = await work.tx.insert(bankAccounts).values(row).onConflictDoNothing().returning({ id: bankAccounts.id });
  if (added.length > 0) work.changed("bank_accounts", row.id, null, row);
  return added.length > 0;
}

export async function findAccount(work: Work, id: string): Promise<BankAccountRow | null> {
  const [row] = await work.tx
    .select()
    .from(bankAccounts)
    .where(and(own(work), eq(bankAccounts.id, id)));
  return row ?? null;
}

export async function removeAccount(work: Work, row: BankAccountRow) {
  await work.tx.delete(bankAccounts).where(and(own(work), eq(bankAccounts.id, row.id)));
  work.changed("bank_accounts", row.id, row, null);
}
