import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { insertRows, isOneOf } from "@/db/rows";
import { bookingPilgrims } from "@/db/schema/bookings";
import { travelPlaces, travelUnits } from "@/db/schema/travel";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { Leg } from "../contract/place";

export type UnitRow = typeof travelUnits.$inferSelect;
export type PlaceRow = typeof travelPlaces.$inferSelect;

const unitsOn = (work: Work, departureId: string, legs: readonly Leg[]) =>
  and(
    ...[eq(travelUnits.agencyId, agencyOf(work)), eq(travelUnits.departureId, departureId)],
    inArray(travelUnits.leg, [...legs]),
  );

/** Rooms or buses by their names. */
export const listUnits = (work: Work, departureId: string, legs: readonly Leg[]): Promise<UnitRow[]> =>
  work.tx
    .select()
    .from(travelUnits)
    .where(unitsOn(work, departureId, legs))
    .orderBy(asc(travelUnits.leg), asc(travelUnits.name));

/** The same; whoever deals out places of these legs waits for each other here, also where there is no unit yet. */
export function lockUnits(work: Work, departureId: string, legs: readonly Leg[]): Promise<UnitRow[]> {
  const key = `travel:${departureId}:${legs.includes("bus") ? "bus" : "rooms"}`;
  work.tx.send(work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`));
  return listUnits(work, departureId, legs);
}

export const listPlaces = (work: Work, departureId: string, legs: readonly Leg[]): Promise<PlaceRow[]> =>
  work.tx
    .select()
    .from(travelPlaces)
    .where(
      and(
        ...[eq(travelPlaces.agencyId, agencyOf(work)), eq(travelPlaces.departureId, departureId)],
        inArray(travelPlaces.leg, [...legs]),
      ),
    )
    .orderBy(asc(travelPlaces.unitId), asc(travelPlaces.number));

type NewUnit = Omit<UnitRow, "agencyId" | "createdAt">;
export async function addUnits(work: Work, rows: readonly NewUnit[]) {
  if (rows.length === 0) return;
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  await insertRows(work.tx, travelUnits, full);
  for (const row of full) work.changed("travel_units", row.id, null, row);
}

/** Fewer places than are taken: the database refuses it by the check on each place. */
export async function setUnit(work: Work, before: UnitRow, change: Partial<NewUnit>) {
  await work.tx
    .update(travelUnits)
    .set(change)
    .where(and(eq(travelUnits.agencyId, agencyOf(work)), eq(travelUnits.id, before.id)));
  work.changed("travel_units", before.id, before, { ...before, ...change });
}

export async function removeUnits(work: Work, rows: readonly UnitRow[]) {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await work.tx.delete(travelUnits).where(and(eq(travelUnits.agencyId, agencyOf(work)), isOneOf(travelUnits.id, ids)));
  for (const row of rows) work.changed("travel_units", row.id, row, null);
}

export function addPlaces(work: Work, rows: readonly Omit<PlaceRow, "agencyId" | "createdAt">[]) {
  if (rows.length === 0) return;
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  work.tx.send(insertRows(work.tx, travelPlaces, full));
  for (const row of full) work.changed("travel_places", row.id, null, row);
}

export async function removePlaces(work: Work, rows: readonly PlaceRow[]) {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const gone = and(eq(travelPlaces.agencyId, agencyOf(work)), isOneOf(travelPlaces.id, ids));
  await work.tx.delete(travelPlaces).where(gone);
  for (const row of rows) work.changed("travel_places", row.id, row, null);
}

/** Every place these pilgrims have, on whatever leg. */
export const listPlacesOf = (work: Work, pilgrimIds: readonly string[]): Promise<PlaceRow[]> =>
  work.tx
    .select()
    .from(travelPlaces)
    .where(and(eq(travelPlaces.agencyId, agencyOf(work)), isOneOf(travelPlaces.pilgrimId, pilgrimIds)))
    .orderBy(asc(travelPlaces.id));

/** Who of a booking has a place somewhere. */
export async function listPlacesOfBooking(work: Work, bookingId: string): Promise<string[]> {
  const rows = await work.tx
    .selectDistinct({ pilgrimId: travelPlaces.pilgrimId })
    .from(travelPlaces)
    .innerJoin(
      bookingPilgrims,
      and(eq(bookingPilgrims.agencyId, travelPlaces.agencyId), eq(bookingPilgrims.id, travelPlaces.pilgrimId)),
    )
    .where(and(eq(travelPlaces.agencyId, agencyOf(work)), eq(bookingPilgrims.bookingId, bookingId)));
  return rows.map(({ pilgrimId }) => pilgrimId);
}
