import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { waitlistEntries } from "@/db/schema/booking-papers";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { WaitlistEntry } from "../contract/waitlist";

export type EntryRecord = typeof waitlistEntries.$inferSelect;

const on = (work: Work, departureId: string) =>
  and(eq(waitlistEntries.agencyId, agencyOf(work)), eq(waitlistEntries.departureId, departureId));

export async function addEntry(work: Work, row: Omit<typeof waitlistEntries.$inferInsert, "agencyId" | "createdAt">) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  const [added] = await work.tx.insert(waitlistEntries).values(full).returning();
  work.changed("waitlist_entries", row.id, null, full);
  return added!;
}

/** @throws Fault `waitlist_entry_not_found` */
export async function lockEntry(work: Work, departureId: string, id: string): Promise<EntryRecord> {
  const [row] = await work.tx
    .select()
    .from(waitlistEntries)
    .where(and(on(work, departureId), eq(waitlistEntries.id, id)))
    .for("update");
  if (!row) throw notFound("waitlist_entry");
  return row;
}

/** Whether these seats are offered to this person now. */
export async function isOffered(work: Work, departureId: string, id: string, userId: string): Promise<boolean> {
  const mine = and(on(work, departureId), eq(waitlistEntries.id, id), eq(waitlistEntries.userId, userId));
  const runs = and(eq(waitlistEntries.status, "offered"), gt(waitlistEntries.offerEndsAt, work.now));
  return (await work.tx.$count(waitlistEntries, and(mine, runs))) > 0;
}

/** Where somebody stands in a departure's queue, if they do; locked. */
export async function findStanding(work: Work, departureId: string, userId: string): Promise<EntryRecord | null> {
  const stands = inArray(waitlistEntries.status, ["waiting", "offered"]);
  const [row] = await work.tx
    .select()
    .from(waitlistEntries)
    .where(and(on(work, departureId), eq(waitlistEntries.userId, userId), stands))
    .orderBy(asc(waitlistEntries.id))
    .limit(1)
    .for("update");
  return row ?? null;
}

/** Who waits, longest first: ids are made in the order of time. Also whoever was offered seats, where told so. */
export const lockWaiting = (
  work: Work,
  departureId: string,
  states: EntryRecord["status"][] = ["waiting"],
): Promise<EntryRecord[]> =>
  work.tx
    .select()
    .from(waitlistEntries)
    .where(and(on(work, departureId), inArray(waitlistEntries.status, states)))
    .orderBy(asc(waitlistEntries.id))
    .for("update");

const waitingQuery = prepared((tx) =>
  tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.agencyId, sql.placeholder("agencyId")),
        eq(waitlistEntries.departureId, sql.placeholder("departureId")),
        eq(waitlistEntries.status, "waiting"),
      ),
    )
    .limit(1),
);
export const hasWaiting = async (work: Work, departureId: string): Promise<boolean> =>
  (await waitingQuery(work.tx, { agencyId: agencyOf(work), departureId })).length > 0;

export const listEntries = (work: Work, departureId: string): Promise<EntryRecord[]> =>
  work.tx.select().from(waitlistEntries).where(on(work, departureId)).orderBy(asc(waitlistEntries.id)).limit(500);

export async function setEntry(work: Work, before: EntryRecord, change: Partial<EntryRecord>) {
  await work.tx
    .update(waitlistEntries)
    .set(change)
    .where(and(eq(waitlistEntries.agencyId, agencyOf(work)), eq(waitlistEntries.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof EntryRecord]]));
  work.changed("waitlist_entries", before.id, was, change);
  return { ...before, ...change };
}

export const asEntry = (row: EntryRecord): WaitlistEntry => {
  const { id, departureId, personName, phone, seats, status, offerEndsAt, createdAt } = row;
  return { id, departureId, personName, phone, seats, status, offerEndsAt, createdAt };
};
