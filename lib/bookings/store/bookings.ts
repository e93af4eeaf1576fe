import { and, asc, desc, eq, getTableColumns, gt, ilike, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { insertRows, limitOf } from "@/db/rows";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { departures, packages } from "@/db/schema/packages";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally, phonePart } from "@/lib/kernel/text";
import type { BookingRow, ListBookings } from "../contract/booking";
import { computeSettleBy } from "../rules/life";

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
function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "bookings");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(bookings.payerUserId, actor.userId);
  const led = actor.leads.length > 0 ? inArray(departures.groupId, [...actor.leads]) : undefined;
  return within.scope === "branch" ? or(mine, led, eq(bookings.branchId, within.branchId)) : or(mine, led);
}

const selectBookings = (work: Work, ...more: (SQL | undefined)[]) =>
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
    ...(["draft", "pending_payment"] as const).map((status) =>
      and(eq(bookings.status, status), lte(bookings.holdEndsAt, until(MINUTES[status]))),
    ),
  );
  const rows = await selectBookings(work, gt(bookings.holdEndsAt, work.now), soon).orderBy(bookings.id);
  return rows.map(({ id }) => id);
};

type Order = { by: SQL[]; after: (key: string, id: string) => SQL; key: (row: BookingRecord) => string };
const AT = z.tuple([z.iso.datetime(), z.uuid()]);
const CURSORS = { newest: AT, payer: z.tuple([z.string(), z.uuid()]), departure: AT };
const ORDERS: Record<ListBookings["sort"], Order> = {
  newest: {
    by: [desc(bookings.createdAt), desc(bookings.id)],
    after: (at, id) => sql`(${bookings.createdAt}, ${bookings.id}) < (${at}::timestamptz, ${id}::uuid)`,
    key: (row) => row.createdAt.toISOString(),
  },
  payer: {
    by: [asc(bookings.payerName), asc(bookings.id)],
    after: (name, id) => sql`(${bookings.payerName}, ${bookings.id}) > (${name}, ${id}::uuid)`,
    key: (row) => row.payerName,
  },
  departure: {
    by: [asc(departures.startsAt), asc(bookings.id)],
    after: (at, id) => sql`(${departures.startsAt}, ${bookings.id}) > (${at}::timestamptz, ${id}::uuid)`,
    key: (row) => row.departure.startsAt.toISOString(),
  },
};

/** @throws Fault `cursor_invalid`, also for a cursor of another order */
export async function listBookingRows(work: Work, input: ListBookings): Promise<Page<BookingRecord>> {
  const order = ORDERS[input.sort];
  const after = input.cursor ? decodeCursor(input.cursor, CURSORS[input.sort]) : null;
  const rows = await selectBookings(
    work,
    input.departureId ? eq(bookings.departureId, input.departureId) : undefined,
    input.status ? eq(bookings.status, input.status) : undefined,
    input.mine && isPerson(work.actor) ? eq(bookings.payerUserId, work.actor.userId) : undefined,
    inView(work, input.view),
    input.q ? matching(input.q) : undefined,
    after ? order.after(...after) : undefined,
  )
    .orderBy(...order.by)
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [order.key(row), row.id]);
}

const HELD = ["draft", "pending_payment"] as const;
const COMING = ["pending_payment", "partially_paid", "paid"] as const;
/** The three papers nobody travels without. */
const PAPERS = sql`('passport', 'visa', 'vaccine')`;
const lacksPapers = sql`exists (select from booking_pilgrims p where p.agency_id = ${bookings.agencyId}
  and p.booking_id = ${bookings.id} and p.state = 'active' and (select count(*) from pilgrim_documents d
    where d.agency_id = p.agency_id and d.pilgrim_id = p.id and d.kind in ${PAPERS} and d.status = 'accepted') < 3)`;
function inView(work: Work, view: ListBookings["view"]): SQL | undefined {
  const until = new Date(work.now.getTime() + 86_400_000);
  switch (view) {
    case "needs_payment":
      return inArray(bookings.status, ["pending_payment", "partially_paid"]);
    case "holds_today":
      return and(
        inArray(bookings.status, [...HELD]),
        gt(bookings.holdEndsAt, work.now),
        lte(bookings.holdEndsAt, until),
      );
    case "papers":
      return and(inArray(bookings.status, [...COMING]), lacksPapers);
    case "decisions":
      return sql`${bookings.needsDecision}`;
    case "ended":
      return inArray(bookings.status, ["expired", "cancelled"]);
    default:
      return undefined;
  }
}

function matching(q: string) {
  const phone = phonePart(q);
  return or(
    ilike(bookings.payerName, literally(q)),
    ilike(bookings.code, literally(q)),
    phone ? ilike(bookings.payerPhone, phone) : undefined,
  );
}

const VIEWS = ["all", "needs_payment", "holds_today", "papers", "decisions", "ended"] as const;
/** More than so many are not counted: a number nobody reads is not worth a walk through every booking. */
const COUNTED = 1_000;
/** How many each saved view holds, 1,000 at most. */
export async function countViews(work: Work): Promise<Record<(typeof VIEWS)[number], number>> {
  const counted = (view: (typeof VIEWS)[number]) => {
    const some = work.tx
      .select({ id: bookings.id })
      .from(bookings)
      .innerJoin(departures, and(eq(departures.agencyId, bookings.agencyId), eq(departures.id, bookings.departureId)))
      .where(and(eq(bookings.agencyId, agencyOf(work)), withinReach(work), inView(work, view)))
      .limit(COUNTED);
    return sql`(select count(*)::int from ${some} as counted) as ${sql.identifier(view)}`;
  };
  const [row] = await work.tx.execute(sql`select ${sql.join(VIEWS.map(counted), sql`, `)}`);
  return row as Record<(typeof VIEWS)[number], number>;
}

export type NewBooking = Omit<
  typeof bookings.$inferSelect,
  "agencyId" | "createdAt" | "paid" | "extendedAt" | "needsDecision" | "cancelledAt" | "cancelReason"
>;
export function addBookings(work: Work, rows: readonly NewBooking[]) {
  const full = rows.map((row) => ({ ...row, agencyId: agencyOf(work), createdAt: work.now }));
  work.tx.send(insertRows(work.tx, bookings, full));
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

export type NewLine = Omit<typeof bookingLines.$inferSelect, "agencyId" | "createdAt">;
export function addLines(work: Work, rows: readonly NewLine[]) {
  const full = rows.map((row) => ({ ...row, agencyId: agencyOf(work), createdAt: work.now }));
  if (full.length > 0) work.tx.send(insertRows(work.tx, bookingLines, full));
}

export const listLines = (work: Work, bookingId: string) =>
  work.tx
    .select()
    .from(bookingLines)
    .where(and(eq(bookingLines.agencyId, agencyOf(work)), eq(bookingLines.bookingId, bookingId)))
    .orderBy(bookingLines.id);

export const asRow = (row: BookingRecord): BookingRow => ({
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
  currency: row.currency,
  owed: row.owed,
  paid: row.paid,
  holdEndsAt: row.holdEndsAt,
  needsDecision: row.needsDecision,
  settleBy: computeSettleBy(row.departure.startsAt, row.policy.settlementDays),
  createdAt: row.createdAt,
});
