import { and, eq, isNull } from "drizzle-orm";
import { trackers } from "@/db/schema/tracking";
import { agencyOf, type Work } from "@/lib/kernel/call";

export type TrackerRow = typeof trackers.$inferSelect;

export async function addTracker(
  work: Work,
  row: Omit<TrackerRow, "agencyId" | "createdAt" | "lastSeenAt" | "revokedAt">,
) {
  const [added] = await work.tx
    .insert(trackers)
    .values({ ...row, agencyId: agencyOf(work), createdAt: work.now })
    .returning();
  work.changed("trackers", row.id, null, added);
  return added as TrackerRow;
}

export async function findTrackerByHash(work: Work, tokenHash: string): Promise<TrackerRow | null> {
  const [row] = await work.tx
    .select()
    .from(trackers)
    .where(and(eq(trackers.agencyId, agencyOf(work)), eq(trackers.tokenHash, tokenHash), isNull(trackers.revokedAt)));
  return row ?? null;
}

export const listTrackers = (work: Work, userId: string): Promise<TrackerRow[]> =>
  work.tx
    .select()
    .from(trackers)
    .where(and(eq(trackers.agencyId, agencyOf(work)), eq(trackers.userId, userId), isNull(trackers.revokedAt)));

export async function setTracker(work: Work, id: string, set: Partial<Pick<TrackerRow, "lastSeenAt" | "revokedAt">>) {
  await work.tx
    .update(trackers)
    .set(set)
    .where(and(eq(trackers.agencyId, agencyOf(work)), eq(trackers.id, id)));
}
