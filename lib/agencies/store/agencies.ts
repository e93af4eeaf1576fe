import { and, arrayContains, desc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";

export type AgencyRow = typeof agencies.$inferSelect;

/** False when the slug is taken. */
export async function addAgency(work: Work, row: typeof agencies.$inferInsert): Promise<boolean> {
  const added = await work.tx.insert(agencies).values(row).onConflictDoNothing().returning({ id: agencies.id });
  return added.length > 0;
}

export async function findAgency(work: Work): Promise<AgencyRow | null> {
  const [row] = await work.tx
    .select()
    .from(agencies)
    .where(eq(agencies.id, agencyOf(work)));
  return row ?? null;
}

/** Decisions about one agency wait for each other here. @throws Fault `agency_not_found` */
export async function lockAgency(work: Work): Promise<AgencyRow> {
  const [row] = await work.tx
    .select()
    .from(agencies)
    .where(eq(agencies.id, agencyOf(work)))
    .for("no key update");
  if (!row) throw notFound("agency");
  return row;
}

/** Changes what is given and tells the log of it. */
export async function setAgency(work: Work, before: AgencyRow, change: Partial<AgencyRow>): Promise<AgencyRow> {
  const after = { ...before, ...change };
  if (Object.keys(change).length === 0) return before;
  await work.tx.update(agencies).set(change).where(eq(agencies.id, before.id));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof AgencyRow]]));
  work.changed("agencies", before.id, was, change);
  return after;
}

/** An agency of this name that this person owns and that was not let in yet. Platform fence. */
export async function lockApplication(work: Work, slug: string, ownerId: string): Promise<AgencyRow | null> {
  const owned = work.tx.select({ id: memberships.agencyId }).from(memberships).where(isOwner(ownerId));
  const [row] = await work.tx
    .select()
    .from(agencies)
    .where(and(eq(agencies.slug, slug), inArray(agencies.status, ["pending", "rejected"]), inArray(agencies.id, owned)))
    .for("no key update");
  return row ?? null;
}

/** The applications of one person that were not let in yet, the last one first. Platform fence. */
export async function listApplicationRows(work: Work, ownerId: string): Promise<AgencyRow[]> {
  const owned = work.tx.select({ id: memberships.agencyId }).from(memberships).where(isOwner(ownerId));
  return work.tx
    .select()
    .from(agencies)
    .where(and(inArray(agencies.status, ["pending", "rejected"]), inArray(agencies.id, owned)))
    .orderBy(desc(agencies.appliedAt), desc(agencies.id))
    .limit(20);
}

const isOwner = (userId: string) =>
  and(eq(memberships.userId, userId), arrayContains(memberships.roles, ["owner"]), isNull(memberships.disabledAt));

/** Everybody who belongs to the agency of the work. */
export async function listPeopleIds(work: Work): Promise<string[]> {
  const rows = await work.tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(eq(memberships.agencyId, agencyOf(work)));
  return rows.map(({ userId }) => userId);
}

export async function listIds(work: Work): Promise<string[]> {
  const rows = await work.tx
    .select({ id: agencies.id })
    .from(agencies)
    .where(inArray(agencies.status, ["trial", "active", "suspended", "expired"]));
  return rows.map(({ id }) => id);
}

/** The picture of an agency that is open to the public. Platform fence. */
export async function findLogo({ tx }: Work, slug: string): Promise<{ id: string; logo: string } | null> {
  const [row] = await tx
    .select({ id: agencies.id, settings: agencies.settings })
    .from(agencies)
    .where(and(eq(agencies.slug, slug), notInArray(agencies.status, ["pending", "rejected"])));
  return row?.settings.logo ? { id: row.id, logo: row.settings.logo } : null;
}
