import { and, asc, eq, ilike, isNull, or, sql } from "drizzle-orm";
import { memberships } from "@/db/schema/agencies";
import { groupMembers } from "@/db/schema/groups";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { literally, phonePart } from "@/lib/kernel/text";
import type { Candidate, ListCandidates } from "../contract";

export const leads = sql<boolean>`'leader' = any(${memberships.roles})`;

/** People of the agency who are not in the group; who works for one branch finds its people and those of none. */
export async function listOutside(work: Work, { groupId, q, limit }: ListCandidates): Promise<Candidate[]> {
  const { userId, personName, phone, branchId } = memberships;
  const own = isPerson(work.actor) ? work.actor.branchId : null;
  const part = q ? phonePart(q) : null;
  return work.tx
    .select({ userId, personName, phone, mayLead: leads })
    .from(memberships)
    .leftJoin(
      groupMembers,
      and(
        eq(groupMembers.agencyId, memberships.agencyId),
        eq(groupMembers.userId, userId),
        eq(groupMembers.groupId, groupId),
        isNull(groupMembers.leftAt),
      ),
    )
    .where(
      and(
        eq(memberships.agencyId, agencyOf(work)),
        isNull(memberships.disabledAt),
        isNull(groupMembers.id),
        own ? or(isNull(branchId), eq(branchId, own)) : undefined,
        q ? or(ilike(personName, literally(q)), part ? ilike(phone, part) : undefined) : undefined,
      ),
    )
    .orderBy(sql`${leads} desc`, asc(personName), asc(userId))
    .limit(limit);
}
