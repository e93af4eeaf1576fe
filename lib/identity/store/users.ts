import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Contact, Membership } from "../contract";
import { type Identifier, provenColumn } from "../rules";

export type Db = Pick<Work, "tx">;
export type UserRow = typeof users.$inferSelect;

export async function findCountry({ tx }: Db, agencyId: string): Promise<string | null> {
  const [agency] = await tx.select({ country: agencies.country }).from(agencies).where(eq(agencies.id, agencyId));
  return agency?.country ?? null;
}

/** The login of an e-mail, phone or user name. */
export async function findUser({ tx }: Db, { kind, value }: Identifier): Promise<UserRow | null> {
  const [user] = await tx.select().from(users).where(eq(users[kind], value));
  return user ?? null;
}

export async function findUserById({ tx }: Db, id: string): Promise<UserRow | null> {
  const [user] = await tx.select().from(users).where(eq(users.id, id));
  return user ?? null;
}

/** Log-ins of one person wait for each other here, so that exactly one can be the newest. */
export async function lockUser({ tx }: Db, id: string): Promise<UserRow | null> {
  const [user] = await tx.select().from(users).where(eq(users.id, id)).for("no key update");
  return user ?? null;
}

/** False when somebody else has one of its identifiers. */
export async function addUser(work: Work, user: typeof users.$inferInsert): Promise<boolean> {
  const added = await work.tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  if (added.length > 0) work.changed("users", user.id, null, user);
  return added.length > 0;
}

/** Which of these identifiers belongs to somebody already. */
export async function findTaken({ tx }: Db, wanted: Identifier[]): Promise<Identifier["kind"] | null> {
  const rows = await tx
    .select({ email: users.email, phone: users.phone, username: users.username })
    .from(users)
    .where(or(...wanted.map(({ kind, value }) => eq(users[kind], value))));
  const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();
  return wanted.find(({ kind, value }) => rows.some((row) => same(row[kind], value)))?.kind ?? null;
}

export async function setUser(work: Work, before: UserRow, change: Partial<UserRow>): Promise<UserRow> {
  const after = { ...before, ...change };
  if (Object.keys(change).length === 0) return before;
  await work.tx.update(users).set(change).where(eq(users.id, before.id));
  work.changed("users", before.id, before, after);
  return after;
}

/** Gives a login another address or number, which was just shown to be its owner's.
 * @throws Fault `identifier_taken` when somebody else has it */
export const moveContact = (work: Work, before: UserRow, contact: Contact, value: string): Promise<UserRow> =>
  setUser(work, before, { [contact]: value, [provenColumn(contact)]: work.now }).catch(
    (error: { cause?: { constraint_name?: string } }) => {
      const isTaken = error.cause?.constraint_name === `users_${contact}_unique`;
      throw isTaken ? conflict("identifier_taken", { field: contact }) : error;
    },
  );

/** Agencies write to it from now on, where they wrote to the old one or to none. */
export async function moveContactEverywhere(
  { tx }: Work,
  userId: string,
  contact: Contact,
  { from, to }: { from: string | null; to: string },
) {
  const old = from === null ? isNull(memberships[contact]) : eq(memberships[contact], from);
  await tx
    .update(memberships)
    .set({ [contact]: to })
    .where(and(eq(memberships.userId, userId), isNull(memberships.erasedAt), old));
}

/** An agency that wrote the name in its own way keeps its way. */
export async function renameMemberships({ tx }: Work, userId: string, from: string, to: string) {
  await tx
    .update(memberships)
    .set({ personName: to })
    .where(and(eq(memberships.userId, userId), eq(memberships.personName, from)));
}

/** Agencies write to the contacts of a login; what was taken off it is nobody's address there either. */
export async function dropContactEverywhere({ tx }: Work, userId: string, contact: "email" | "phone", value: string) {
  await tx
    .update(memberships)
    .set({ [contact]: null })
    .where(and(eq(memberships.userId, userId), eq(memberships[contact], value)));
}

/** Each agency keeps a copy, so that its lists need not look outside its fence; none that has erased them. */
export async function setAvatarEverywhere({ tx }: Work, userId: string, avatar: string | null) {
  await tx
    .update(memberships)
    .set({ avatar })
    .where(and(eq(memberships.userId, userId), isNull(memberships.erasedAt)));
}

export async function addPilgrim(work: Work, agencyId: string, user: UserRow) {
  const { id: userId, personName, phone, email, avatar } = user;
  const row = { id: newId(), agencyId, userId, personName, phone, email, avatar, roles: ["pilgrim"] };
  await work.tx.insert(memberships).values(row);
  work.changed("memberships", row.id, null, row);
}

const live = isNull(memberships.disabledAt);

export async function listMemberships({ tx }: Db, userId: string) {
  const rows = await tx
    .select({
      agency: { id: agencies.id, slug: agencies.slug, name: agencies.name },
      roles: memberships.roles,
      branchId: memberships.branchId,
      grants: memberships.grants,
      singleSession: sql<boolean>`coalesce((${agencies.settings} ->> 'singleSession')::boolean, true)`,
    })
    .from(memberships)
    .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(and(eq(memberships.userId, userId), live, ne(agencies.status, "rejected")))
    .orderBy(memberships.createdAt);
  return rows.map((row) => ({ ...row, roles: row.roles as Membership["roles"] }));
}
export type MembershipRow = Awaited<ReturnType<typeof listMemberships>>[number];

/** One at a time makes a super admin. */
export async function findSuperAdmin({ tx }: Work): Promise<UserRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first super admin', 0))`);
  const [user] = await tx.select().from(users).where(eq(users.superAdmin, true)).limit(1);
  return user ?? null;
}
