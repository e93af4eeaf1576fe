import { and, asc, desc, eq, getTableColumns, gte, ilike, inArray, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { prepared } from "@/db/prepared";
import { limitOf } from "@/db/rows";
import { waitlistEntries } from "@/db/schema/booking-papers";
import { pools } from "@/db/schema/inventory";
import { departures, type FlightRow, packages } from "@/db/schema/packages";
import type { Tx } from "@/db/tx";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally } from "@/lib/kernel/text";
import type { Departure, DepartureStatus, Flight, ListDepartures, Seats } from "../contract/departure";
import type { PublicDeparture } from "../contract/public";
import { mayChangePackage } from "../policy";
import { computeStatus } from "../rules/life";
import { type PackageRow, packagesInReach, showPriceFrom, showPrices } from "./packages";

export type DepartureRow = typeof departures.$inferSelect & {
  package: Pick<PackageRow, "name" | "category" | "hotels" | "airline" | "travelClass" | "days" | "photos">;
  policy: Pick<PackageRow, "depositAmount" | "settlementDays" | "cancellationTiers">;
  seats: Seats;
  isPublic: boolean;
};

const left = sql<number>`greatest(0, ${pools.capacity} - ${pools.held} - ${pools.sold})`;
const columns = {
  ...getTableColumns(departures),
  package: {
    name: packages.name,
    category: packages.category,
    hotels: packages.hotels,
    airline: packages.airline,
    travelClass: packages.travelClass,
    days: packages.days,
    photos: packages.photos,
  },
  policy: {
    depositAmount: packages.depositAmount,
    settlementDays: packages.settlementDays,
    cancellationTiers: packages.cancellationTiers,
  },
  seats: { capacity: pools.capacity, held: pools.held, sold: pools.sold, left },
  isPublic: sql<boolean>`${packages.publishedAt} is not null and ${packages.archivedAt} is null
    and ${departures.status} <> 'draft'`,
};

/** Who was offered seats keeps their way to them while the offer runs, also when it is for sale no more. */
function isOffered({ actor, now }: Work): SQL | undefined {
  const { agencyId, departureId, userId, status, offerEndsAt } = waitlistEntries;
  if (!isPerson(actor)) return undefined;
  return sql`exists (select 1 from ${waitlistEntries} where ${agencyId} = ${departures.agencyId}
    and ${departureId} = ${departures.id} and ${userId} = ${actor.userId} and ${status} = 'offered'
    and ${offerEndsAt} > ${now.toISOString()}::timestamptz)`;
}

/** Whoever does not work for the agency sees what is for sale, or was. */
function withinReach(work: Work): SQL | undefined {
  const { scope } = reach(work.actor, "packages");
  const open = scope === "self" || scope === "none" || scope === "groups" ? ne(departures.status, "draft") : undefined;
  const within = packagesInReach(work);
  return and(open, within && or(within, isOffered(work)));
}

const withPackage = (tx: Tx) =>
  tx
    .select(columns)
    .from(departures)
    .innerJoin(packages, and(eq(packages.agencyId, departures.agencyId), eq(packages.id, departures.packageId)))
    .innerJoin(pools, and(eq(pools.agencyId, departures.agencyId), eq(pools.id, departures.poolId)))
    .$dynamic();
/** With their packages and seats, within no reach but the agency. */
export const selectDepartures = (work: Work, ...more: (SQL | undefined)[]) =>
  withPackage(work.tx).where(and(eq(departures.agencyId, agencyOf(work)), ...more));

/** @throws Fault `departure_not_found`, also for what the caller may not know */
export async function findDeparture(work: Work, id: string): Promise<DepartureRow> {
  const [row] = await selectDepartures(work, eq(departures.id, id), withinReach(work));
  if (!row) throw notFound("departure");
  return row;
}

/** The same, and its dates and status stand still until the commit. */
export async function lockDeparture(work: Work, id: string): Promise<DepartureRow> {
  const [row] = await selectDepartures(work, eq(departures.id, id), withinReach(work)).for("no key update", {
    of: departures,
  });
  if (!row) throw notFound("departure");
  return row;
}

const bookableQuery = prepared((tx) =>
  withPackage(tx).where(
    and(eq(departures.agencyId, sql.placeholder("agencyId")), eq(departures.id, sql.placeholder("id"))),
  ),
);
/** For whoever books or reads a booking: without reach, since who booked knows the departure. */
export async function findBookable(work: Work, id: string): Promise<DepartureRow | null> {
  const [row] = await bookableQuery(work.tx, { agencyId: agencyOf(work), id });
  return row ?? null;
}

const CURSORS = { day: z.tuple([z.iso.datetime(), z.uuid()]), package: z.tuple([z.string(), z.uuid()]) };
/** By day the next one first, of past ones the last. @throws Fault `cursor_invalid`, also for a cursor of another order */
export async function listDepartureRows(work: Work, input: ListDepartures): Promise<Page<DepartureRow>> {
  const { sort, when } = input;
  const past = when === "past";
  const order = past ? `${sort} back` : sort;
  const after = input.cursor ? decodeCursor(input.cursor, CURSORS[sort], order) : null;
  const [column, kind] = sort === "day" ? [departures.startsAt, sql`timestamptz`] : [packages.name, sql`text`];
  const [turn, beyond] = sort === "day" && past ? [desc, sql`<`] : [asc, sql`>`];
  const rows = await selectDepartures(
    work,
    withinReach(work),
    input.id ? eq(departures.packageId, input.id) : undefined,
    input.status ? inStatus(input.status) : undefined,
    when === "all" ? undefined : past ? lt(departures.endsAt, work.now) : gte(departures.endsAt, work.now),
    input.q ? or(ilike(packages.name, literally(input.q)), ilike(departures.city, literally(input.q))) : undefined,
    after ? sql`(${column}, ${departures.id}) ${beyond} (${after[0]}::${kind}, ${after[1]}::uuid)` : undefined,
  )
    .orderBy(turn(column), turn(departures.id))
    .limit(limitOf(input.limit));
  const keyOf = (row: DepartureRow) => (sort === "day" ? row.startsAt.toISOString() : row.package.name);
  return cutPage(rows, input.limit, (row) => [keyOf(row), row.id], order);
}

const inStatus = (status: DepartureStatus): SQL | undefined =>
  status === "full"
    ? and(eq(departures.status, "open"), sql`${left} = 0`)
    : and(eq(departures.status, status), status === "open" ? sql`${left} > 0` : undefined);

/** @throws Fault `group_not_found` for a group that is not there, or not the agency's */
const knowingGroup = (change: PromiseLike<unknown>) =>
  Promise.resolve(change).catch((error: { cause?: { constraint_name?: string } }) => {
    throw error.cause?.constraint_name === "departures_group" ? notFound("group") : error;
  });

export async function addDeparture(work: Work, row: Omit<typeof departures.$inferInsert, "agencyId" | "createdAt">) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  await knowingGroup(work.tx.insert(departures).values(full));
  work.changed("departures", row.id, null, full);
}

export async function setDeparture(work: Work, before: DepartureRow, change: Partial<typeof departures.$inferInsert>) {
  const after = { ...change, version: before.version + 1 };
  const mine = and(eq(departures.agencyId, agencyOf(work)), eq(departures.id, before.id));
  await knowingGroup(work.tx.update(departures).set(after).where(mine));
  const was = Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof DepartureRow]]));
  work.changed("departures", before.id, was, after);
}

/** Departures whose day has come or gone by the clock, and what they become. */
export async function lockDue(work: Work): Promise<DepartureRow[]> {
  return selectDepartures(
    work,
    or(
      and(inArray(departures.status, ["open", "closed"]), lte(departures.startsAt, work.now)),
      and(eq(departures.status, "departed"), lte(departures.endsAt, work.now)),
    ),
  )
    .orderBy(asc(departures.id))
    .for("no key update", { of: departures });
}

const readFlights = (flights: readonly FlightRow[]): Flight[] =>
  flights.map((one) => ({ ...one, departsAt: new Date(one.departsAt), arrivesAt: new Date(one.arrivesAt) }));
export const keepFlights = (flights: readonly Flight[]): FlightRow[] =>
  flights.map((one) => ({
    ...one,
    departsAt: one.departsAt.toISOString(),
    arrivesAt: one.arrivesAt.toISOString(),
  }));

function asOffered(row: DepartureRow) {
  const { id, packageId, city, startsAt, endsAt, timeZone, currency, seats } = row;
  const { name: packageName, category } = row.package;
  return {
    id,
    packageId,
    packageName,
    category,
    city,
    startsAt,
    endsAt,
    timeZone,
    currency,
    priceFrom: showPriceFrom(currency, row.priceFrom),
    seats,
    status: computeStatus(row.status, seats),
    flights: readFlights(row.flights),
    prices: showPrices(currency, row.prices),
  };
}

export const asDeparture = (work: Work, row: DepartureRow): Departure => ({
  ...asOffered(row),
  branchId: row.branchId,
  groupId: row.groupId,
  capacity: row.seats.capacity,
  version: row.version,
  mayChange: mayChangePackage(work.actor, row),
});

export function asPublic(row: DepartureRow): PublicDeparture {
  const { hotels, airline, travelClass, days, photos } = row.package;
  return { ...asOffered(row), hotels, airline, travelClass, days, photos };
}
