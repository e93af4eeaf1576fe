import { and, asc, desc, eq, getTableColumns, gt, gte, ilike, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { prepared, preparedShapes } from "@/db/prepared";
import { atMost, isOneOf, limitOf } from "@/db/rows";
import { agencies } from "@/db/schema/agencies";
import { groupMembers, groups, joinRequests } from "@/db/schema/groups";
import { pools } from "@/db/schema/inventory";
import type { Tx } from "@/db/tx";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { type Reach, reach } from "@/lib/kernel/permission";
import { literally } from "@/lib/kernel/text";
import type { Group, GroupRole, GroupSort, ListGroups, TripState } from "../contract";
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

const given = sql.placeholder;

const columns = {
  ...getTableColumns(groups),
  groupId: groups.id,
  capacity: pools.capacity,
  members: sql<number>`${pools.held} + ${pools.sold}`,
  waiting: sql<number>`(select count(*)::int from ${joinRequests} r
    where r.agency_id = ${groups.agencyId} and r.group_id = ${groups.id} and r.state = 'waiting')`,
  mine: groupMembers.role,
  place: {
    role: groupMembers.role,
    subGroup: groupMembers.subGroup,
    sharing: groupMembers.sharing,
    consentedAt: groupMembers.consentedAt,
    consentUntil: groupMembers.consentUntil,
  },
};

/** Groups with their counts and the caller's own place, within the caller's reach: outside of it nothing exists. */
const selectGroups = (tx: Tx, scope: Reach["scope"], ...more: (SQL | undefined)[]) =>
  tx
    .select(columns)
    .from(groups)
    .innerJoin(pools, and(eq(pools.agencyId, groups.agencyId), eq(pools.id, groups.poolId)))
    .leftJoin(
      groupMembers,
      and(
        eq(groupMembers.agencyId, groups.agencyId),
        eq(groupMembers.groupId, groups.id),
        eq(groupMembers.userId, given("me")),
        isNull(groupMembers.leftAt),
      ),
    )
    .where(and(eq(groups.agencyId, given("agencyId")), withinReach(scope), ...more))
    .$dynamic();

function withinReach(scope: Reach["scope"]): SQL | undefined {
  const mine = isOneOf(groups.id, given("reachGroups"));
  switch (scope) {
    case "agency":
      return undefined;
    case "branch":
      return or(eq(groups.branchId, given("reachBranch")), mine);
    case "groups":
      return mine;
    default:
      return sql`false`;
  }
}

/** Who looks, and how far. */
function viewOf(work: Work) {
  const within = reach(work.actor, "groups");
  const values = {
    agencyId: agencyOf(work),
    me: isPerson(work.actor) ? work.actor.userId : null,
    reachBranch: within.scope === "branch" ? within.branchId : null,
    reachGroups: "groups" in within ? within.groups : [],
  };
  return { scope: within.scope, values };
}

const groupQuery = preparedShapes((tx, { scope, locks }: { scope: Reach["scope"]; locks: boolean }) => {
  const one = selectGroups(tx, scope, eq(groups.id, given("groupId")));
  // Not `for update`: joining must not wait for it.
  return locks ? one.for("no key update", { of: groups }) : one;
});

async function oneGroup(work: Work, groupId: string, locks: boolean): Promise<GroupRow> {
  const { scope, values } = viewOf(work);
  const [row] = await groupQuery(work.tx, { scope, locks }, { ...values, groupId });
  if (!row) throw notFound("group");
  return row;
}

/** @throws Fault `group_not_found`, also for what the caller may not know */
export const findGroup = (work: Work, groupId: string) => oneGroup(work, groupId, false);

/** The same, and nobody else changes it until the commit. */
export const lockGroup = (work: Work, groupId: string) => oneGroup(work, groupId, true);

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

type ListShape = {
  scope: Reach["scope"];
  sort: GroupSort;
  after: boolean;
  state: TripState | "any";
  branch: boolean;
  search: "none" | "name" | "number";
  rows: number;
};

/** Rows after the one a cursor names. */
function afterCursor(sort: GroupSort): SQL | undefined {
  const { column, down } = ORDERS[sort];
  const value = column === groups.startsAt ? sql`${given("key")}::timestamptz` : sql`${given("key")}`;
  // The index can begin at `from`; the `or` alone would read every row before it.
  const from = down ? sql`${column} <= ${value}` : sql`${column} >= ${value}`;
  return and(from, or(sql`${column} <> ${value}`, gt(groups.id, given("id"))));
}

const listQuery = preparedShapes((tx, { scope, sort, after, state, branch, search, rows }: ListShape) => {
  const { column, down } = ORDERS[sort];
  return selectGroups(
    tx,
    scope,
    branch ? eq(groups.branchId, given("branchId")) : undefined,
    state === "any" ? undefined : inState(state),
    search === "none" ? undefined : matching(search),
    after ? afterCursor(sort) : undefined,
  )
    .orderBy(down ? desc(column) : asc(column), asc(groups.id))
    .limit(limitOf(rows));
});

/** @throws Fault `cursor_invalid`, also for a cursor of another order */
export async function listGroupRows(work: Work, input: ListGroups): Promise<Page<GroupRow>> {
  const { sort, cursor, branchId, state = "any", q, limit } = input;
  const [key, id] = cursor ? decodeCursor(cursor, CURSORS[sort], sort) : [];
  const { scope, values } = viewOf(work);
  const search = !q ? "none" : NUMBER.test(q) ? "number" : "name";
  const shape = { scope, sort, after: Boolean(cursor), state, branch: Boolean(branchId), search, rows: atMost(limit) };
  const asked = { branchId, now: work.now.toISOString(), like: q && literally(q), number: Number(q), key, id };
  const rows = await listQuery(work.tx, shape as ListShape, { ...values, ...asked });
  return cutPage(rows, limit, (row) => [ORDERS[sort].key(row), row.id], sort);
}

function inState(state: TripState): SQL | undefined {
  const now = given("now");
  if (state === "upcoming") return gt(groups.startsAt, now);
  return state === "past" ? lt(groups.endsAt, now) : and(lte(groups.startsAt, now), gte(groups.endsAt, now));
}

const NUMBER = /^\d{1,4}$/;
const matching = (by: "name" | "number") =>
  or(ilike(groups.name, given("like")), by === "number" ? eq(groups.number, given("number")) : undefined);

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
