import { and, asc, count, desc, eq, gt, ilike, inArray, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { bookings } from "@/db/schema/bookings";
import { departures } from "@/db/schema/packages";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { literally, phonePart } from "@/lib/kernel/text";
import type { BookingStatus, BookingSum, ListBookings, SumBookings } from "../contract/booking";
import { HELD } from "../rules/life";
import { type BookingRecord, selectBookings, withinReach } from "./bookings";

const ENDED = ["expired", "cancelled"] satisfies BookingStatus[];

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

function fitting(work: Work, input: SumBookings & { mine?: boolean }): SQL | undefined {
  return and(
    input.departureId ? eq(bookings.departureId, input.departureId) : undefined,
    input.status ? eq(bookings.status, input.status) : undefined,
    input.mine && isPerson(work.actor) ? eq(bookings.payerUserId, work.actor.userId) : undefined,
    inView(work, input.view),
    input.q ? matching(input.q) : undefined,
  );
}

const FIRST = "00000000-0000-0000-0000-000000000000";
/** By their departures' days: of each departure, the soonest first, as many in the order of ids as a page may take, so that
 * nobody sorts all the bookings of one. */
function pickSoonest(work: Work, input: ListBookings, after: readonly [string, string] | null): SQL {
  const [at, last] = after ?? [];
  const { agencyId, id, departureId } = bookings;
  const mine = eq(agencyId, agencyOf(work));
  const beyond =
    after &&
    sql`${id} > case when ${departures.startsAt} = ${at}::timestamptz then ${last}::uuid else ${FIRST}::uuid end`;
  const own = and(mine, eq(departureId, departures.id), withinReach(work), fitting(work, input), beyond ?? undefined);
  const some = work.tx.select({ id }).from(bookings).where(own).orderBy(asc(id)).limit(limitOf(input.limit)).as("some");
  const picked = work.tx
    .select({ id: some.id })
    .from(departures)
    .innerJoinLateral(some, sql`true`)
    .where(
      and(
        eq(departures.agencyId, agencyOf(work)),
        after ? sql`${departures.startsAt} >= ${at}::timestamptz` : undefined,
      ),
    )
    .orderBy(asc(departures.startsAt), asc(some.id))
    .limit(limitOf(input.limit));
  return sql`${id} = any(array(${picked}))`;
}

/** What finds few has an index of its own or is a search: then those few are sorted. */
const findsFew = ({ q, mine, view }: ListBookings) =>
  Boolean(q) || mine || view === "holds_today" || view === "papers" || view === "decisions";

/** @throws Fault `cursor_invalid`, also for a cursor of another order */
export async function listBookingRows(work: Work, input: ListBookings): Promise<Page<BookingRecord>> {
  const order = ORDERS[input.sort];
  const after = input.cursor ? decodeCursor(input.cursor, CURSORS[input.sort], input.sort) : null;
  const rows = await selectBookings(
    work,
    ...(input.sort === "departure" && !findsFew(input)
      ? [pickSoonest(work, input, after)]
      : [fitting(work, input), after ? order.after(...after) : undefined]),
  )
    .orderBy(...order.by)
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [order.key(row), row.id], input.sort);
}

/** As the index of what lacks papers says it. */
const COMING = sql`${bookings.status} in ('pending_payment', 'partially_paid', 'paid')`;
function inView(work: Work, view: ListBookings["view"]): SQL | undefined {
  const until = new Date(work.now.getTime() + 86_400_000);
  switch (view) {
    case "needs_payment":
      return inArray(bookings.status, ["pending_payment", "partially_paid"]);
    case "holds_today":
      return and(inArray(bookings.status, HELD), gt(bookings.holdEndsAt, work.now), lte(bookings.holdEndsAt, until));
    case "papers":
      return and(sql`${bookings.lacksPapers}`, COMING);
    case "decisions":
      return sql`${bookings.needsDecision}`;
    case "ended":
      return inArray(bookings.status, ENDED);
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

const summed = (amount: SQL) =>
  sql`coalesce(sum(${amount}) filter (where ${notInArray(bookings.status, ENDED)}), 0)`.mapWith(Number);
/** What those of the list cost, brought and still lack, the currency of most first. */
export const sumRows = (work: Work, input: SumBookings): Promise<BookingSum[]> =>
  work.tx
    .select({
      currency: bookings.currency,
      bookings: count(),
      owed: summed(sql`${bookings.owed}`),
      paid: summed(sql`${bookings.paid}`),
      rest: summed(sql`greatest(0, ${bookings.owed} - ${bookings.paid})`),
    })
    .from(bookings)
    .innerJoin(departures, and(eq(departures.agencyId, bookings.agencyId), eq(departures.id, bookings.departureId)))
    .where(and(eq(bookings.agencyId, agencyOf(work)), withinReach(work), fitting(work, input)))
    .groupBy(bookings.currency)
    .orderBy(desc(count()), bookings.currency);
