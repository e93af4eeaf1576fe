import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { agencies, memberships } from "@/db/schema/agencies";
import { agencyAccess } from "@/db/schema/agency-desk";
import { groupMembers } from "@/db/schema/groups";
import { sessions, users } from "@/db/schema/identity";
import type { Tx } from "@/db/tx";
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

const given = sql.placeholder("sid");
const ownerOf = (tx: Tx) => tx.select({ id: sessions.userId }).from(sessions).where(eq(sessions.id, given));

const sessionQuery = prepared((tx) =>
  tx
    .select({
      userId: users.id,
      kind: sessions.kind,
      expiresAt: sessions.expiresAt,
      seenAt: sessions.seenAt,
      endedAt: sessions.endedAt,
      endedReason: sessions.endedReason,
      disabledAt: users.disabledAt,
      locale: users.locale,
      superAdmin: users.superAdmin,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, given)),
);

const belongingsQuery = prepared((tx) =>
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
    .where(
      and(inArray(memberships.userId, ownerOf(tx)), isNull(memberships.disabledAt), ne(agencies.status, "rejected")),
    ),
);

/** Agencies that somebody of the platform looks into for an hour. */
const looksQuery = prepared((tx) =>
  tx
    .select({ agencyId: agencies.id, slug: agencies.slug, status: agencies.status })
    .from(agencyAccess)
    .innerJoin(agencies, eq(agencies.id, agencyAccess.agencyId))
    .where(
      and(
        inArray(agencyAccess.userId, ownerOf(tx)),
        isNull(agencyAccess.endedAt),
        sql`${agencyAccess.expiresAt} > now()`,
      ),
    ),
);

const travelsQuery = prepared((tx) =>
  tx
    .select({ agencyId: groupMembers.agencyId, groupId: groupMembers.groupId, role: groupMembers.role })
    .from(groupMembers)
    .where(and(inArray(groupMembers.userId, ownerOf(tx)), isNull(groupMembers.leftAt))),
);

/** Everything doors ask about a session, in one round trip. Asked for every hand-shake, so none of it is spelled anew. */
export async function findStanding({ tx }: Db, sid: string): Promise<Standing | null> {
  const [[session], belongs, looks, travels] = await Promise.all([
    sessionQuery(tx, { sid }),
    belongingsQuery(tx, { sid }),
    looksQuery(tx, { sid }),
    travelsQuery(tx, { sid }),
  ]);
  if (!session) return null;
  const { userId, kind, expiresAt, seenAt, endedAt, endedReason, disabledAt, locale, superAdmin } = session;
  return {
    sid,
    userId,
    kind,
    expiresAt: expiresAt.getTime(),
    seenAt: seenAt.getTime(),
    ended: disabledAt ? "disabled" : endedAt ? (endedReason ?? "logout") : null,
    locale,
    superAdmin,
    memberships: [...belongs, ...looksOf(looks, superAdmin, belongs)].map((one, i) => {
      const here = travels.filter(({ agencyId }) => agencyId === one.agencyId);
      const leads = here.filter(({ role }) => role !== "pilgrim");
      return {
        ...one,
        roles: one.roles as Membership["roles"],
        leads: leads.map(({ groupId }) => groupId),
        groups: here.map(({ groupId }) => groupId),
        isLook: i >= belongs.length,
      };
    }),
  };
}

/** As a viewer who changes nothing, and only where they do not belong anyway. */
const looksOf = (looks: AgencyAtDoor[], superAdmin: boolean, belongs: AgencyAtDoor[]) =>
  looks
    .filter(({ agencyId }) => superAdmin && !belongs.some((one) => one.agencyId === agencyId))
    .map((look) => ({ ...look, roles: ["viewer"], branchId: null, grants: [] }));
