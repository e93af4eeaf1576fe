import { and, desc, eq, gt, gte, isNull, lt, ne, or } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/agencies";
import { positionLooks } from "@/db/schema/tracking";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { HOUR } from "@/lib/kernel/clock";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import type { Look } from "../contract";

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
type Asked = { groupId: string; userId: string; since: Date; limit: number; cursor?: string };

/** Who looked at this person, or at the whole group's map, since they joined; the latest first. */
export async function listLooksAt(work: Work, { groupId, userId, since, limit, cursor }: Asked): Promise<Page<Look>> {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  const before = after ? new Date(after[0]) : null;
  // A look is kept by its hour, so the hour of joining counts as a whole.
  const firstHour = new Date(Math.floor(since.getTime() / HOUR) * HOUR);
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
        gte(positionLooks.hour, firstHour),
        before && after
          ? or(lt(positionLooks.hour, before), and(eq(positionLooks.hour, before), gt(positionLooks.id, after[1])))
          : undefined,
      ),
    )
    .orderBy(desc(positionLooks.hour), positionLooks.id)
    .limit(limit + 1);
  const page = cutPage(rows, limit, (row) => [row.hour.toISOString(), row.id]);
  const data = page.data.map(({ id: _, subjectId, viewerRoles, ...look }) => ({
    ...look,
    viewerRoles: viewerRoles as Role[],
    of: subjectId === null ? ("group" as const) : ("me" as const),
  }));
  return { ...page, data };
}
