import { release } from "@/lib/inventory/commands";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Booking, BookingRef, CancelBooking } from "../contract/booking";
import { CancelPilgrim } from "../contract/pilgrim";
import { bookingCancelled } from "../facts";
import { isFrozen, mayChangeBooking } from "../policy";
import { judgeKept } from "../queries/quote";
import { priceOf, showBooking } from "../queries/show";
import { isCalledOff, isCommitted, isLive } from "../rules/life";
import { judgeParty } from "../rules/party";
import type { Kept } from "../rules/refund";
import { addLines, type BookingRecord, listLines, lockBooking, reckonPapers, setBooking } from "../store/bookings";
import { findPilgrim, listParty, type PilgrimRecord, setPilgrim } from "../store/pilgrims";
import { billCancelled } from "./billing";
import { settleBooking } from "./settle";
import { offerSeats } from "./waitlist";

type Leaving = { booking: BookingRecord; leaving: PilgrimRecord[]; staying: PilgrimRecord[] };
type How = { byAgency: boolean; reason?: string };

/** Takes people off a booking: their seats go back once (R5), what is kept follows the table of the day it was booked,
 * and the sum that was worked out is kept with them. */
async function takeOff(work: Work, { booking, leaving, staying }: Leaving, { reason, ...how }: How) {
  const byAgency = how.byAgency || isCalledOff(booking);
  const lines = await listLines(work, booking.id);
  const paysFee = isCommitted(booking.status);
  const kept = leaving.map((one) => {
    const worked = judgeKept(work, booking, priceOf(lines, one.id), byAgency || !paysFee);
    return { one, worked: { ...worked, byAgency } };
  });
  for (const { one, worked } of kept)
    await setPilgrim(work, one, { state: "cancelled", cancellation: { ...worked, at: work.now.toISOString() } });
  reckonPapers(work, booking.id);
  const taken = kept.flatMap(({ one, worked }) => takenBack(one, worked));
  await addLines(work, taken);
  const owed = booking.owed + kept.reduce((sum, { worked }) => sum + worked.kept - worked.price, 0);
  const whole = staying.length === 0;
  await billCancelled(work, booking, taken, whole);
  const end = { status: "cancelled" as const, holdEndsAt: null, cancelledAt: work.now, cancelReason: reason ?? null };
  await setBooking(work, booking, { owed, pilgrimCount: staying.length, ...(whole && end) });
  await release(
    work,
    leaving.flatMap(({ claimId }) => claimId ?? []),
  );
  const { id: bookingId, departureId, payerUserId } = booking;
  const pilgrimIds = leaving.map(({ id }) => id);
  work.tell(bookingCancelled, { agencyId: agencyOf(work), bookingId, departureId, payerUserId, pilgrimIds, whole });
  // What came in may be all that is owed now: their seats are sold then, and they join the group.
  if (!whole && booking.paid > 0) await settleBooking(work, { id: bookingId, paid: booking.paid });
  await offerSeats(work, departureId);
}

const takenBack = ({ id, bookingId, roomType, passengerType }: PilgrimRecord, { price, kept }: Kept) => {
  const about = { bookingId, pilgrimId: id, roomType, passengerType };
  const back = { ...about, id: newId(), kind: "cancelled" as const, amount: -price };
  return kept > 0 ? [back, { ...about, id: newId(), kind: "kept" as const, amount: kept }] : [back];
};

function mustBeLive(work: Work, booking: BookingRecord) {
  const { status, departure } = booking;
  if (!isLive(status) || departure.status === "departed" || departure.status === "completed")
    throw conflict("booking_over", { status });
  if (isFrozen(work.actor, booking)) throw conflict("manifest_frozen");
}

/** Cancels all of a booking.
 * @throws Fault `booking_not_found`, `booking_over` when it was over already, `manifest_frozen` for whoever pays */
export const cancelBooking = command({
  name: "bookings.cancel",
  input: CancelBooking,
  load: (work, { id }) => lockBooking(work, id),
  allow: mayChangeBooking,
  run: async (work, { id, reason }, booking): Promise<Booking> => {
    mustBeLive(work, booking);
    const leaving = (await listParty(work, id)).filter(({ state }) => state === "active");
    await takeOff(work, { booking, leaving, staying: [] }, { byAgency: false, reason });
    return showBooking(work, id);
  },
});

/** Cancels one pilgrim; the last one cancels the booking.
 * @throws Fault `booking_over`, `manifest_frozen`, `pilgrim_not_found`, `pilgrim_gone`, `adult_missing` and `too_many_infants` for who
 * would be left, `guardian_needed` */
export const cancelPilgrim = command({
  name: "bookings.cancel_pilgrim",
  input: CancelPilgrim,
  load: async (work, { id, pilgrimId }) => {
    const booking = await lockBooking(work, id);
    return { ...booking, one: await findPilgrim(work, id, pilgrimId) };
  },
  allow: mayChangeBooking,
  run: async (work, { id, reason }, { one, ...booking }): Promise<Booking> => {
    mustBeLive(work, booking);
    if (one.state !== "active") throw conflict("pilgrim_gone");
    const staying = (await listParty(work, id)).filter(
      ({ state, id: other }) => state === "active" && other !== one.id,
    );
    const wrong = judgeParty(staying.map(({ passengerType }) => passengerType));
    if (wrong) throw conflict(wrong);
    if (staying.some(({ guardianId }) => guardianId === one.id)) throw conflict("guardian_needed");
    await takeOff(work, { booking, leaving: [one], staying }, { byAgency: false, reason });
    return showBooking(work, id);
  },
});

/** The agency cancelled the departure: nothing is kept. On a booking that is over it does nothing. */
export const cancelByAgency = command({
  name: "bookings.cancel_by_agency",
  input: BookingRef,
  load: (work, { id }) => lockBooking(work, id),
  allow: isSystem,
  run: async (work, { id }, booking) => {
    if (!isLive(booking.status)) return false;
    const leaving = (await listParty(work, id)).filter(({ state }) => state === "active");
    await takeOff(work, { booking, leaving, staying: [] }, { byAgency: true });
    return true;
  },
});
