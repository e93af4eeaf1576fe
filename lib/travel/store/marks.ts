import { and, eq } from "drizzle-orm";
import { isOneOf } from "@/db/rows";
import { travelMarks } from "@/db/schema/travel";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

type MarkedItem = (typeof travelMarks.$inferSelect)["item"];

const on = (work: Work, departureId: string) =>
  and(eq(travelMarks.agencyId, agencyOf(work)), eq(travelMarks.departureId, departureId));

/** What was handed out or heard, by pilgrim. */
export async function listMarks(work: Work, departureId: string): Promise<Map<string, string[]>> {
  const rows = await work.tx
    .select({ pilgrimId: travelMarks.pilgrimId, item: travelMarks.item })
    .from(travelMarks)
    .where(on(work, departureId));
  const marks = new Map<string, string[]>();
  for (const { pilgrimId, item } of rows) marks.set(pilgrimId, [...(marks.get(pilgrimId) ?? []), item]);
  return marks;
}

/** Marking twice is marking once. */
export async function addMarks(work: Work, departureId: string, item: MarkedItem, pilgrimIds: readonly string[]) {
  const markedBy = isPerson(work.actor) ? work.actor.userId : null;
  const own = { agencyId: agencyOf(work), departureId, item, markedBy, markedAt: work.now };
  const rows = pilgrimIds.map((pilgrimId) => ({ ...own, id: newId(), pilgrimId }));
  await work.tx.insert(travelMarks).values(rows).onConflictDoNothing();
  for (const row of rows) work.changed("travel_marks", row.pilgrimId, null, row);
}

export async function removeMarks(work: Work, departureId: string, item: MarkedItem, pilgrimIds: readonly string[]) {
  const gone = and(on(work, departureId), eq(travelMarks.item, item), isOneOf(travelMarks.pilgrimId, pilgrimIds));
  await work.tx.delete(travelMarks).where(gone);
  for (const id of pilgrimIds) work.changed("travel_marks", id, { item }, null);
}
