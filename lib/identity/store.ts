import { and, eq, gt, inArray, isNotNull, isNull, ne, or, type SQLWrapper, sql } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { groupMembers } from "@/db/schema/groups";
import { refreshTokens, sessions, users } from "@/db/schema/identity";
import type { Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { AgencyAtDoor, Membership, Standing } from "./contract";
import type { Identifier } from "./rules";

type Db = Pick<Work, "tx">;
export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
type EndReason = NonNullable<SessionRow["endedReason"]>;

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

/** An agency that wrote the name in its own way keeps its way. */
export async function renameMemberships({ tx }: Work, userId: string, from: string, to: string) {
  await tx
    .update(memberships)
    .set({ personName: to })
    .where(and(eq(memberships.userId, userId), eq(memberships.personName, from)));
}

export async function addPilgrim(work: Work, agencyId: string, user: Pick<UserRow, "id" | "personName" | "phone">) {
  const row = { id: newId(), agencyId, userId: user.id, personName: user.personName, phone: user.phone };
  await work.tx.insert(memberships).values({ ...row, roles: ["pilgrim"] });
  work.changed("memberships", row.id, null, { ...row, roles: ["pilgrim"] });
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

export async function addSession(work: Work, row: typeof sessions.$inferInsert) {
  await work.tx.insert(sessions).values(row);
  work.changed("sessions", row.id, null, row);
}

export async function touchSession({ tx }: Work, id: string, seenAt: Date, expiresAt?: Date) {
  await tx
    .update(sessions)
    .set({ seenAt, ...(expiresAt ? { expiresAt } : {}) })
    .where(eq(sessions.id, id));
}

/** Ends the live sessions of a person: one, all, or all but one. Answers which. */
export async function endSessions(
  work: Work,
  { userId, only, except }: { userId: string; only?: string; except?: string },
  reason: EndReason,
): Promise<string[]> {
  const ended = await work.tx
    .update(sessions)
    .set({ endedAt: work.now, endedReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        only ? eq(sessions.id, only) : undefined,
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  for (const { id } of ended) work.changed("sessions", id, { endedReason: null }, { endedReason: reason });
  return ended.map(({ id }) => id);
}

export async function listSessions({ tx, now }: Work, userId: string): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(sql`${sessions.seenAt} desc`, sessions.id)
    .limit(100);
}

export async function findSession({ tx }: Db, id: string): Promise<SessionRow | null> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, id));
  return session ?? null;
}

export async function addToken({ tx }: Work, row: typeof refreshTokens.$inferInsert) {
  await tx.insert(refreshTokens).values(row);
}

/** The token and its session, locked: of many uses at once one is the first. */
export async function lockToken({ tx }: Work, tokenHash: string) {
  const [found] = await tx
    .select({ token: refreshTokens, session: sessions })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash))
    .for("update");
  return found ?? null;
}
export type LockedToken = NonNullable<Awaited<ReturnType<typeof lockToken>>>;

export async function spendToken({ tx, now }: Work, id: string) {
  await tx.update(refreshTokens).set({ usedAt: now }).where(eq(refreshTokens.id, id));
}

/** One at a time makes a super admin. */
export async function findSuperAdmin({ tx }: Work): Promise<UserRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first super admin', 0))`);
  const [user] = await tx.select().from(users).where(eq(users.superAdmin, true)).limit(1);
  return user ?? null;
}

/** Has this person ever come in by a link? */
export async function hasSignedIn({ tx }: Db, userId: string): Promise<boolean> {
  const used = await tx
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(and(eq(sessions.userId, userId), isNotNull(refreshTokens.usedAt)))
    .limit(1);
  return used.length > 0;
}

export async function findAgency(
  { tx }: Db,
  { slug, id }: { slug?: string; id?: string },
): Promise<AgencyAtDoor | null> {
  const [agency] = await tx
    .select({ agencyId: agencies.id, slug: agencies.slug, status: agencies.status })
    .from(agencies)
    .where(slug === undefined ? eq(agencies.id, id ?? "") : eq(agencies.slug, slug));
  return agency ?? null;
}

/** Everything doors ask about a session, in one round trip. */
export async function findStanding(db: Db, sid: string): Promise<Standing | null> {
  const { tx } = db;
  const owner = tx.select({ id: sessions.userId }).from(sessions).where(eq(sessions.id, sid));
  const [[row], belongs, travels] = await Promise.all([
    tx.select().from(sessions).innerJoin(users, eq(users.id, sessions.userId)).where(eq(sessions.id, sid)),
    listBelongings(db, owner),
    tx
      .select({ agencyId: groupMembers.agencyId, groupId: groupMembers.groupId, role: groupMembers.role })
      .from(groupMembers)
      .where(and(inArray(groupMembers.userId, owner), isNull(groupMembers.leftAt))),
  ]);
  if (!row) return null;
  const { sessions: session, users: user } = row;
  return {
    sid,
    userId: user.id,
    kind: session.kind,
    expiresAt: session.expiresAt.getTime(),
    seenAt: session.seenAt.getTime(),
    ended: user.disabledAt ? "disabled" : session.endedAt ? (session.endedReason ?? "logout") : null,
    locale: user.locale,
    superAdmin: user.superAdmin,
    memberships: belongs.map((one) => {
      const here = travels.filter(({ agencyId }) => agencyId === one.agencyId);
      const leads = here.filter(({ role }) => role !== "pilgrim");
      return {
        ...{ ...one, roles: one.roles as Membership["roles"] },
        ...{ leads: leads.map(({ groupId }) => groupId), groups: here.map(({ groupId }) => groupId) },
      };
    }),
  };
}

const listBelongings = ({ tx }: Db, owner: SQLWrapper) =>
  tx
    .select({
      agencyId: agencies.id,
      slug: agencies.slug,
      status: agencies.status,
      roles: memberships.roles,
      branchId: memberships.branchId,
      grants: memberships.grants,
    })
    .from(memberships)
    .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(and(inArray(memberships.userId, owner), live, ne(agencies.status, "rejected")));
