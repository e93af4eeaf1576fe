import { and, desc, eq, gt, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { oneTimeCodes } from "@/db/schema/identity";
import type { Work } from "@/lib/kernel/call";
import { addMs, HOUR } from "@/lib/kernel/clock";
import type { Db } from "./users";

export type CodeRow = typeof oneTimeCodes.$inferSelect;
export type NewCode = typeof oneTimeCodes.$inferInsert;
export type Purpose = CodeRow["purpose"];

export async function addCode(work: Work, row: NewCode) {
  await work.tx.insert(oneTimeCodes).values(row);
  work.changed("one_time_codes", row.id, null, row);
}

/** How many were asked for within the hour. Who asks for the same subject waits for the commit: all are counted. */
export async function countRecent({ tx, now }: Work, purpose: Purpose, subject: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code ${purpose} ${subject}`}, 0))`);
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(oneTimeCodes)
    .where(
      and(
        eq(oneTimeCodes.purpose, purpose),
        eq(oneTimeCodes.subject, subject),
        gt(oneTimeCodes.createdAt, addMs(now, -HOUR)),
      ),
    );
  return row?.count ?? 0;
}

/** The newest code of a subject, locked: an older one is worth nothing, and of many tries at once one is the first. */
export async function lockNewestCode({ tx }: Work, purpose: Purpose, subject: string): Promise<CodeRow | null> {
  const [row] = await tx
    .select()
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.subject, subject)))
    .orderBy(sql`${oneTimeCodes.createdAt} desc`, desc(oneTimeCodes.id))
    .limit(1)
    .for("update");
  return row ?? null;
}

export async function lockCode({ tx }: Work, purpose: Purpose, id: string): Promise<CodeRow | null> {
  const [row] = await tx
    .select()
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.id, id), eq(oneTimeCodes.purpose, purpose)))
    .for("update");
  return row ?? null;
}

export async function findCode({ tx }: Db, id: string): Promise<CodeRow | null> {
  const [row] = await tx.select().from(oneTimeCodes).where(eq(oneTimeCodes.id, id));
  return row ?? null;
}

/** Notes that it was used, or tried once more. */
export async function setCode(work: Work, { id }: CodeRow, change: Partial<Pick<CodeRow, "usedAt" | "attempts">>) {
  await work.tx.update(oneTimeCodes).set(change).where(eq(oneTimeCodes.id, id));
  work.changed("one_time_codes", id, null, change);
}

/** Whatever else was sent to this person for the same purpose is worth nothing any more. */
export const spendCodes = (work: Work, purpose: Purpose, userId: string) =>
  spend(work, userId, eq(oneTimeCodes.purpose, purpose));
/** The same for whatever was sent to them at all; the news that a contact was moved opens nothing, and has yet to leave. */
export const spendAllCodes = (work: Work, userId: string) => spend(work, userId, ne(oneTimeCodes.purpose, "moved"));

const spend = ({ tx, now }: Work, userId: string, narrowed: SQL) =>
  tx
    .update(oneTimeCodes)
    .set({ usedAt: now })
    .where(and(eq(oneTimeCodes.userId, userId), isNull(oneTimeCodes.usedAt), narrowed));

export const removeCodesBefore = ({ tx }: Work, before: Date) =>
  tx.delete(oneTimeCodes).where(lt(oneTimeCodes.expiresAt, before));
