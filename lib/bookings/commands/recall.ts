import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Bookable } from "@/lib/packages/queries/departures";
import type { PlaceBooking } from "../contract/booking";
import { PilgrimDetails } from "../contract/pilgrim";
import { mayChangePapers } from "../policy";
import { findBooking } from "../store/bookings";
import { listParty, openPapers, type PilgrimRecord } from "../store/pilgrims";
import { judgeDetails } from "./cart";

type Wished = PlaceBooking["pilgrims"][number];
/** What is known of each in a cart, and by place who looks after them. */
export type Recalled = { known: PilgrimDetails[]; guardians: (number | null)[] };

/** Plain verb: what was filled in about the people of a booking, for a new cart: the payer's for the payer, the others' in
 * their order, each for one of their kind. What does not fit this trip is asked for anew.
 * @throws Fault `booking_not_found`, also for what the caller may not change */
export async function recall(work: Work, { again, pilgrims }: PlaceBooking, trip: Bookable): Promise<Recalled | null> {
  if (!again) return null;
  const booking = await findBooking(work, again);
  if (!mayChangePapers(work.actor, booking)) throw notFound("booking");
  const left = (await listParty(work, again)).filter(({ state }) => state === "active");
  const found = pilgrims.map((wish) => take(left, wish));
  return {
    known: found.map((one) => (one ? fitting(work, one, trip) : {})),
    guardians: found.map((one) => found.findIndex((other) => other && other.id === one?.guardianId)),
  };
}

function take(left: PilgrimRecord[], { passengerType, isPayer }: Wished): PilgrimRecord | null {
  const at = left.findIndex((one) => one.passengerType === passengerType && (one.userId !== null) === isPayer);
  return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
}

function fitting(work: Work, one: PilgrimRecord, trip: Bookable): PilgrimDetails {
  const { guardianId: _, ...open } = PilgrimDetails.strip().parse({ ...one, ...openPapers(work, one) });
  const { birthDate, passportExpiresOn } = open;
  const isOff = (asked: PilgrimDetails) => judgeDetails("", one.passengerType, asked, trip) !== null;
  return {
    ...open,
    ...(isOff({ birthDate }) && { birthDate: null }),
    ...(isOff({ passportExpiresOn }) && { passportExpiresOn: null }),
  };
}
