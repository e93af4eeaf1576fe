import { and, eq, isNull, or, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { directory } from "@/db/schema/agencies";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { hashToken } from "@/lib/kernel/hash-token";
import { readCode } from "../rules/codes";

export type DirectoryKind = (typeof directory.$inferSelect)["kind"];

/** A code stands in the directory as it is read; a token only by its hash. */
const keyOf = (kind: DirectoryKind, given: string): string | null =>
  kind === "join_code" ? readCode(given) : hashToken(kind === "statement" ? asPrinted(given) : given);
/** A statement's code however it was typed. */
const asPrinted = (typed: string) => typed.toUpperCase().replace(/[^0-9A-F]/g, "");

/** False when the key is taken, by whichever agency. */
export async function addEntry(
  work: Work,
  entry: { kind: DirectoryKind; key: string; subjectId: string; expiresAt: Date | null },
): Promise<boolean> {
  const key = keyOf(entry.kind, entry.key);
  if (key === null) throw new Error("Not a code of ours.");
  const added = await work.tx
    .insert(directory)
    .values({ ...entry, key, agencyId: agencyOf(work), createdAt: work.now })
    .onConflictDoNothing()
    .returning({ key: directory.key });
  return added.length > 0;
}

export async function removeEntries(work: Work, kind: DirectoryKind, subjectId: string) {
  await work.tx
    .delete(directory)
    .where(and(eq(directory.agencyId, agencyOf(work)), eq(directory.kind, kind), eq(directory.subjectId, subjectId)));
}

const entryQuery = prepared((tx) =>
  tx
    .select({ agencyId: directory.agencyId, subjectId: directory.subjectId })
    .from(directory)
    .where(
      and(
        eq(directory.kind, sql.placeholder("kind")),
        eq(directory.key, sql.placeholder("key")),
        or(isNull(directory.expiresAt), sql`${directory.expiresAt} > ${sql.placeholder("now")}`),
        sql`coalesce(${directory.agencyId} = ${sql.placeholder("agencyId")}::uuid, true)`,
      ),
    ),
);
/** What a code or token names, within the caller's agency where there is one. */
export async function findEntry({ tx, now, agencyId }: Work, kind: DirectoryKind, given: string) {
  const key = keyOf(kind, given);
  if (key === null) return null;
  const [row] = await entryQuery(tx, { kind, key, now: now.toISOString(), agencyId });
  return row ?? null;
}
