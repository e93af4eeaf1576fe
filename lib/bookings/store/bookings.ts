import { and, desc, eq, getTableColumns, gt, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { insertRows } from "@/db/rows";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { departures, packages } from "@/db/schema/packages";
import { isPerson } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { reach } from "@/lib/kernel/permission";
import type { BookingRow } from "../contract/booking";
import { computeSettleBy, HELD } from "../rules/life";

export type BookingRecord = typeof bookings.$inferSelect & {
  /** For policy. */
  groupId: string | null;
  departure: {
    status: (typeof departures.$inferSelect)["status"];
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
    poolId: string;
    manifestFrozenAt: Date | null;
  };
  packageName: string;
};

const columns = {
  ...getTableColumns(bookings),
  groupId: departures.groupId,
  departure: {
    status: departures.status,
    startsAt: departures.startsAt,
    endsAt: departures.endsAt,
    timeZone: departures.timeZone,
    poolId: departures.poolId,
    manifestFrozenAt: departures.manifestFrozenAt,
  },
  packageName: packages.name,
};

/** One's own, and what the role reaches: a leader's are those of the groups they lead, not of those they travel in. */
export function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "bookings");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(bookings.payerUserId, actor.userId);
  const led = actor.leads.length > 0 ? inArray(departures.groupId, [...actor.leads]) : undefined;
  return within.scope === "branch" ? or(mine, led, eq(bookings.branchId, within.branchId)) : or(mine, led);
}

/** Bookings within reach, with what their departures say of them. */
export const selectBookings = (work: Work, ...more: (SQL | undefined)[]) =>
  work.tx
    .select(columns)
    .from(bookings)
    .innerJoin(departures, and(eq(departures.agencyId, bookings.agencyId), eq(departures.id, bookings.departureId)))
    .innerJoin(packages, and(eq(packages.agencyId, departures.agencyId), eq(packages.id, departures.packageId)))
    .where(and(eq(bookings.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();

/** @throws Fault `booking_not_found`, also for what the caller may not know */
export async function findBooking(work: Work, id: string): Promise<BookingRecord> {
  const [row] = await selectBookings(work, eq(bookings.id, id));
  if (!row) throw notFound("booking");
  return row;
}

/** The same; whoever pays, cancels or lets it expire waits for each other here (R5, R6). */
export async function lockBooking(work: Work, id: string): Promise<BookingRecord> {
  const [row] = await selectBookings(work, eq(bookings.id, id)).for("no key update", { of: bookings });
  if (!row) throw notFound("booking");
  return row;
}

/** What somebody booked last of a departure. */
export async function findNewestOf(work: Work, departureId: string, userId: string): Promise<BookingRecord | null> {
  const own = [eq(bookings.departureId, departureId), eq(bookings.payerUserId, userId)];
  const [row] = await selectBookings(work, ...own)
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(1);
  return row ?? null;
}

/** The bookings of a departure in these states, locked in the order of ids. */
export const lockBookingsOf = (work: Work, departureId: string, states: BookingRecord["status"][]) =>
  selectBookings(work, eq(bookings.departureId, departureId), inArray(bookings.status, states))
    .orderBy(bookings.id)
    .for("no key update", { of: bookings });

/** Those of a departure that still stand. */
export const listLiveIds = async (work: Work, departureId: string): Promise<string[]> => {
  const live = inArray(bookings.status, ["draft", "pending_payment", "partially_paid", "paid"]);
  const rows = await selectBookings(work, eq(bookings.departureId, departureId), live).orderBy(bookings.id);
  return rows.map(({ id }) => id);
};

const MINUTES = { draft: 10, pending_payment: 180 } as const;
/** Those whose hold ends soon enough for a last word, by their state. */
export const listEndingIds = async (work: Work): Promise<string[]> => {
  const until = (minutes: number) => new Date(work.now.getTime() + minutes * 60_000);
  const soon = or(
    ...HELD.map((status) => and(eq(bookings.status, status), lte(bookings.holdEndsAt, until(MINUTES[status])))),
  );
  const rows = await selectBookings(work, gt(bookings.holdEndsAt, work.now), soon).orderBy(bookings.id);
  return rows.map(({ id }) => id);
};

export type NewBooking = Omit<
  typeof bookings.$inferSelect,
  "agencyId" | "createdAt" | "paid" | "extendedAt" | "needsDecision" | "lacksPapers" | "cancelledAt" | "cancelReason"
>;
export function addBookings(work: Work, rows: readonly NewBooking[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  return work.tx.send(insertRows(work.tx, bookings, full));
}

export async function setBooking(work: Work, before: BookingRecord, change: Partial<typeof bookings.$inferInsert>) {
  await work.tx
    .update(bookings)
    .set(change)
    .where(and(eq(bookings.agencyId, agencyOf(work)), eq(bookings.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof BookingRecord]]));
  work.changed("bookings", before.id, was, change);
  return { ...before, ...change } as BookingRecord;
}

/** The three papers nobody travels without. */
const PAPERS = sql`('passport', 'visa', 'vaccine')`;
const lacking = sql<boolean>`exists (select from booking_pilgrims p where p.agency_id = ${bookings.agencyId}
  and p.booking_id = ${bookings.id} and p.state = 'active' and (select count(*) from pilgrim_documents d
    where d.agency_id = p.agency_id and d.pilgrim_id = p.id and d.kind in ${PAPERS} and d.status = 'accepted'
      and (d.expires_on is null or d.expires_on >= (select (t.starts_at at time zone t.time_zone)::date from ${departures} t
        where t.agency_id = p.agency_id and t.id = p.departure_id))) < 3)`;
/** After its people or their papers changed: whether anybody's are missing now. */
export const reckonPapers = (work: Work, id: string) =>
  work.tx.send(
    work.tx
      .update(bookings)
      .set({ lacksPapers: lacking })
      .where(and(eq(bookings.agencyId, agencyOf(work)), eq(bookings.id, id))),
  );

/** The same for a departure that leaves on another day, of which papers are good no longer, or again. */
export const reckonPapersOf = (work: Work, departureId: string) =>
  work.tx
    .update(bookings)
    .set({ lacksPapers: lacking })
    .where(
      and(
        ...[eq(bookings.agencyId, agencyOf(work)), eq(bookings.departureId, departureId)],
        sql`${bookings.lacksPapers} is distinct from ${lacking}`,
      ),
    );

export type LineRecord = typeof bookingLines.$inferSelect;
export type NewLine = Omit<LineRecord, "agencyId" | "createdAt">;
export async function addLines(work: Work, rows: readonly NewLine[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  if (full.length > 0) await work.tx.send(insertRows(work.tx, bookingLines, full));
}

export const listLines = (work: Work, bookingId: string) =>
  work.tx
    .select()
    .from(bookingLines)
    .where(and(eq(bookingLines.agencyId, agencyOf(work)), eq(bookingLines.bookingId, bookingId)))
    .orderBy(bookingLines.id);

/** A line of the list. */
export function asRow(row: BookingRecord): BookingRow {
  const money = moneyIn(row.currency);
  return {
    id: row.id,
    code: row.code,
    status: row.status,
    departureId: row.departureId,
    packageName: row.packageName,
    startsAt: row.departure.startsAt,
    endsAt: row.departure.endsAt,
    timeZone: row.departure.timeZone,
    payerName: row.payerName,
    pilgrims: row.pilgrimCount,
    owed: money(row.owed),
    paid: money(row.paid),
    holdEndsAt: row.holdEndsAt,
    needsDecision: row.needsDecision,
    settleBy: computeSettleBy(row.departure.startsAt, row.policy.settlementDays),
    createdAt: row.createdAt,
  };
}
