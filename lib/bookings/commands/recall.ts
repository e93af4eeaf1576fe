import { dayAt } from "@/lib/i18n/wall";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Bookable } from "@/lib/packages/queries/departures";
import type { PlaceBooking } from "../contract/booking";
import { Document, PilgrimDetails } from "../contract/pilgrim";
import { mayChangePapers } from "../policy";
import { judgePaper } from "../rules/party";
import { findBooking } from "../store/bookings";
import { listDocuments, listParty, openPapers, type PilgrimRecord } from "../store/pilgrims";
import { judgeDetails } from "./cart";

type Wished = PlaceBooking["pilgrims"][number];
/** What is known of each in a cart, by place who looks after them, and how their papers were judged. */
export type Recalled = { known: PilgrimDetails[]; guardians: (number | null)[]; papers: Document[][] };

/** Plain verb: what was filled in about the people of a booking, and what the office made of their papers, for a new cart:
 * the payer's for the payer, the others' in their order, each for one of their kind. What does not fit this trip is asked
 * for anew, and of whom other details are told the papers are another's.
 * @throws Fault `booking_not_found`, also for what the caller may not change */
export async function recall(work: Work, { again, pilgrims }: PlaceBooking, trip: Bookable): Promise<Recalled | null> {
  if (!again) return null;
  const booking = await findBooking(work, again);
  if (!mayChangePapers(work.actor, booking)) throw notFound("booking");
  const left = (await listParty(work, again)).filter(({ state }) => state === "active");
  const found = pilgrims.map((wish) => take(left, wish));
  const known = found.map((one) => (one ? fitting(work, one, trip) : {}));
  const sameTrip = booking.departureId === trip.id;
  const marks = await listDocuments(
    work,
    found.flatMap((one, i) => (one && !pilgrims[i]?.details ? one.id : [])),
  );
  const leavesOn = dayAt(trip.startsAt, trip.timeZone);
  const isGood = (paper: Document, samePassport: boolean) =>
    (sameTrip || paper.kind !== "visa") &&
    (samePassport || paper.kind !== "passport") &&
    judgePaper(paper, leavesOn) === null;
  const papers = found.map((one, i) => {
    const samePassport = one?.passportExpiresOn === known[i]?.passportExpiresOn;
    const own = marks.filter(({ pilgrimId }) => pilgrimId === one?.id).map((mark) => Document.strip().parse(mark));
    return own.filter((paper) => isGood(paper, samePassport));
  });
  return {
    known,
    papers,
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
