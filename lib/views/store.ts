import { and, asc, eq, sql } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { SavedView } from "./contract";

type Place = { userId: string; place: string };

const own = (work: Work, userId: string) => and(eq(savedViews.agencyId, agencyOf(work)), eq(savedViews.userId, userId));

export function listViewRows(work: Work, { userId, place }: Place): Promise<SavedView[]> {
  return work.tx
    .select({ id: savedViews.id, name: savedViews.name, search: savedViews.search })
    .from(savedViews)
    .where(and(own(work, userId), eq(savedViews.place, place)))
    .orderBy(asc(savedViews.name), asc(savedViews.id));
}

/** The same name is the same view. Whoever saves at the same moment waits, so that the count holds. */
export async function putView(work: Work, { userId, place }: Place, { name, search }: Omit<SavedView, "id">) {
  const row = { id: newId(), agencyId: agencyOf(work), userId, place, name, search, createdAt: work.now };
  const key = [savedViews.agencyId, savedViews.userId, savedViews.place, savedViews.name];
  const [kept] = await work.tx
    .insert(savedViews)
    .values(row)
    .onConflictDoUpdate({ target: key, set: { search } })
    .returning({ id: savedViews.id });
  return { id: kept?.id ?? row.id, name, search };
}

export const lockViews = (work: Work, { userId, place }: Place) =>
  work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views ${userId} ${place}`}, 0))`);

export async function findView(work: Work, userId: string, id: string) {
  const [row] = await work.tx
    .select()
    .from(savedViews)
    .where(and(own(work, userId), eq(savedViews.id, id)));
  return row ?? null;
}

export async function removeViewRow(work: Work, userId: string, id: string): Promise<void> {
  await work.tx.delete(savedViews).where(and(own(work, userId), eq(savedViews.id, id)));
}
