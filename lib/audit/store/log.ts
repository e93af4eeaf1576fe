import { and, asc, desc, eq, gt, gte, ilike, inArray, like, lt, not, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { auditLog } from "@/db/schema/kernel";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { Instant } from "@/lib/kernel/clock";
import { cutPage, decodeCursor } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import type { AuditChange, AuditEntry, ListAudit, ListPlatformAudit } from "../contract";

type Row = typeof auditLog.$inferSelect;
const Key = z.tuple([Instant, z.uuid()]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const actorOf = (userId: SQL) => sql`'user:' || ${userId}::text`;

/** Where the names of those who did it stand: inside an agency its own, else the logins'. */
type Names = { byName: (q: string) => SQL | undefined; find: (ids: string[]) => Promise<Map<string, string>> };

const namesInside = (work: Work): Names => ({
  byName: (q) => {
    const found = work.tx
      .select({ actor: actorOf(sql`${memberships.userId}`) })
      .from(memberships)
      .where(and(eq(memberships.agencyId, agencyOf(work)), ilike(memberships.personName, literally(q))));
    return inArray(auditLog.actor, found);
  },
  find: async (ids) => {
    const rows = await work.tx
      .select({ id: memberships.userId, name: memberships.personName })
      .from(memberships)
      .where(and(eq(memberships.agencyId, agencyOf(work)), inArray(memberships.userId, ids)));
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});

// Only those who run the platform or an agency are looked for by name: pilgrims stay ids.
const namesOfPlatform = ({ tx }: Work): Names => ({
  byName: (q) => {
    const found = tx
      .select({ actor: actorOf(sql`${users.id}`) })
      .from(users)
      .where(and(eq(users.superAdmin, true), ilike(users.personName, literally(q))));
    return inArray(auditLog.actor, found);
  },
  find: async (ids) => {
    const rows = await tx
      .select({ id: users.id, name: users.personName })
      .from(users)
      .where(and(inArray(users.id, ids), eq(users.superAdmin, true)));
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});

function narrowed(
  { q, area, actorId, from, to }: Omit<ListAudit, "limit" | "cursor" | "sort">,
  names: Names,
): SQL | undefined {
  return and(
    // A task that found nothing to do is on record, but in nobody's way: its name finds it.
    q ? undefined : or(not(like(auditLog.actor, "system:%")), sql`${auditLog.changes} <> '[]'::jsonb`),
    q ? or(ilike(auditLog.command, literally(q)), names.byName(q), UUID.test(q) ? holds(q) : undefined) : undefined,
    area ? sql`starts_with(${auditLog.command}, ${`${area}.`})` : undefined,
    actorId ? eq(auditLog.actor, `user:${actorId}`) : undefined,
    from ? gte(auditLog.at, from) : undefined,
    to ? lt(auditLog.at, to) : undefined,
  );
}

/** A row, a request or a person that somebody asks after by its id. */
const holds = (id: string) =>
  or(
    sql`${auditLog.changes} @> ${JSON.stringify([{ id: id.toLowerCase() }])}::jsonb`,
    eq(auditLog.requestId, id),
    eq(auditLog.actor, `user:${id.toLowerCase()}`),
  );

async function page(
  work: Work,
  where: SQL | undefined,
  names: Names,
  { limit, cursor, sort }: Pick<ListAudit, "limit" | "cursor" | "sort">,
) {
  const after = cursor ? decodeCursor(cursor, Key, sort) : null;
  const [order, beyond] = sort === "oldest" ? ([asc, gt] as const) : ([desc, lt] as const);
  const further = after
    ? or(beyond(auditLog.at, after[0]), and(eq(auditLog.at, after[0]), beyond(auditLog.id, after[1])))
    : undefined;
  const rows = await work.tx
    .select()
    .from(auditLog)
    .where(and(where, further))
    .orderBy(order(auditLog.at), order(auditLog.id))
    .limit(limitOf(limit));
  const cut = cutPage(rows, limit, (row) => [row.at.toISOString(), row.id], sort);
  const ids = [...new Set(cut.data.flatMap(({ actor }) => (actor.startsWith("user:") ? [actor.slice(5)] : [])))];
  const known = ids.length > 0 ? await names.find(ids) : new Map<string, string>();
  return { ...cut, data: cut.data.map((row) => ({ row, entry: entryOf(row, known) })) };
}

const entryOf = ({ agencyId: _, changes, ...row }: Row, names: Map<string, string>): AuditEntry => ({
  ...row,
  changes: changes as AuditChange[],
  actorName: names.get(row.actor.slice(5)) ?? null,
  agency: null,
});

/** What was changed in the agency of the work, the newest first. */
export async function listLog(work: Work, input: ListAudit) {
  const names = namesInside(work);
  const found = await page(work, and(eq(auditLog.agencyId, agencyOf(work)), narrowed(input, names)), names, input);
  return { ...found, data: found.data.map(({ entry }) => entry) };
}

/** The same across agencies. Platform fence. */
export async function listWholeLog(work: Work, input: ListPlatformAudit) {
  const names = namesOfPlatform(work);
  const inOne = input.agencyId ? eq(auditLog.agencyId, input.agencyId) : undefined;
  const found = await page(work, and(inOne, narrowed(input, names)), names, input);
  const ids = [...new Set(found.data.flatMap(({ row }) => row.agencyId ?? []))];
  const rows = ids.length > 0 ? await agencyNames(work, ids) : [];
  const agencyOfRow = new Map(rows.map((agency) => [agency.id, agency]));
  const data = found.data.map(({ row, entry }) => ({ ...entry, agency: agencyOfRow.get(row.agencyId ?? "") ?? null }));
  return { ...found, data };
}

const agencyNames = ({ tx }: Work, ids: string[]) =>
  tx.select({ id: agencies.id, name: agencies.name }).from(agencies).where(inArray(agencies.id, ids));
