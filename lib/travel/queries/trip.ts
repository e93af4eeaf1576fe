import { listTravellers, type Traveller, takesPlace } from "@/lib/bookings/queries/travellers";
import { dayAt } from "@/lib/i18n/wall";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { type Bookable, findOffer } from "@/lib/packages/queries/departures";
import type { Guest, Leg } from "../contract/place";
import { reachesTrip } from "../policy";
import type { PlaceRow } from "../store/units";

export type Trip = Bookable;
/** Plain verb: a departure within reach. @throws Fault `departure_not_found`, also for what the caller may not know */
export async function loadTrip(work: Work, { id }: { id: string }): Promise<Trip> {
  const offer = await findOffer(work, id);
  if (!offer || !reachesTrip(work.actor, offer)) throw notFound("departure");
  return offer;
}

/** From so many years on a seat at the front is kinder. */
const OLD = 70;
const YEAR_MS = 365.25 * 86_400_000;
const isOld = (birthDate: string | null, now: Date) =>
  birthDate !== null && now.getTime() - Date.parse(`${birthDate}T00:00:00Z`) > OLD * YEAR_MS;

/** Plain verb: who takes a bed and a seat. */
export const listGuests = async (work: Work, departureId: string): Promise<Traveller[]> =>
  (await listTravellers(work, departureId)).filter(({ pilgrim }) => takesPlace(pilgrim));

/** Whoever is old or said something about their health sits in front. */
export const needsFront = (work: Work, { pilgrim }: Traveller) =>
  pilgrim.healthNotes !== null || isOld(pilgrim.birthDate, work.now);

/** Plain verb: somebody as whoever deals out rooms and seats sees them. */
export function asGuest(work: Work, one: Traveller, legs: readonly Leg[], places: readonly PlaceRow[]): Guest {
  const { id, bookingId, passportName, gender, passengerType, roomType, roomWish } = one.pilgrim;
  const mine = places.filter(({ pilgrimId }) => pilgrimId === id).map(({ leg }) => leg);
  return {
    id,
    bookingId,
    gender,
    passengerType,
    roomType,
    roomWish,
    bookingCode: one.booking.code,
    name: passportName,
    needsFront: needsFront(work, one),
    homeless: legs.filter((leg) => !mine.includes(leg)),
  };
}

/** The day a trip leaves, and today, by its own clock. */
export const daysOf = (work: Work, { startsAt, timeZone }: Trip) => ({
  leavesOn: dayAt(startsAt, timeZone),
  today: dayAt(work.now, timeZone),
});
