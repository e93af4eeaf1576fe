import { desc, eq } from "drizzle-orm";
import { mapPacks } from "@/db/schema/tracking";
import { agencyOf, type Work } from "@/lib/kernel/call";

export type MapPackRow = typeof mapPacks.$inferSelect;

export async function addMapPack(work: Work, row: Pick<MapPackRow, "id" | "name" | "credit" | "content">) {
  await work.tx.insert(mapPacks).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
  work.changed("map_packs", row.id, null, { name: row.name, credit: row.credit });
}

/** The base map in force: the newest one. */
export async function findMapPack(work: Work): Promise<MapPackRow | null> {
  const [row] = await work.tx
    .select()
    .from(mapPacks)
    .where(eq(mapPacks.agencyId, agencyOf(work)))
    .orderBy(desc(mapPacks.createdAt))
    .limit(1);
  return row ?? null;
}

/** The same without its content, which may be megabytes. */
export async function findMapPackInfo(work: Work): Promise<Pick<MapPackRow, "id" | "name" | "credit"> | null> {
  const [row] = await work.tx
    .select({ id: mapPacks.id, name: mapPacks.name, credit: mapPacks.credit })
    .from(mapPacks)
    .where(eq(mapPacks.agencyId, agencyOf(work)))
    .orderBy(desc(mapPacks.createdAt))
    .limit(1);
  return row ?? null;
}

/** Takes the base map away, and whatever was put in at the same moment behind it: else that would come to light. */
export async function removeMapPack(work: Work, row: MapPackRow) {
  await work.tx.delete(mapPacks).where(eq(mapPacks.agencyId, agencyOf(work)));
  work.changed("map_packs", row.id, { name: row.name, credit: row.credit }, null);
}
