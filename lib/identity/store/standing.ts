import { and, eq, inArray, isNull, ne, type SQLWrapper, sql } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { agencyAccess } from "@/db/schema/agency-desk";
import { groupMembers } from "@/db/schema/groups";
import { sessions, users } from "@/db/schema/identity";
import type { AgencyAtDoor, Membership, Standing } from "../contract";
import type { Db } from "./users";

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

export async function findAgencyName({ tx }: Db, id: string): Promise<string | null> {
  const [agency] = await tx.select({ name: agencies.name }).from(agencies).where(eq(agencies.id, id));
  return agency?.name ?? null;
}

/** Everything doors ask about a session, in one round trip. */
export async function findStanding(db: Db, sid: string): Promise<Standing | null> {
  const { tx } = db;
  const owner = tx.select({ id: sessions.userId }).from(sessions).where(eq(sessions.id, sid));
  const [[row], belongs, looks, travels] = await Promise.all([
    tx.select().from(sessions).innerJoin(users, eq(users.id, sessions.userId)).where(eq(sessions.id, sid)),
    listBelongings(db, owner),
    listLooks(db, owner),
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
    memberships: [...belongs, ...looksOf(looks, user, belongs)].map((one) => {
      const here = travels.filter(({ agencyId }) => agencyId === one.agencyId);
      const leads = here.filter(({ role }) => role !== "pilgrim");
      return {
        ...one,
        roles: one.roles as Membership["roles"],
        leads: leads.map(({ groupId }) => groupId),
        groups: here.map(({ groupId }) => groupId),
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
    .where(and(inArray(memberships.userId, owner), isNull(memberships.disabledAt), ne(agencies.status, "rejected")));

/** Agencies that somebody of the platform looks into for an hour. */
const listLooks = ({ tx }: Db, owner: SQLWrapper) =>
  tx
    .select({ agencyId: agencies.id, slug: agencies.slug, status: agencies.status })
    .from(agencyAccess)
    .innerJoin(agencies, eq(agencies.id, agencyAccess.agencyId))
    .where(
      and(inArray(agencyAccess.userId, owner), isNull(agencyAccess.endedAt), sql`${agencyAccess.expiresAt} > now()`),
    );

/** As a viewer, and only where they do not belong anyway. */
const looksOf = (looks: AgencyAtDoor[], user: { superAdmin: boolean }, belongs: AgencyAtDoor[]) =>
  looks
    .filter(({ agencyId }) => user.superAdmin && !belongs.some((one) => one.agencyId === agencyId))
    .map((look) => ({ ...look, roles: ["viewer"], branchId: null, grants: [] }));
