import { and, desc, eq, sql } from "drizzle-orm";
import { limitOf } from "@/db/rows";
import { manifests } from "@/db/schema/travel";
import { agencyOf, type Work } from "@/lib/kernel/call";

export type ManifestRecord = typeof manifests.$inferSelect;
const on = (work: Work, departureId: string) =>
  and(eq(manifests.agencyId, agencyOf(work)), eq(manifests.departureId, departureId));

/** The newest first, without their rows. */
export const listVersions = (work: Work, departureId: string) =>
  work.tx
    .select({
      version: manifests.version,
      code: manifests.code,
      people: manifests.people,
      frozenAt: manifests.frozenAt,
      frozenBy: manifests.frozenByName,
    })
    .from(manifests)
    .where(on(work, departureId))
    .orderBy(desc(manifests.version))
    .limit(limitOf(100));

/** @param version the newest when absent */
export async function findManifest(work: Work, departureId: string, version?: number): Promise<ManifestRecord | null> {
  const [row] = await work.tx
    .select()
    .from(manifests)
    .where(and(on(work, departureId), version === undefined ? undefined : eq(manifests.version, version)))
    .orderBy(desc(manifests.version))
    .limit(limitOf(1));
  return row ?? null;
}

/** Two who freeze at once get two versions, one after the other. */
export async function nextVersion(work: Work, departureId: string): Promise<number> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`manifest:${departureId}`}, 0))`);
  const newest = await findManifest(work, departureId);
  return (newest?.version ?? 0) + 1;
}

export async function addManifest(work: Work, row: Omit<ManifestRecord, "agencyId">) {
  await work.tx.insert(manifests).values({ ...row, agencyId: agencyOf(work) });
  work.changed("manifests", row.id, null, row);
}
