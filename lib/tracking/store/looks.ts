import { and, desc, eq, gt, gte, isNull, lt, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { groupMembers, groups } from "@/db/schema/groups";
import { positionLooks } from "@/db/schema/tracking";
import { judgeTrip } from "@/lib/groups/policy";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { HOUR } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import type { Look } from "../contract";

export type WatchedGroup = { groupId: string; branchId: string | null; startsAt: Date; endsAt: Date; runs: boolean };

export async function findGroup(work: Work, groupId: string): Promise<WatchedGroup | null> {
  const [row] = await work.tx
    .select({ groupId: groups.id, branchId: groups.branchId, startsAt: groups.startsAt, endsAt: groups.endsAt })
    .from(groups)
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId)));
  return row ? { ...row, runs: judgeTrip(row, work.now) === "running" } : null;
}

export async function findMember(work: Work, groupId: string, userId: string) {
  const [row] = await work.tx
    .select({
      userId: groupMembers.userId,
      sharing: groupMembers.sharing,
      consentedAt: groupMembers.consentedAt,
      consentUntil: groupMembers.consentUntil,
      showsFrom: groupMembers.showsFrom,
      pausedAt: groupMembers.pausedAt,
      pauses: groupMembers.pauses,
      joinedAt: groupMembers.joinedAt,
      personName: memberships.personName,
    })
    .from(groupMembers)
    .innerJoin(
      memberships,
      and(eq(memberships.agencyId, groupMembers.agencyId), eq(memberships.userId, groupMembers.userId)),
    )
    .where(
      and(
        eq(groupMembers.agencyId, agencyOf(work)),
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.userId, userId),
        sql`${groupMembers.leftAt} is null`,
      ),
    );
  return row ?? null;
}

type NewLook = { groupId: string; subjectId: string | null; viewerId: string; what: "map" | "history" | "export" };

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR) * HOUR);

/** Every look is on record for the person looked at; looks of one hour are one row. */
export async function addLook(work: Work, look: NewLook): Promise<void> {
  await work.tx
    .insert(positionLooks)
    .values({ id: newId(), agencyId: agencyOf(work), hour: hourOf(work.now), ...look })
    .onConflictDoNothing();
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
type Asked = { groupId: string; userId: string; since: Date; limit: number; cursor?: string };

/** Who looked at this person, or at the whole group's map, since that hour; the latest first. */
export async function listLooksAt(work: Work, { groupId, userId, since, limit, cursor }: Asked): Promise<Page<Look>> {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  const before = after ? new Date(after[0]) : null;
  const rows = await work.tx
    .select({
      id: positionLooks.id,
      viewerId: positionLooks.viewerId,
      viewerName: memberships.personName,
      viewerRoles: memberships.roles,
      hour: positionLooks.hour,
      what: positionLooks.what,
      subjectId: positionLooks.subjectId,
    })
    .from(positionLooks)
    .innerJoin(
      memberships,
      and(eq(memberships.agencyId, positionLooks.agencyId), eq(memberships.userId, positionLooks.viewerId)),
    )
    .where(
      and(
        eq(positionLooks.agencyId, agencyOf(work)),
        eq(positionLooks.groupId, groupId),
        or(eq(positionLooks.subjectId, userId), isNull(positionLooks.subjectId)),
        ne(positionLooks.viewerId, userId),
        gte(positionLooks.hour, hourOf(since)),
        before && after
          ? or(lt(positionLooks.hour, before), and(eq(positionLooks.hour, before), gt(positionLooks.id, after[1])))
          : undefined,
      ),
    )
    .orderBy(desc(positionLooks.hour), positionLooks.id)
    .limit(limitOf(limit));
  const page = cutPage(rows, limit, (row) => [row.hour.toISOString(), row.id]);
  const data = page.data.map(({ id: _, subjectId, viewerRoles, ...look }) => ({
    ...look,
    viewerRoles: viewerRoles as Role[],
    of: subjectId === null ? ("group" as const) : ("me" as const),
  }));
  return { ...page, data };
}
