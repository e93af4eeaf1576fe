import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { isOneOf } from "@/db/rows";
import { agencies, branches, directory, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import { readCode } from "./rules";

export type MembershipRow = typeof memberships.$inferSelect;
export type NewMembership = { userId: string; personName: string; phone: string | null; roles: Role[] } & Partial<
  Pick<MembershipRow, "branchId">
>;
export type DirectoryKind = (typeof directory.$inferSelect)["kind"];

export async function addAgency(work: Work, row: typeof agencies.$inferInsert): Promise<boolean> {
  const added = await work.tx.insert(agencies).values(row).onConflictDoNothing().returning({ id: agencies.id });
  return added.length > 0;
}

export async function findAgency(work: Work) {
  const [row] = await work.tx
    .select()
    .from(agencies)
    .where(eq(agencies.id, agencyOf(work)));
  return row ?? null;
}

export async function listIds(work: Work): Promise<string[]> {
  const rows = await work.tx
    .select({ id: agencies.id })
    .from(agencies)
    .where(inArray(agencies.status, ["trial", "active", "suspended", "expired"]));
  return rows.map(({ id }) => id);
}

/** Every agency this user belongs to. Platform fence: nobody is inside one yet. */
export const listMembershipsOf = (work: Work, userId: string) =>
  work.tx
    .select({
      agency: { id: agencies.id, slug: agencies.slug, name: agencies.name },
      status: agencies.status,
      roles: memberships.roles,
      branchId: memberships.branchId,
      grants: memberships.grants,
    })
    .from(memberships)
    .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(and(eq(memberships.userId, userId), isNull(memberships.disabledAt)))
    .orderBy(asc(agencies.name), asc(agencies.id));

const membersQuery = prepared((tx) =>
  tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.agencyId, sql.placeholder("agencyId")),
        isOneOf(memberships.userId, sql.placeholder("userIds")),
      ),
    ),
);
export const listMembers = (work: Work, userIds: readonly string[]): Promise<MembershipRow[]> =>
  membersQuery(work.tx, { agencyId: agencyOf(work), userIds });

/** Adds whoever is not inside yet; who is keeps what they have. Returns the rows added. */
export async function addMembers(work: Work, rows: readonly NewMembership[], agencyId: string = agencyOf(work)) {
  return work.tx
    .insert(memberships)
    .values(rows.map((row) => ({ ...row, id: newId(), agencyId, createdAt: work.now })))
    .onConflictDoNothing({ target: [memberships.agencyId, memberships.userId] })
    .returning();
}

/** Name and phone of a login. Platform fence. */
export async function findCard({ tx }: Pick<Work, "tx">, userId: string) {
  const [row] = await tx
    .select({ personName: users.personName, phone: users.phone })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** The same in a look of its own, for what prepares a command inside an agency. */
export const lookUpCard = (call: Call, userId: string) =>
  call.transact("platform", true, (tx) => findCard({ tx }, userId));

const branchColumns = { id: branches.id, name: branches.name, city: branches.city, timeZone: branches.timeZone };
export const listBranchRows = (work: Work) =>
  work.tx
    .select(branchColumns)
    .from(branches)
    .where(eq(branches.agencyId, agencyOf(work)))
    .orderBy(asc(branches.name));

export async function addBranch(work: Work, row: { id: string; name: string; city: string; timeZone: string }) {
  await work.tx.insert(branches).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
}

/** A code stands in the directory as it is read; a token only by its hash. */
const keyOf = (kind: DirectoryKind, given: string): string | null =>
  kind === "join_code" ? readCode(given) : hashToken(given);

/** False when the key is taken, by whichever agency. */
export async function addEntry(
  work: Work,
  entry: { kind: DirectoryKind; key: string; subjectId: string; expiresAt: Date | null },
): Promise<boolean> {
  const key = keyOf(entry.kind, entry.key);
  if (key === null) throw new Error("Not a code of ours.");
  const added = await work.tx
    .insert(directory)
    .values({ ...entry, key, agencyId: agencyOf(work), createdAt: work.now })
    .onConflictDoNothing()
    .returning({ key: directory.key });
  return added.length > 0;
}

export async function removeEntries(work: Work, kind: DirectoryKind, subjectId: string) {
  await work.tx
    .delete(directory)
    .where(and(eq(directory.agencyId, agencyOf(work)), eq(directory.kind, kind), eq(directory.subjectId, subjectId)));
}

const entryQuery = prepared((tx) =>
  tx
    .select({ agencyId: directory.agencyId, subjectId: directory.subjectId })
    .from(directory)
    .where(
      and(
        eq(directory.kind, sql.placeholder("kind")),
        eq(directory.key, sql.placeholder("key")),
        or(isNull(directory.expiresAt), sql`${directory.expiresAt} > ${sql.placeholder("now")}`),
        sql`coalesce(${directory.agencyId} = ${sql.placeholder("agencyId")}::uuid, true)`,
      ),
    ),
);
/** What a code or token names, within the caller's agency where there is one. */
export async function findEntry({ tx, now, agencyId }: Work, kind: DirectoryKind, given: string) {
  const key = keyOf(kind, given);
  if (key === null) return null;
  const [row] = await entryQuery(tx, { kind, key, now: now.toISOString(), agencyId });
  return row ?? null;
}
