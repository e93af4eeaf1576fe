import { eq, inArray } from "drizzle-orm";
import { agencies } from "@/db/schema/agencies";
import { agencyOf, type Work } from "@/lib/kernel/call";

export async function addAgency(work: Work, row: typeof agencies.$inferInsert): Promise<boolean> {
  const added = await work.tx.insert(agencies).values(row).onConflictDoNothing().returning({ id: agencies.id });
  return added.length > 0;
}

export async function findAgency(work: Work) {
  const [row] = await work.tx
    .select()
    .from(agencies)
    .where(eq(agencies.id, agencyOf(work)));
  return row ?? null;
}

export async function listIds(work: Work): Promise<string[]> {
  const rows = await work.tx
    .select({ id: agencies.id })
    .from(agencies)
    .where(inArray(agencies.status, ["trial", "active", "suspended", "expired"]));
  return rows.map(({ id }) => id);
}
