import { and, eq, sql } from "drizzle-orm";
import { memberships } from "@/db/schema/agencies";
import { groupMembers, groups } from "@/db/schema/groups";
import { positionLooks } from "@/db/schema/tracking";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

export type WatchedGroup = { groupId: string; branchId: string | null; startsAt: Date; endsAt: Date };

export async function findGroup(work: Work, groupId: string): Promise<WatchedGroup | null> {
  const [row] = await work.tx
    .select({ groupId: groups.id, branchId: groups.branchId, startsAt: groups.startsAt, endsAt: groups.endsAt })
    .from(groups)
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId)));
  return row ?? null;
}

export async function findMember(work: Work, groupId: string, userId: string) {
  const [row] = await work.tx
    .select({
      userId: groupMembers.userId,
      sharing: groupMembers.sharing,
      consentedAt: groupMembers.consentedAt,
      pausedAt: groupMembers.pausedAt,
      resumedAt: groupMembers.resumedAt,
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

type Look = { groupId: string; subjectId: string | null; viewerId: string; what: "map" | "history" | "export" };

/** Every look is on record for the person looked at; looks of one hour are one row. */
export async function addLook(work: Work, look: Look): Promise<void> {
  const hour = new Date(Math.floor(work.now.getTime() / 3_600_000) * 3_600_000);
  await work.tx
    .insert(positionLooks)
    .values({ id: newId(), agencyId: agencyOf(work), hour, ...look })
    .onConflictDoNothing();
}
