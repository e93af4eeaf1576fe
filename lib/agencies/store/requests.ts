import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { permissionRequests } from "@/db/schema/agency-desk";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { Instant } from "@/lib/kernel/clock";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor } from "@/lib/kernel/page";
import type { Reach } from "@/lib/kernel/permission";
import type { ListRequests } from "../contract/requests";

export type RequestRow = typeof permissionRequests.$inferSelect & { personName: string; branchId: string | null };

const asker = and(
  eq(memberships.agencyId, permissionRequests.agencyId),
  eq(memberships.userId, permissionRequests.userId),
);
const joined = (work: Work) =>
  work.tx
    .select({ request: permissionRequests, personName: memberships.personName, branchId: memberships.branchId })
    .from(permissionRequests)
    .innerJoin(memberships, asker);
type Joined = Awaited<ReturnType<typeof joined>>[number];
const rowOf = ({ request, ...person }: Joined): RequestRow => ({ ...request, ...person });

/** False when the same is asked already. */
export async function addRequest(work: Work, row: typeof permissionRequests.$inferInsert): Promise<boolean> {
  const added = await work.tx
    .insert(permissionRequests)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: permissionRequests.id });
  if (added.length > 0) work.changed("permission_requests", row.id, null, row);
  return added.length > 0;
}

/** @throws Fault `permission_request_not_found` */
export async function lockRequest(work: Work, id: string): Promise<RequestRow> {
  const [row] = await joined(work)
    .where(and(eq(permissionRequests.agencyId, agencyOf(work)), eq(permissionRequests.id, id)))
    .for("no key update", { of: permissionRequests });
  if (!row) throw notFound("permission_request");
  return rowOf(row);
}

export async function setRequest(work: Work, before: RequestRow, change: Partial<RequestRow>): Promise<RequestRow> {
  await work.tx
    .update(permissionRequests)
    .set(change)
    .where(and(eq(permissionRequests.agencyId, agencyOf(work)), eq(permissionRequests.id, before.id)));
  work.changed("permission_requests", before.id, { status: before.status }, change);
  return { ...before, ...change };
}

const Key = z.tuple([Instant, z.uuid()]);

/** The newest first: everybody's within reach, and one's own. */
export async function listRequestRows(work: Work, input: ListRequests, within: Reach, userId: string) {
  const after = input.cursor ? decodeCursor(input.cursor, Key) : null;
  const older = after
    ? or(
        lt(permissionRequests.createdAt, after[0]),
        and(eq(permissionRequests.createdAt, after[0]), lt(permissionRequests.id, after[1])),
      )
    : undefined;
  const rows = await joined(work)
    .where(
      and(
        eq(permissionRequests.agencyId, agencyOf(work)),
        input.status ? eq(permissionRequests.status, input.status) : undefined,
        inReach(within, userId),
        older,
      ),
    )
    .orderBy(desc(permissionRequests.createdAt), desc(permissionRequests.id))
    .limit(limitOf(input.limit));
  return cutPage(rows.map(rowOf), input.limit, (row) => [row.createdAt.toISOString(), row.id]);
}

function inReach(within: Reach, userId: string): SQL | undefined {
  if (within.scope === "agency") return undefined;
  const own = eq(permissionRequests.userId, userId);
  return within.scope === "branch" ? or(eq(memberships.branchId, within.branchId), own) : own;
}

export type Holder = { userId: string; branchId: string | null; roles: string[]; grants: string[] };
const theirs = (work: Work, userId: string) =>
  and(eq(memberships.agencyId, agencyOf(work)), eq(memberships.userId, userId));

/** Somebody who is let in, with what they hold beside their roles, locked: two who change it wait for each other. */
export async function lockHolder(work: Work, userId: string): Promise<Holder | null> {
  const [row] = await work.tx
    .select({
      userId: memberships.userId,
      branchId: memberships.branchId,
      roles: memberships.roles,
      grants: memberships.grants,
    })
    .from(memberships)
    .where(and(theirs(work, userId), isNull(memberships.disabledAt)))
    .for("no key update");
  return row ?? null;
}

/** What somebody whom `lockHolder` found holds from now on. */
export async function setGrants(work: Work, { userId, grants: before }: Holder, grants: string[]) {
  const [row] = await work.tx
    .update(memberships)
    .set({ grants })
    .where(theirs(work, userId))
    .returning({ id: memberships.id });
  if (row) work.changed("memberships", row.id, { grants: before }, { grants });
}

/** The requests that gave this say that it was taken back, and why. */
export async function closeRequests(work: Work, userId: string, permission: string, note: string | null) {
  const gave = and(eq(permissionRequests.permission, permission), eq(permissionRequests.status, "approved"));
  const rows = await work.tx
    .update(permissionRequests)
    .set({ status: "taken_back", ...(note ? { note } : {}) })
    .where(and(eq(permissionRequests.agencyId, agencyOf(work)), eq(permissionRequests.userId, userId), gave))
    .returning({ id: permissionRequests.id });
  for (const { id } of rows) work.changed("permission_requests", id, { status: "approved" }, { status: "taken_back" });
}

/** Who is no staff any more asks for nothing, and what they were given is theirs no more. */
export async function endRequests(work: Work, userId: string) {
  const { agencyId, status } = permissionRequests;
  const mine = and(eq(agencyId, agencyOf(work)), eq(permissionRequests.userId, userId));
  const rows = await work.tx
    .update(permissionRequests)
    .set({ status: sql`case when ${status} = 'open' then 'denied' else 'taken_back' end` })
    .where(and(mine, inArray(status, ["open", "approved"])))
    .returning({ id: permissionRequests.id, status });
  for (const row of rows) work.changed("permission_requests", row.id, null, { status: row.status });
}
