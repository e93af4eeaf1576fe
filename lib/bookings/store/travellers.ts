import { and, asc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { isOneOf } from "@/db/rows";
import { pilgrimDocuments } from "@/db/schema/booking-papers";
import { bookingPilgrims, bookings } from "@/db/schema/bookings";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** Whose seats are asked for or sold; a draft may be gone in half an hour. */
const TRAVELLING = ["pending_payment", "partially_paid", "paid", "completed"] as const;

const ofDeparture = (work: Work, departureId: string) =>
  and(
    ...[eq(bookingPilgrims.agencyId, agencyOf(work)), eq(bookingPilgrims.departureId, departureId)],
    // The same once more of the booking: so both sides are found by their departure, however large the agency is.
    ...[eq(bookings.agencyId, agencyOf(work)), eq(bookings.departureId, departureId)],
    ...[eq(bookingPilgrims.state, "active"), inArray(bookings.status, [...TRAVELLING])],
  );
const itsBooking = and(eq(bookings.agencyId, bookingPilgrims.agencyId), eq(bookings.id, bookingPilgrims.bookingId));

/** Everybody who travels on a departure, family by family, with where their booking stands. */
export const selectTravellers = (work: Work, departureId: string) =>
  work.tx
    .select({
      pilgrim: bookingPilgrims,
      booking: {
        code: bookings.code,
        status: bookings.status,
        payerName: bookings.payerName,
        payerPhone: bookings.payerPhone,
        policy: bookings.policy,
      },
    })
    .from(bookingPilgrims)
    .innerJoin(bookings, itsBooking)
    .where(ofDeparture(work, departureId))
    .orderBy(asc(bookings.createdAt), asc(bookings.id), asc(bookingPilgrims.position), asc(bookingPilgrims.id));

/** Who of these people travels. */
export async function selectTravelling(work: Work, departureId: string, pilgrimIds: readonly string[]) {
  const rows = await work.tx
    .select({ id: bookingPilgrims.id })
    .from(bookingPilgrims)
    .innerJoin(bookings, itsBooking)
    .where(and(ofDeparture(work, departureId), isOneOf(bookingPilgrims.id, pilgrimIds)));
  return new Set(rows.map(({ id }) => id));
}

/** Which papers of these people were accepted and are good on that day, by pilgrim. */
export const selectAccepted = (work: Work, pilgrimIds: readonly string[], on: string) =>
  work.tx
    .select({
      pilgrimId: pilgrimDocuments.pilgrimId,
      kinds: sql<string[]>`array_agg(${pilgrimDocuments.kind})`,
    })
    .from(pilgrimDocuments)
    .where(
      and(
        ...[eq(pilgrimDocuments.agencyId, agencyOf(work)), isOneOf(pilgrimDocuments.pilgrimId, pilgrimIds)],
        eq(pilgrimDocuments.status, "accepted"),
        or(isNull(pilgrimDocuments.expiresOn), gte(pilgrimDocuments.expiresOn, on)),
      ),
    )
    .groupBy(pilgrimDocuments.pilgrimId);
