import { and, asc, eq, gte, ilike, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { prepared } from "@/db/prepared";
import { insertRows, isOneOf, limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { groupMembers, groups } from "@/db/schema/groups";
import { avatarPath } from "@/lib/kernel/avatar-path";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import type { ListMembers, Member } from "../contract";
import {
  type Consent,
  type GroupSubject,
  isGroupStaff,
  judgeTrip,
  maySeePhone,
  maySeeSharing,
  sharingNow,
  type Window,
} from "../policy";
import { leads } from "./candidates";

export type MemberRow = typeof groupMembers.$inferSelect;
export type NewMember = Pick<MemberRow, "id" | "groupId" | "userId" | "role" | "claimId"> &
  Partial<Pick<MemberRow, "subGroup">>;

const inGroup = (work: Work, groupId: string) =>
  and(eq(groupMembers.agencyId, agencyOf(work)), eq(groupMembers.groupId, groupId), isNull(groupMembers.leftAt));

const insideQuery = prepared((tx) =>
  tx
    .select()
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.agencyId, sql.placeholder("agencyId")),
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        isNull(groupMembers.leftAt),
        isOneOf(groupMembers.userId, sql.placeholder("userIds")),
      ),
    ),
);
/** Which of these people are in the group now. */
export async function listInside(work: Work, groupId: string, userIds: readonly string[]): Promise<MemberRow[]> {
  return userIds.length > 0 ? insideQuery(work.tx, { agencyId: agencyOf(work), groupId, userIds }) : [];
}

/** @throws Fault `member_not_found` */
export async function lockMember(work: Work, groupId: string, userId: string): Promise<MemberRow> {
  const [row] = await work.tx
    .select()
    .from(groupMembers)
    .where(and(inGroup(work, groupId), eq(groupMembers.userId, userId)))
    .for("no key update");
  if (!row) throw notFound("member");
  return row;
}

/** Who leads and may come in. */
export async function countLeaders(work: Work, groupId: string): Promise<number> {
  const comesIn = sql`exists (select 1 from ${memberships} m where m.agency_id = ${groupMembers.agencyId}
    and m.user_id = ${groupMembers.userId} and m.disabled_at is null)`;
  return work.tx.$count(groupMembers, and(inGroup(work, groupId), eq(groupMembers.role, "leader"), comesIn));
}

/** The groups with a place of this person whose trip runs or is to come, in the order in which they are locked. */
export async function listPlaceIds(work: Work, userId: string): Promise<string[]> {
  const rows = await work.tx
    .select({ id: groups.id })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.agencyId, groupMembers.agencyId), eq(groups.id, groupMembers.groupId)))
    .where(
      and(
        ...[eq(groupMembers.agencyId, agencyOf(work)), eq(groupMembers.userId, userId)],
        ...[isNull(groupMembers.leftAt), gte(groups.endsAt, work.now)],
      ),
    )
    .orderBy(asc(groups.id));
  return rows.map(({ id }) => id);
}

export function addToGroup(work: Work, rows: readonly NewMember[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), joinedAt: work.now, ...row }));
  work.tx.send(insertRows(work.tx, groupMembers, full));
}

type MemberChange = Partial<Pick<MemberRow, "role" | "subGroup" | "leftAt"> & Consent>;

export async function setMember(work: Work, before: MemberRow, change: MemberChange): Promise<MemberRow> {
  const after = { ...before, ...change };
  if (Object.keys(change).length === 0) return before;
  await work.tx
    .update(groupMembers)
    .set(change)
    .where(and(eq(groupMembers.agencyId, agencyOf(work)), eq(groupMembers.id, before.id)));
  work.changed("group_members", before.id, before, after);
  return after;
}

/** Consents of a trip that is over stay so, whatever end it is given now. */
export const closeConsents = (work: Work, groupId: string, endedAt: Date) =>
  work.tx
    .update(groupMembers)
    .set({ consentUntil: sql`least(${groupMembers.consentUntil}, ${endedAt.toISOString()}::timestamptz)` })
    .where(and(inGroup(work, groupId), isNotNull(groupMembers.consentedAt)));

/** Leaders first, then helpers, then pilgrims by name. */
const rank = sql<number>`case ${groupMembers.role} when 'leader' then 0 when 'helper' then 1 else 2 end`;
const Cursor = z.tuple([z.number().int(), z.string(), z.uuid()]);

const selectRoster = (work: Work, groupId: string, ...more: (SQL | undefined)[]) =>
  work.tx
    .select({
      userId: groupMembers.userId,
      personName: memberships.personName,
      avatar: memberships.avatar,
      role: groupMembers.role,
      subGroup: groupMembers.subGroup,
      phone: memberships.phone,
      mayLead: leads,
      sharing: groupMembers.sharing,
      consentUntil: groupMembers.consentUntil,
      joinedAt: groupMembers.joinedAt,
      rank,
    })
    .from(groupMembers)
    .innerJoin(
      memberships,
      and(eq(memberships.agencyId, groupMembers.agencyId), eq(memberships.userId, groupMembers.userId)),
    )
    .where(and(inGroup(work, groupId), ...more))
    .orderBy(rank, asc(memberships.personName), asc(groupMembers.userId));

type Shown = GroupSubject & Window;

export async function listRoster(work: Work, group: Shown, input: ListMembers): Promise<Page<Member>> {
  const rows = await selectRoster(work, input.groupId, ...narrowing(input)).limit(limitOf(input.limit));
  const page = cutPage(rows, input.limit, (row) => [row.rank, row.personName, row.userId]);
  return { ...page, data: page.data.map((row) => asMember(work, group, row)) };
}

/** Who leads, by name: shown to whoever holds the join code. */
export async function listLeaderNames(work: Work, groupId: string): Promise<string[]> {
  const rows = await selectRoster(work, groupId, eq(groupMembers.role, "leader"), isNull(memberships.disabledAt));
  return rows.map(({ personName }) => personName);
}

/** One line of the roster. @throws Fault `member_not_found` */
export async function findInRoster(work: Work, group: Shown, userId: string): Promise<Member> {
  const [row] = await selectRoster(work, group.groupId, eq(groupMembers.userId, userId));
  if (!row) throw notFound("member");
  return asMember(work, group, row);
}

function narrowing({ q, role, subGroup, cursor }: ListMembers): (SQL | undefined)[] {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  return [
    q ? ilike(memberships.personName, literally(q)) : undefined,
    role ? eq(groupMembers.role, role) : undefined,
    subGroup ? eq(groupMembers.subGroup, subGroup) : undefined,
    after
      ? sql`(${rank}, ${memberships.personName}, ${groupMembers.userId}) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`
      : undefined,
  ];
}

type RosterRow = Omit<Member, "sharing"> & Pick<Consent, "sharing" | "consentUntil"> & { rank: number };

/** A roster row as this caller may see it (PRODUCT 3). */
function asMember(work: Work, group: Shown, { rank: _, consentUntil, ...row }: RosterRow): Member {
  const subject = { ...group, runs: judgeTrip(group, work.now) === "running" };
  return {
    ...row,
    avatar: avatarPath(row.userId, row.avatar),
    phone: maySeePhone(work.actor, group, row) ? row.phone : null,
    mayLead: isGroupStaff(work.actor, group) ? row.mayLead : null,
    sharing: maySeeSharing(work.actor, subject, row) ? sharingNow({ ...row, consentUntil }, group, work.now) : null,
  };
}
