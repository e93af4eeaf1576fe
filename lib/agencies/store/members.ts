import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { isOneOf } from "@/db/rows";
import { agencies, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { Shown } from "../contract/members";

export type MembershipRow = typeof memberships.$inferSelect;
export type NewMembership = { userId: string; personName: string; phone: string | null; roles: Role[] } & Partial<
  Pick<MembershipRow, "branchId">
>;

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

/** The language a login chose, in a look of its own; null without such a login. */
export const lookUpLocale = (call: Call, userId: string): Promise<string | null> =>
  call.transact("platform", true, async (tx) => {
    const [row] = await tx.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
    return row?.locale ?? null;
  });

/** Members by what their logins have shown, in a look of its own; without logins of which it is asked whose they are. */
const lookUpShown = (call: Call, which: SQL | undefined): Promise<Shown[]> =>
  call.transact("platform", true, (tx) =>
    tx
      .select({
        userId: users.id,
        personName: memberships.personName,
        phone: sql<string | null>`case when ${users.phoneProvenAt} is not null then ${users.phone} end`,
        email: sql<string | null>`case when ${users.emailProvenAt} is not null then ${users.email}::text end`,
      })
      .from(users)
      .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.agencyId, agencyOf(call))))
      .where(and(isNull(memberships.disabledAt), isNull(users.disabledAt), isNull(users.askedBy), which))
      .orderBy(asc(memberships.personName), asc(users.id)),
  );

/** This member; null where there is none. */
export const lookUpShownOf = async (call: Call, userId: string): Promise<Shown | null> =>
  (await lookUpShown(call, eq(users.id, userId)))[0] ?? null;

/** Those who have one of these contacts. */
export const lookUpShownBy = (call: Call, { phone, email }: Pick<Shown, "phone" | "email">) =>
  lookUpShown(call, or(phone ? eq(users.phone, phone) : sql`false`, email ? eq(users.email, email) : undefined));
