import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { prepared } from "@/db/prepared";
import { isOneOf, limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { groups, joinRequests } from "@/db/schema/groups";
import { actorName } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import type { AskedGroup, JoinRequest } from "../contract";

export type RequestRow = typeof joinRequests.$inferSelect;

const waitingIn = (work: Work, groupId: string) =>
  and(eq(joinRequests.agencyId, agencyOf(work)), eq(joinRequests.groupId, groupId), eq(joinRequests.state, "waiting"));

/** Adds a request for whoever has none waiting. Returns those added. */
export async function addRequests(work: Work, groupId: string, userIds: readonly string[]): Promise<RequestRow[]> {
  if (userIds.length === 0) return [];
  return work.tx
    .insert(joinRequests)
    .values(
      userIds.map((userId) => ({
        id: newId(),
        agencyId: agencyOf(work),
        groupId,
        userId,
        state: "waiting" as const,
        createdAt: work.now,
      })),
    )
    .onConflictDoNothing()
    .returning();
}

/** Of these people, for kept queries. */
const waitingOf = and(
  eq(joinRequests.agencyId, sql.placeholder("agencyId")),
  eq(joinRequests.groupId, sql.placeholder("groupId")),
  eq(joinRequests.state, "waiting"),
  isOneOf(joinRequests.userId, sql.placeholder("userIds")),
);
const askersQuery = prepared((tx) =>
  tx.select({ id: joinRequests.id, userId: joinRequests.userId }).from(joinRequests).where(waitingOf),
);
export type Asker = Pick<RequestRow, "id" | "userId">;
/** Who of these people waits to be let in. */
export const listAskers = (work: Work, groupId: string, userIds: readonly string[]): Promise<Asker[]> =>
  askersQuery(work.tx, { agencyId: agencyOf(work), groupId, userIds });

export async function isWaiting(work: Work, groupId: string, userId: string): Promise<boolean> {
  return (await work.tx.$count(joinRequests, and(waitingIn(work, groupId), eq(joinRequests.userId, userId)))) > 0;
}

/** Where this person waits to be let in while the trip is not over, the first to begin first. */
export async function listAsked(work: Work, userId: string): Promise<AskedGroup[]> {
  const { id, number, name, startsAt, endsAt, timeZone } = groups;
  return work.tx
    .select({ id, number, name, startsAt, endsAt, timeZone, askedAt: joinRequests.createdAt })
    .from(joinRequests)
    .innerJoin(groups, and(eq(groups.agencyId, joinRequests.agencyId), eq(groups.id, joinRequests.groupId)))
    .where(
      and(
        eq(joinRequests.agencyId, agencyOf(work)),
        eq(joinRequests.userId, userId),
        eq(joinRequests.state, "waiting"),
        gt(groups.endsAt, work.now),
      ),
    )
    .orderBy(asc(groups.startsAt), asc(groups.id));
}

/** @throws Fault `join_request_not_found`, also when it was decided already */
export async function lockRequest(work: Work, groupId: string, userId: string): Promise<RequestRow> {
  const [row] = await work.tx
    .select()
    .from(joinRequests)
    .where(and(waitingIn(work, groupId), eq(joinRequests.userId, userId)))
    .for("update");
  if (!row) throw notFound("join_request");
  return row;
}

const decideQuery = prepared((tx) =>
  tx
    .update(joinRequests)
    .set({
      state: sql`${sql.placeholder("state")}`,
      decidedAt: sql`${sql.param(sql.placeholder("decidedAt"), joinRequests.decidedAt)}`,
      decidedBy: sql`${sql.placeholder("decidedBy")}`,
    })
    .where(waitingOf),
);
/** Closes the waiting requests of these people, if any. */
export function setRequests(
  work: Work,
  groupId: string,
  userIds: readonly string[],
  state: "approved" | "rejected" | "withdrawn",
): void {
  const decided = { state, decidedAt: work.now, decidedBy: actorName(work.actor) };
  work.tx.send(decideQuery(work.tx, { ...decided, agencyId: agencyOf(work), groupId, userIds }));
}

/** Nobody waits to be let in by an agency they are out of. */
export function withdrawRequests(work: Work, userId: string): Promise<RequestRow[]> {
  const mine = and(eq(joinRequests.agencyId, agencyOf(work)), eq(joinRequests.userId, userId));
  return work.tx
    .update(joinRequests)
    .set({ state: "withdrawn", decidedAt: work.now, decidedBy: actorName(work.actor) })
    .where(and(mine, eq(joinRequests.state, "waiting")))
    .returning();
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who waits, in the order of asking. */
export async function listWaiting(
  work: Work,
  { groupId, limit, cursor }: { groupId: string; limit: number; cursor?: string },
): Promise<Page<JoinRequest>> {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  const since = after ? new Date(after[0]) : null;
  const rows = await work.tx
    .select({
      userId: joinRequests.userId,
      personName: memberships.personName,
      phone: memberships.phone,
      createdAt: joinRequests.createdAt,
    })
    .from(joinRequests)
    .innerJoin(
      memberships,
      and(eq(memberships.agencyId, joinRequests.agencyId), eq(memberships.userId, joinRequests.userId)),
    )
    .where(
      and(
        waitingIn(work, groupId),
        since && after
          ? or(
              gt(joinRequests.createdAt, since),
              and(eq(joinRequests.createdAt, since), gt(joinRequests.userId, after[1])),
            )
          : undefined,
      ),
    )
    .orderBy(asc(joinRequests.createdAt), asc(joinRequests.userId))
    .limit(limitOf(limit));
  return cutPage(rows, limit, (row) => [row.createdAt.toISOString(), row.userId]);
}
