import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies, memberships } from "@/db/schema/agencies";
import { groups } from "@/db/schema/groups";
import { notifications } from "@/db/schema/notices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor } from "@/lib/kernel/page";
import type { About, NoticeKind, Settle } from "../contract";

type News = { agencyId: string; userIds: string[]; kind: NoticeKind; about: About; dedupeKey: string };

/** Tells each of them once per key. @returns who had not been told */
export async function addNotifications(work: Work, { agencyId, userIds, kind, about, dedupeKey }: News) {
  if (userIds.length === 0) return [];
  const rows = userIds.map((userId) => ({ id: newId(), agencyId, userId, kind, dedupeKey, createdAt: work.now }));
  const added = await work.tx
    .insert(notifications)
    .values(rows.map((row) => ({ ...row, payload: about })))
    .onConflictDoNothing()
    .returning({ userId: notifications.userId });
  return added.map(({ userId }) => userId);
}

/** What asked for an answer is unread by nobody any more. @returns whose bell changed */
export async function settleAsked(work: Work, { kinds, about }: Settle) {
  const settled = await work.tx
    .update(notifications)
    .set({ readAt: work.now })
    .where(
      and(
        eq(notifications.agencyId, agencyOf(work)),
        inArray(notifications.kind, kinds),
        sql`${notifications.payload} @> ${JSON.stringify(about)}::jsonb`,
        isNull(notifications.readAt),
      ),
    )
    .returning({ userId: notifications.userId });
  return settled.map((row) => row.userId);
}

const own = (work: Work, userId: string) =>
  and(eq(notifications.agencyId, agencyOf(work)), eq(notifications.userId, userId));
const about = (name: "groupId" | "userId") => sql`(${notifications.payload} ->> ${sql.raw(`'${name}'`)})::uuid`;

/** The newest first, with the names things have now. */
export async function listNotifications(work: Work, userId: string, input: { limit: number; cursor?: string }) {
  const after = input.cursor ? decodeCursor(input.cursor, z.tuple([z.uuid()]))[0] : null;
  const rows = await work.tx
    .select({
      notification: notifications,
      slug: agencies.slug,
      agency: agencies.name,
      timeZone: agencies.timeZone,
      group: groups.name,
      person: memberships.personName,
    })
    .from(notifications)
    .innerJoin(agencies, eq(agencies.id, notifications.agencyId))
    .leftJoin(groups, and(eq(groups.agencyId, notifications.agencyId), eq(groups.id, about("groupId"))))
    .leftJoin(
      memberships,
      and(eq(memberships.agencyId, notifications.agencyId), eq(memberships.userId, about("userId"))),
    )
    .where(and(own(work, userId), after ? lt(notifications.id, after) : undefined))
    .orderBy(desc(notifications.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, ({ notification }) => [notification.id]);
}

export async function countUnread(work: Work, userId: string): Promise<number> {
  const [row] = await work.tx
    .select({ unread: sql<number>`count(*)::int` })
    .from(notifications)
    .where(and(own(work, userId), isNull(notifications.readAt)));
  return row?.unread ?? 0;
}

/** @param ids all of them, if absent */
export async function markRead(work: Work, userId: string, ids: readonly string[] | undefined): Promise<void> {
  const named = ids && (ids.length > 0 ? inArray(notifications.id, [...ids]) : sql`false`);
  await work.tx
    .update(notifications)
    .set({ readAt: work.now })
    .where(and(own(work, userId), isNull(notifications.readAt), named));
}

export async function removeNotifications(work: Work, agencyId: string, userId: string): Promise<void> {
  const theirs = and(eq(notifications.agencyId, agencyId), eq(notifications.userId, userId));
  await work.tx.delete(notifications).where(theirs);
}
