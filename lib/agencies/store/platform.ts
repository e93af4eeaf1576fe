import { and, arrayContains, asc, count, desc, eq, ilike, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies, branches, memberships } from "@/db/schema/agencies";
import { agencyAccess } from "@/db/schema/agency-desk";
import { users } from "@/db/schema/identity";
import type { Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import type { AgencyRow, ListAgencies } from "../contract/platform";

// Everything here stands on the platform's side of the fence: across agencies, and never a pilgrim's name.

const people = sql<number>`(select count(*)::int from ${memberships} where ${memberships.agencyId} = ${agencies}.id)`;
const firstOwner = sql<string | null>`(select ${memberships.personName} from ${memberships}
  where ${memberships.agencyId} = ${agencies}.id and 'owner' = any(${memberships.roles})
  order by ${memberships.createdAt}, ${memberships.id} limit 1)`;
const listed = {
  id: agencies.id,
  slug: agencies.slug,
  name: agencies.name,
  country: agencies.country,
  status: agencies.status,
  licenceNumber: agencies.licenceNumber,
  ownerName: firstOwner,
  people,
  appliedAt: agencies.appliedAt,
  trialEndsAt: agencies.trialEndsAt,
  createdAt: agencies.createdAt,
};

const NEVER = new Date("9999-12-31T00:00:00.000Z");
/** The column a list is sorted by, as text that sorts alike. */
const since = sql<Date>`coalesce(${agencies.appliedAt}, ${agencies.createdAt})`;
const ends = sql<Date>`coalesce(${agencies.trialEndsAt}, ${NEVER.toISOString()}::timestamptz)`;
const AT = z.tuple([z.iso.datetime(), z.uuid()]);
const CURSORS = { newest: AT, oldest: AT, trial: AT, name: z.tuple([z.string(), z.uuid()]) };

function orderOf(sort: ListAgencies["sort"]): { by: SQL[]; after: (key: string, id: string) => SQL } {
  const time = (column: SQL, key: string, id: string, sign: ">" | "<") =>
    sql`(${column}, ${agencies.id}) ${sql.raw(sign)} (${key}::timestamptz, ${id}::uuid)`;
  switch (sort) {
    case "newest":
      return { by: [desc(since), desc(agencies.id)], after: (key, id) => time(since, key, id, "<") };
    case "oldest":
      return { by: [asc(since), asc(agencies.id)], after: (key, id) => time(since, key, id, ">") };
    case "trial":
      return { by: [asc(ends), asc(agencies.id)], after: (key, id) => time(ends, key, id, ">") };
    case "name":
      return {
        by: [asc(agencies.name), asc(agencies.id)],
        after: (key, id) => sql`(${agencies.name}, ${agencies.id}) > (${key}, ${id}::uuid)`,
      };
  }
}
const keyOf = (sort: ListAgencies["sort"], row: AgencyRow): string =>
  sort === "name"
    ? row.name
    : (sort === "trial" ? (row.trialEndsAt ?? NEVER) : (row.appliedAt ?? row.createdAt)).toISOString();

export async function listAgencyRows(work: Work, input: ListAgencies) {
  const { q, status, country, sort, limit, cursor } = input;
  const order = orderOf(sort);
  const after = cursor ? decodeCursor(cursor, CURSORS[sort], sort) : null;
  const rows: AgencyRow[] = await work.tx
    .select(listed)
    .from(agencies)
    .where(
      and(
        status ? eq(agencies.status, status) : undefined,
        country ? eq(agencies.country, country) : undefined,
        q ? matching(q) : undefined,
        after ? order.after(...after) : undefined,
      ),
    )
    .orderBy(...order.by)
    .limit(limitOf(limit));
  return cutPage(rows, limit, (row) => [keyOf(sort, row), row.id], sort);
}

const matching = (q: string) =>
  or(
    ilike(agencies.name, literally(q)),
    sql`${agencies.slug}::text ilike ${literally(q)}`,
    ilike(agencies.licenceNumber, literally(q)),
  );

export async function findAgencyById({ tx }: Work, id: string) {
  const decider = tx.select({ name: users.personName }).from(users).where(eq(users.id, agencies.decidedBy)).limit(1);
  const [row] = await tx
    .select({
      ...listed,
      currency: agencies.currency,
      timeZone: agencies.timeZone,
      locale: agencies.locale,
      decidedAt: agencies.decidedAt,
      decisionReason: agencies.decisionReason,
      decidedBy: sql<string | null>`(${decider})`,
    })
    .from(agencies)
    .where(eq(agencies.id, id));
  return row ?? null;
}

const isOwner = arrayContains(memberships.roles, ["owner"]);
export const onlyPilgrim = eq(memberships.roles, ["pilgrim"]);

export async function listOwners({ tx }: Work, agencyId: string) {
  const rows = await tx
    .select({
      userId: users.id,
      name: memberships.personName,
      email: users.email,
      emailProvenAt: users.emailProvenAt,
      phone: users.phone,
      phoneProvenAt: users.phoneProvenAt,
      locale: users.locale,
      otherAgencies: sql<number>`(select count(*)::int from ${memberships} other where other.user_id = ${users.id}
        and other.agency_id <> ${agencyId}::uuid and 'owner' = any(other.roles))`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.agencyId, agencyId), isOwner, isNull(memberships.disabledAt)))
    .orderBy(memberships.createdAt, memberships.id)
    .limit(20);
  return rows;
}

/** Names of other agencies that gave the same licence number. */
export async function listSameLicence({ tx }: Work, id: string, licenceNumber: string): Promise<string[]> {
  const same = sql`lower(regexp_replace(${agencies.licenceNumber}, '\\s', '', 'g')) = lower(regexp_replace(${licenceNumber}, '\\s', '', 'g'))`;
  const rows = await tx
    .select({ name: agencies.name })
    .from(agencies)
    .where(and(ne(agencies.id, id), same))
    .orderBy(agencies.name)
    .limit(10);
  return rows.map(({ name }) => name);
}

export async function countInside({ tx }: Work, agencyId: string) {
  const [[inside], [places]] = await Promise.all([
    tx
      .select({
        staff: sql<number>`count(*) filter (where not ${onlyPilgrim})::int`,
        pilgrims: sql<number>`count(*) filter (where 'pilgrim' = any(${memberships.roles}))::int`,
      })
      .from(memberships)
      .where(and(eq(memberships.agencyId, agencyId), isNull(memberships.disabledAt))),
    tx.select({ branches: count() }).from(branches).where(eq(branches.agencyId, agencyId)),
  ]);
  return { staff: inside?.staff ?? 0, pilgrims: inside?.pilgrims ?? 0, branches: places?.branches ?? 0 };
}

/** The platform's last looks into an agency. */
export const listAccessesOf = ({ tx }: Work, agencyId: string) =>
  tx
    .select({
      id: agencyAccess.id,
      personName: users.personName,
      reason: agencyAccess.reason,
      createdAt: agencyAccess.createdAt,
      expiresAt: agencyAccess.expiresAt,
      endedAt: agencyAccess.endedAt,
    })
    .from(agencyAccess)
    .innerJoin(users, eq(users.id, agencyAccess.userId))
    .where(eq(agencyAccess.agencyId, agencyId))
    .orderBy(desc(agencyAccess.createdAt), desc(agencyAccess.id))
    .limit(20);
