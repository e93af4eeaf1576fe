import { and, asc, desc, eq, getTableColumns, gt, gte, ilike, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { prepared } from "@/db/prepared";
import { agencies } from "@/db/schema/agencies";
import { groupMembers, groups, joinRequests } from "@/db/schema/groups";
import { pools } from "@/db/schema/inventory";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import type { Group, GroupRole, ListGroups, TripState } from "../contract";
import { type Consent, judgeTrip, mayChangeGroup, sharingNow } from "../policy";
import { showCode } from "../rules";

type Place = NonNullable<Group["mine"]> & Pick<Consent, "consentUntil">;
export type GroupRow = typeof groups.$inferSelect & {
  /** For policy: the same as `id`. */
  groupId: string;
  capacity: number;
  members: number;
  waiting: number;
  place: Place | null;
  mine: GroupRole | null;
};

const columns = {
  ...getTableColumns(groups),
  groupId: groups.id,
  capacity: pools.capacity,
  members: sql<number>`${pools.held} + ${pools.sold}`,
  waiting: sql<number>`(select count(*)::int from ${joinRequests} r
    where r.agency_id = ${groups.agencyId} and r.group_id = ${groups.id} and r.state = 'waiting')`,
  place: {
    role: groupMembers.role,
    subGroup: groupMembers.subGroup,
    sharing: groupMembers.sharing,
    consentedAt: groupMembers.consentedAt,
    consentUntil: groupMembers.consentUntil,
  },
};

const withMine = <R extends { place: Place | null }>(row: R) => ({ ...row, mine: row.place?.role ?? null });

/** Groups with their counts and the caller's own place, within the caller's reach: outside of it nothing exists. */
function selectGroups(work: Work, ...more: (SQL | undefined)[]) {
  const me = isPerson(work.actor) ? work.actor.userId : null;
  return work.tx
    .select(columns)
    .from(groups)
    .innerJoin(pools, and(eq(pools.agencyId, groups.agencyId), eq(pools.id, groups.poolId)))
    .leftJoin(
      groupMembers,
      and(
        eq(groupMembers.agencyId, groups.agencyId),
        eq(groupMembers.groupId, groups.id),
        me ? eq(groupMembers.userId, me) : sql`false`,
        sql`${groupMembers.leftAt} is null`,
      ),
    )
    .where(and(eq(groups.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}

function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "groups");
  const mine = (ids: readonly string[]) => (ids.length > 0 ? inArray(groups.id, [...ids]) : sql`false`);
  switch (within.scope) {
    case "agency":
      return undefined;
    case "branch":
      return or(eq(groups.branchId, within.branchId), mine(within.groups));
    case "groups":
      return mine(within.groups);
    default:
      return sql`false`;
  }
}

/** @throws Fault `group_not_found`, also for what the caller may not know */
export async function findGroup(work: Work, groupId: string): Promise<GroupRow> {
  const [row] = await selectGroups(work, eq(groups.id, groupId));
  if (!row) throw notFound("group");
  return withMine(row);
}

/** The same, and nobody else changes it until the commit. Not `for update`: joining must not wait for it. */
export async function lockGroup(work: Work, groupId: string): Promise<GroupRow> {
  const [row] = await selectGroups(work, eq(groups.id, groupId)).for("no key update", { of: groups });
  if (!row) throw notFound("group");
  return withMine(row);
}

const joinableQuery = prepared((tx) =>
  tx
    .select({
      group: groups,
      agency: { slug: agencies.slug, name: agencies.name },
      isFull: sql<boolean>`${pools.held} + ${pools.sold} >= ${pools.capacity}`,
    })
    .from(groups)
    .innerJoin(agencies, eq(agencies.id, groups.agencyId))
    .innerJoin(pools, and(eq(pools.agencyId, groups.agencyId), eq(pools.id, groups.poolId)))
    .where(and(eq(groups.agencyId, sql.placeholder("agencyId")), eq(groups.id, sql.placeholder("groupId")))),
);
/** What a join code opened: read without reach, since whoever joins is not inside yet. */
export async function findJoinable(work: Work, groupId: string) {
  const [row] = await joinableQuery(work.tx, { agencyId: agencyOf(work), groupId });
  return row ?? null;
}
export type Joinable = NonNullable<Awaited<ReturnType<typeof findJoinable>>>;

/** What each order sorts by before the id settles the rest, and how that value travels in a cursor. */
const ORDERS = {
  latest: { column: groups.startsAt, down: true, key: (row: GroupRow) => row.startsAt.toISOString() },
  earliest: { column: groups.startsAt, down: false, key: (row: GroupRow) => row.startsAt.toISOString() },
  number: { column: groups.number, down: false, key: (row: GroupRow) => row.number },
  name: { column: groups.name, down: false, key: (row: GroupRow) => row.name },
} as const;
const CURSORS = {
  latest: z.tuple([z.iso.datetime(), z.uuid()]),
  earliest: z.tuple([z.iso.datetime(), z.uuid()]),
  number: z.tuple([z.number().int(), z.uuid()]),
  name: z.tuple([z.string(), z.uuid()]),
} as const;

/** Rows after the one a cursor names. @throws Fault `cursor_invalid`, also for a cursor of another order */
function afterCursor({ cursor, sort }: ListGroups): SQL | undefined {
  if (!cursor) return undefined;
  const [key, id] = decodeCursor(cursor, CURSORS[sort]);
  const { column, down } = ORDERS[sort];
  const value = column === groups.startsAt ? sql`${key}::timestamptz` : sql`${key}`;
  // The index can begin at `from`; the `or` alone would read every row before it.
  const from = down ? sql`${column} <= ${value}` : sql`${column} >= ${value}`;
  return and(from, or(sql`${column} <> ${value}`, gt(groups.id, id)));
}

export async function listGroupRows(work: Work, input: ListGroups): Promise<Page<GroupRow>> {
  const { column, down, key } = ORDERS[input.sort];
  const rows = await selectGroups(
    work,
    input.branchId ? eq(groups.branchId, input.branchId) : undefined,
    input.state ? inState(input.state, work.now) : undefined,
    input.q ? matching(input.q) : undefined,
    afterCursor(input),
  )
    .orderBy(down ? desc(column) : asc(column), asc(groups.id))
    .limit(input.limit + 1);
  return cutPage(rows.map(withMine), input.limit, (row) => [key(row), row.id]);
}

function inState(state: TripState, now: Date): SQL | undefined {
  if (state === "upcoming") return gt(groups.startsAt, now);
  return state === "past" ? lt(groups.endsAt, now) : and(lte(groups.startsAt, now), gte(groups.endsAt, now));
}

/** What a person typed, taken literally inside a pattern. */
export const literally = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

const matching = (q: string) =>
  or(ilike(groups.name, literally(q)), /^\d{1,4}$/.test(q) ? eq(groups.number, Number(q)) : undefined);

export async function addGroup(work: Work, row: Omit<typeof groups.$inferInsert, "agencyId" | "createdAt">) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  await work.tx.insert(groups).values(full);
  work.changed("groups", row.id, null, full);
}

export async function setGroup(work: Work, before: GroupRow, change: Partial<typeof groups.$inferInsert>) {
  if (Object.keys(change).length === 0) return;
  await work.tx
    .update(groups)
    .set(change)
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof GroupRow]]));
  work.changed("groups", before.id, was, change);
}

/** A group as the caller may see it: the code and the waiting only for those who may change it. */
export function asGroup(work: Work, row: GroupRow): Group {
  const mayChange = mayChangeGroup(work.actor, row);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    branchId: row.branchId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: row.timeZone,
    capacity: row.capacity,
    needsApproval: row.needsApproval,
    createdAt: row.createdAt,
    members: row.members,
    meetingPoint: meetingPointOf(row),
    state: judgeTrip(row, work.now),
    joinCode: mayChange ? showCode(row.joinCode) : null,
    joinCodeExpiresAt: mayChange ? row.joinCodeExpiresAt : null,
    waiting: mayChange ? row.waiting : null,
    mine: row.place && asMine(row.place, row, work.now),
    mayChange,
  };
}

/** One's own place as it stands now: a consent that has run out is shown as none. */
function asMine({ consentUntil, ...place }: Place, group: GroupRow, now: Date): Group["mine"] {
  const sharing = sharingNow({ ...place, consentUntil }, group, now);
  return { ...place, sharing, consentedAt: sharing === "off" ? null : place.consentedAt };
}

const meetingPointOf = ({ meetingLat: lat, meetingLng: lng, meetingLabel: label }: GroupRow) =>
  lat === null || lng === null || label === null ? null : { lat, lng, label };
