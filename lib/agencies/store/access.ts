import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { agencyAccess } from "@/db/schema/agency-desk";
import { agencyOf, type Work } from "@/lib/kernel/call";

export async function addAccess(work: Work, row: Omit<typeof agencyAccess.$inferInsert, "agencyId">) {
  const full = { ...row, agencyId: agencyOf(work) };
  await work.tx.insert(agencyAccess).values(full);
  work.changed("agency_access", row.id, null, full);
}

/** Ends the looks this person still has into the agency of the work. @returns which */
export async function endAccesses(work: Work, userId: string): Promise<string[]> {
  const rows = await work.tx
    .update(agencyAccess)
    .set({ endedAt: work.now })
    .where(
      and(
        eq(agencyAccess.agencyId, agencyOf(work)),
        eq(agencyAccess.userId, userId),
        isNull(agencyAccess.endedAt),
        gt(agencyAccess.expiresAt, work.now),
      ),
    )
    .returning({ id: agencyAccess.id });
  for (const { id } of rows) work.changed("agency_access", id, { endedAt: null }, { endedAt: work.now });
  return rows.map(({ id }) => id);
}

/** The last looks into the agency of the work, the newest first. */
export const listAccessRows = (work: Work, limit: number) =>
  work.tx
    .select()
    .from(agencyAccess)
    .where(eq(agencyAccess.agencyId, agencyOf(work)))
    .orderBy(desc(agencyAccess.createdAt), desc(agencyAccess.id))
    .limit(limit);

export async function findAccess(work: Work, id: string) {
  const [row] = await work.tx
    .select()
    .from(agencyAccess)
    .where(and(eq(agencyAccess.agencyId, agencyOf(work)), eq(agencyAccess.id, id)));
  return row ?? null;
}

/** @returns false where it had ended already */
export async function setAccessEnded(work: Work, id: string): Promise<boolean> {
  const ended = await work.tx
    .update(agencyAccess)
    .set({ endedAt: work.now })
    .where(and(eq(agencyAccess.agencyId, agencyOf(work)), eq(agencyAccess.id, id), isNull(agencyAccess.endedAt)))
    .returning({ id: agencyAccess.id });
  if (ended.length > 0) work.changed("agency_access", id, { endedAt: null }, { endedAt: work.now });
  return ended.length > 0;
}
