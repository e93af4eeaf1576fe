import { and, eq, isNull, ne, not, sql } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { groupMembers, groups, joinRequests } from "@/db/schema/groups";
import { users } from "@/db/schema/identity";
import type { Person, Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { may } from "@/lib/kernel/permission";

/** How to write to a user, and in which language. */
export async function findContact(work: Work, userId: string) {
  const [row] = await work.tx
    .select({ email: users.email, phone: users.phone, locale: users.locale, personName: users.personName })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** The words a letter about a group needs. */
export async function findGroupNames(work: Work, groupId: string) {
  const [row] = await work.tx
    .select({ group: groups.name, agency: agencies.name })
    .from(groups)
    .innerJoin(agencies, eq(agencies.id, groups.agencyId))
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId)));
  return row ?? null;
}

/** A person of whom nothing is known yet. */
const NOBODY: Omit<Person, "userId" | "roles" | "branchId" | "grants"> = {
  kind: "person",
  sessionId: "",
  leads: [],
  groups: [],
  superAdmin: false,
};
const isStaff = sql`not ${memberships.roles} <@ '{pilgrim}'::text[]`;
const inGroup = (work: Work, groupId: string) =>
  and(eq(groupMembers.agencyId, agencyOf(work)), eq(groupMembers.groupId, groupId), isNull(groupMembers.leftAt));

export async function findPlace(work: Work, groupId: string, userId: string) {
  const [row] = await work.tx
    .select({ role: groupMembers.role })
    .from(groupMembers)
    .where(and(inGroup(work, groupId), eq(groupMembers.userId, userId)));
  return row ?? null;
}

/** Everybody who works in the agency, as actors: a policy can be asked about them though they are not here. */
export async function listStaff(work: Work): Promise<Person[]> {
  const { userId, roles, branchId, grants } = memberships;
  const rows = await work.tx
    .select({ userId, roles, branchId, grants })
    .from(memberships)
    .where(and(eq(memberships.agencyId, agencyOf(work)), isNull(memberships.disabledAt), isStaff));
  return rows.map((row) => ({ ...NOBODY, ...row, roles: row.roles as Role[] }));
}

/** Who leads the group, and the staff whom the permission table lets change it. */
export async function listDeciders(work: Work, groupId: string): Promise<string[]> {
  const [[group], leaders, staff] = await Promise.all([
    work.tx
      .select({ branchId: groups.branchId })
      .from(groups)
      .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId))),
    work.tx
      .select({ userId: groupMembers.userId })
      .from(groupMembers)
      .where(and(inGroup(work, groupId), ne(groupMembers.role, "pilgrim"))),
    listStaff(work),
  ]);
  if (!group) return [];
  const decide = staff.filter((one) => may(one, "change", "groups", { groupId, branchId: group.branchId }));
  return [...new Set([...leaders, ...decide].map(({ userId }) => userId))];
}

/** Does this person still wait for an answer? */
export async function isWaiting(work: Work, groupId: string, userId: string): Promise<boolean> {
  const asked = and(
    eq(joinRequests.agencyId, agencyOf(work)),
    eq(joinRequests.groupId, groupId),
    eq(joinRequests.userId, userId),
    eq(joinRequests.state, "waiting"),
  );
  return (await work.tx.$count(joinRequests, asked)) > 0;
}

const wantsQuiet = sql`exists (select from chat_mutes s where s.agency_id = ${groupMembers.agencyId}
  and s.group_id = ${groupMembers.groupId} and s.user_id = ${groupMembers.userId})`;

/** Who travels in the group at this moment and did not silence its chat, by name. */
export const listListeners = (work: Work, groupId: string) =>
  work.tx
    .select({ userId: groupMembers.userId, personName: memberships.personName })
    .from(groupMembers)
    .innerJoin(
      memberships,
      and(eq(memberships.agencyId, groupMembers.agencyId), eq(memberships.userId, groupMembers.userId)),
    )
    .where(and(inGroup(work, groupId), not(wantsQuiet)));
