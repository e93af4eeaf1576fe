import { and, asc, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally, phonePart } from "@/lib/kernel/text";
import type { ListUsers } from "../contract";

export type UserRow = Omit<typeof memberships.$inferSelect, "roles"> & { roles: Role[] };

const here = (work: Work) => and(eq(memberships.agencyId, agencyOf(work)), isNull(memberships.removedAt));

/** Taken out, and still known by name. */
const gone = (work: Work) =>
  and(eq(memberships.agencyId, agencyOf(work)), isNotNull(memberships.removedAt), isNull(memberships.erasedAt));

/** Who works for one branch sees its people and those of none. */
function reached(work: Work) {
  const how = reach(work.actor, "staff");
  if (how.scope === "agency") return undefined;
  if (how.scope === "branch") return or(isNull(memberships.branchId), eq(memberships.branchId, how.branchId));
  return sql`false`;
}

const isOwner = sql`'owner' = any(${memberships.roles})`;
/** Whether this person is an owner, before anything is locked. */
const ownerNamed = ({ agencyId }: Work, userId: string) =>
  sql`select 1 from memberships m where m.agency_id = ${agencyId} and m.user_id = ${userId} and 'owner' = any(m.roles)`;

const byName = sql<string>`lower(${memberships.personName})`;
const Cursor = z.tuple([z.string(), z.uuid()]);
const named = (q: string) => {
  const phone = phonePart(q);
  return or(
    ilike(memberships.personName, literally(q)),
    ilike(sql`${memberships.email}::text`, literally(q)),
    phone ? ilike(memberships.phone, phone) : undefined,
  );
};

/** What comes after a row; ids grow with time. */
const beyond = (sort: ListUsers["sort"], [name, id]: z.output<typeof Cursor>) =>
  sort === "newest" ? lt(memberships.id, id) : sql`(${byName}, ${memberships.id}) > (${name}, ${id}::uuid)`;

export async function listUserRows(work: Work, input: ListUsers): Promise<Page<UserRow>> {
  const { limit, cursor, q, role, staff, branchId, status, sort } = input;
  const after = cursor ? decodeCursor(cursor, Cursor, sort) : null;
  const isStaff = sql`${memberships.roles} <> '{pilgrim}'`;
  const rows = await work.tx
    .select({ user: memberships, key: byName })
    .from(memberships)
    .where(
      and(
        status === "removed" ? gone(work) : here(work),
        reached(work),
        q ? named(q) : undefined,
        role ? sql`${role} = any(${memberships.roles})` : undefined,
        staff ? (staff === "yes" ? isStaff : sql`not (${isStaff})`) : undefined,
        branchId ? eq(memberships.branchId, branchId) : undefined,
        status ? (status === "active" ? isNull : isNotNull)(memberships.disabledAt) : undefined,
        after ? beyond(sort, after) : undefined,
      ),
    )
    .orderBy(...(sort === "newest" ? [desc(memberships.id)] : [byName, asc(memberships.id)]))
    .limit(limitOf(limit));
  const page = cutPage(rows, limit, ({ user, key }) => [key, user.id], sort);
  return { ...page, data: page.data.map(({ user }) => user as UserRow) };
}

/** Somebody of this agency within reach, locked: two changes of one person wait for each other. Owners are locked
 * together and in order, since whether one may go depends on the others. */
export async function lockMember(work: Work, userId: string): Promise<UserRow | null> {
  await work.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(here(work), isOwner, sql`exists (${ownerNamed(work, userId)})`))
    .orderBy(asc(memberships.id))
    .for("update");
  const [row] = await work.tx
    .select()
    .from(memberships)
    .where(and(here(work), reached(work), eq(memberships.userId, userId)))
    .for("no key update");
  return (row as UserRow | undefined) ?? null;
}

/** The membership as it is, also of who left or was disabled. */
export async function lockAnyMember(work: Work, userId: string, narrowed?: SQL): Promise<UserRow | null> {
  const [row] = await work.tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.agencyId, agencyOf(work)), eq(memberships.userId, userId), narrowed))
    .for("no key update");
  return (row as UserRow | undefined) ?? null;
}

/** Somebody's picture, and whether they travel in a group with this reader. */
export async function findAvatar(work: Work, userId: string, readerId: string) {
  const [row] = await work.tx
    .select({
      avatar: memberships.avatar,
      together: sql<boolean>`exists (select 1 from group_members a join group_members b on b.agency_id = a.agency_id
        and b.group_id = a.group_id and b.left_at is null
        where a.agency_id = ${agencyOf(work)} and a.user_id = ${userId} and a.left_at is null and b.user_id = ${readerId})`,
    })
    .from(memberships)
    .where(and(here(work), eq(memberships.userId, userId)));
  return row ?? null;
}

/** Who was removed before, locked. */
export const lockRemoved = (work: Work, userId: string) =>
  lockAnyMember(work, userId, isNotNull(memberships.removedAt));

export async function setMember(work: Work, before: UserRow, change: Partial<UserRow>): Promise<UserRow> {
  const after = { ...before, ...change };
  await work.tx
    .update(memberships)
    .set(change)
    .where(and(eq(memberships.agencyId, agencyOf(work)), eq(memberships.id, before.id)));
  work.changed("memberships", before.id, before, after);
  return after;
}

export type Newcomer = Pick<typeof users.$inferSelect, "id" | "personName" | "email" | "phone" | "avatar">;
/** A login by itself, locked: whoever joins twice at once does so one after the other; null of one that was erased since.
 * Platform fence. */
export async function findPerson({ tx }: Pick<Work, "tx">, userId: string): Promise<Newcomer | null> {
  const { id, personName, email, phone, avatar } = users;
  const [row] = await tx
    .select({ id, personName, email, phone, avatar })
    .from(users)
    .where(and(eq(id, userId), isNull(users.erasedAt)))
    .for("no key update");
  return row ?? null;
}

type NewMember = Omit<typeof memberships.$inferInsert, "agencyId" | "roles"> & { roles: Role[] };
export async function addMember(work: Work, row: NewMember): Promise<{ roles: Role[] }> {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  await work.tx.insert(memberships).values(full);
  work.changed("memberships", row.id, null, full);
  return row;
}

/** The living owners but this one; all of them are locked since `lockMember`. */
export async function countOtherOwners(work: Work, userId: string): Promise<number> {
  const owners = await work.tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(here(work), isNull(memberships.disabledAt), isOwner));
  return owners.filter((owner) => owner.userId !== userId).length;
}

/** Is somebody inside who is reached by either? */
export async function isInside(work: Work, { email, phone }: { email?: string; phone?: string }): Promise<boolean> {
  const byEither = or(
    email ? eq(memberships.email, email) : undefined,
    phone ? eq(memberships.phone, phone) : undefined,
  );
  if (!byEither) return false;
  return (await work.tx.$count(memberships, and(here(work), byEither))) > 0;
}

/** Contacts of everybody inside, to find who of a whole table is there already. */
export const listContacts = (work: Work) =>
  work.tx.select({ email: memberships.email, phone: memberships.phone }).from(memberships).where(here(work));
