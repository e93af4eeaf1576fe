import { and, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { refreshTokens, sessions } from "@/db/schema/identity";
import type { Work } from "@/lib/kernel/call";
import type { EndReason } from "../contract";
import type { Db } from "./users";

export type SessionRow = typeof sessions.$inferSelect;

export async function addSession(work: Work, row: typeof sessions.$inferInsert) {
  await work.tx.insert(sessions).values(row);
  work.changed("sessions", row.id, null, row);
}

export async function touchSession({ tx }: Work, id: string, seenAt: Date, expiresAt?: Date) {
  await tx
    .update(sessions)
    .set({ seenAt, ...(expiresAt ? { expiresAt } : {}) })
    .where(eq(sessions.id, id));
}

/** What the holder of a session showed to be theirs while they were in. */
export async function setProof(work: Work, id: string, provenBy: SessionRow["provenBy"]) {
  await work.tx.update(sessions).set({ provenBy }).where(eq(sessions.id, id));
  work.changed("sessions", id, null, { provenBy });
}

export type Ending = { userId: string; only?: string; except?: string; gates?: boolean };

/** Ends the live sessions of a person: one, all, or all but one; `gates: false` leaves devices at gates alone. Answers which. */
export async function endSessions(
  work: Work,
  { userId, only, except, gates = true }: Ending,
  reason: EndReason,
): Promise<string[]> {
  const ended = await work.tx
    .update(sessions)
    .set({ endedAt: work.now, endedReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        only ? eq(sessions.id, only) : undefined,
        except ? ne(sessions.id, except) : undefined,
        gates ? undefined : eq(sessions.gate, false),
      ),
    )
    .returning({ id: sessions.id });
  for (const { id } of ended) work.changed("sessions", id, { endedReason: null }, { endedReason: reason });
  return ended.map(({ id }) => id);
}

export async function listSessions({ tx, now }: Work, userId: string): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(sql`${sessions.seenAt} desc`, sessions.id)
    .limit(100);
}

export async function findSession({ tx }: Db, id: string): Promise<SessionRow | null> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, id));
  return session ?? null;
}

export async function findSessionOfToken({ tx }: Db, tokenHash: string): Promise<SessionRow | null> {
  const [found] = await tx
    .select({ session: sessions })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return found?.session ?? null;
}

export async function addToken({ tx }: Work, row: typeof refreshTokens.$inferInsert) {
  await tx.insert(refreshTokens).values(row);
}

/** The token and its session, locked: of many uses at once one is the first. */
export async function lockToken({ tx }: Work, tokenHash: string) {
  const [found] = await tx
    .select({ token: refreshTokens, session: sessions })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash))
    .for("update");
  return found ?? null;
}
export type LockedToken = NonNullable<Awaited<ReturnType<typeof lockToken>>>;

export async function spendToken({ tx, now }: Work, id: string) {
  await tx.update(refreshTokens).set({ usedAt: now }).where(eq(refreshTokens.id, id));
}

/** Has this person ever come in by a link? */
export async function hasSignedIn({ tx }: Db, userId: string): Promise<boolean> {
  const used = await tx
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(and(eq(sessions.userId, userId), isNotNull(refreshTokens.usedAt)))
    .limit(1);
  return used.length > 0;
}
