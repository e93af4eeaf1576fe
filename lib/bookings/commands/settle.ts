import { dayAt } from "@/lib/i18n/wall";
import { claim, holdAnew, lockPools, release, sell } from "@/lib/inventory/commands";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, isFault } from "@/lib/kernel/fault";
import { findOffer } from "@/lib/packages/queries/departures";
import { BookingRef, type BookingStatus, Settle, type Settled } from "../contract/booking";
import { bookingChanged } from "../facts";
import { computePaid, DRAFT_HOLD_MS, hasRunOut, isCommitted, isHeld, PAYMENT_HOLD_MS } from "../rules/life";
import { missingToSubmit, takesSeat } from "../rules/party";
import {
  type BookingRecord,
  listLiveIds,
  lockBooking,
  lockBookingsOf,
  reckonPapers,
  reckonPapersOf,
  setBooking,
} from "../store/bookings";
import { listParty, setPilgrim } from "../store/pilgrims";
import { billExpired, billHeld, billMoved, billReseated } from "./billing";
import { EXPIRE } from "./cart";
import { offerSeats } from "./waitlist";

/** What has to come in before the held seats are sold, for everybody who travels. Minor units. */
const depositOf = ({ policy, pilgrimCount }: Pick<BookingRecord, "policy" | "pilgrimCount">) =>
  policy.depositAmount * pilgrimCount;

/** Plain verb: says from where to where a booking went. */
export function tellChanged(work: Work, before: BookingRecord, status: BookingStatus) {
  const { id: bookingId, departureId, payerUserId, status: from } = before;
  work.tell(bookingChanged, { agencyId: agencyOf(work), bookingId, departureId, payerUserId, from, status });
}

/** The claims of whoever still travels and sits. */
const seatsOf = async (work: Work, bookingId: string) =>
  (await listParty(work, bookingId)).filter(({ state, claimId }) => state === "active" && claimId !== null);

const claimIdsOf = (seats: readonly { claimId: string | null }[]) => seats.flatMap(({ claimId }) => claimId ?? []);

/** Plain verb: the seats of a hold whose time is up go back, once, to who waits first (R5). */
async function expire(work: Work, booking: BookingRecord): Promise<BookingRecord> {
  const seats = await seatsOf(work, booking.id);
  // What came in below the deposit bought nothing: somebody decides about it (R6).
  const ended = { status: "expired" as const, holdEndsAt: null, needsDecision: booking.paid > 0 };
  const after = await setBooking(work, booking, ended);
  await release(work, claimIdsOf(seats));
  await billExpired(work, booking);
  tellChanged(work, booking, "expired");
  await offerSeats(work, booking.departureId);
  return after;
}

const buysSeats = (booking: BookingRecord, paid: number) =>
  paid > 0 && paid >= Math.min(depositOf(booking), booking.owed);
/** Seats are sold that what is left of the money no longer pays for. */
export const isShort = (booking: BookingRecord, paid: number) =>
  isCommitted(booking.status) && paid < booking.paid && !buysSeats(booking, paid);

/** Plain verb: sold seats are only held again, for a day, as of any booking that is to be paid.
 * @throws Fault `sold_out` when the departure was made smaller meanwhile */
export async function holdAgain(work: Work, booking: BookingRecord, paid: number): Promise<void> {
  const { id } = booking;
  const seats = await seatsOf(work, id);
  const grants = await holdAnew(work, claimIdsOf(seats));
  for (const [i, seat] of seats.entries()) await setPilgrim(work, seat, { claimId: grants[i]!.claimId });
  const holdEndsAt = addMs(work.now, PAYMENT_HOLD_MS);
  await setBooking(work, booking, { status: "pending_payment", paid, holdEndsAt, needsDecision: false });
  await billHeld(work, booking, holdEndsAt);
  work.later({ task: EXPIRE, key: id, runAt: holdEndsAt, payload: { id } });
  tellChanged(work, booking, "pending_payment");
}

/** Its money went back. Where there is no room to hold its seats any more they are gone, and the money goes all the same. */
async function fallBack(work: Work, booking: BookingRecord, paid: number): Promise<Settled> {
  try {
    await holdAgain(work, booking, paid);
    return { outcome: "below_deposit", status: "pending_payment" };
  } catch (error) {
    if (!isFault(error) || error.code !== "sold_out") throw error;
    await expire(work, await setBooking(work, booking, { paid }));
    return { outcome: paid > 0 ? "needs_seat_or_refund" : "settled", status: "expired" };
  }
}

/**
 * Plain verb for whoever keeps the money: so much has come in for this booking in all, in minor units of its currency
 * (a refund makes it less). The status follows the sum, never the last payment (R15); from the deposit on the seats are
 * sold, and below it only held again. Money for seats that are gone is noted and waits for a person: a seat or a refund (R6).
 * @throws Fault `booking_not_found`
 */
export async function settleBooking(work: Work, { id, paid }: { id: string; paid: number }): Promise<Settled> {
  const found = await lockBooking(work, id);
  const booking = hasRunOut(found, work.now) ? await expire(work, found) : found;
  // Once the trip has begun nobody is put off the bus.
  if (isShort(booking, paid) && booking.departure.startsAt > work.now) return fallBack(work, booking, paid);
  const status = computePaid(booking.status, paid, { owed: booking.owed, deposit: depositOf(booking) });
  const isSeated = isCommitted(status) || status === "completed";
  const isLate =
    !isSeated && !isHeld(status) && paid > (status === "cancelled" ? Math.max(booking.owed, booking.paid) : 0);
  if (isCommitted(status) && isHeld(booking.status)) await sell(work, claimIdsOf(await seatsOf(work, id)));
  const hold = isCommitted(status) ? { holdEndsAt: null } : {};
  await setBooking(work, booking, { status, paid, needsDecision: isLate, ...hold });
  tellChanged(work, booking, status);
  const outcome = isLate ? "needs_seat_or_refund" : isHeld(status) ? "below_deposit" : "settled";
  return { outcome, status };
}

/** The same by the house itself. */
export const settle = command({
  name: "bookings.settle",
  input: Settle,
  load: (work, { id }) => lockBooking(work, id),
  allow: isSystem,
  run: (work, input) => settleBooking(work, input),
});

/** Lets a hold go whose time is up; on any other booking it does nothing. Returns whether it did. */
export const expireBooking = command({
  name: "bookings.expire",
  input: BookingRef,
  load: (work, { id }) => lockBooking(work, id),
  allow: isSystem,
  run: async (work, _input, booking) => {
    if (!hasRunOut(booking, work.now)) return false;
    await expire(work, booking);
    return true;
  },
});

/** Of whoever travels, what still has to be known before the seats are held to be paid. */
export async function listMissing(work: Work, { id, departure }: BookingRecord) {
  const leavesOn = dayAt(departure.startsAt, departure.timeZone);
  return (await listParty(work, id))
    .filter(({ state }) => state === "active")
    .map((one) => ({ pilgrimId: one.id, missing: missingToSubmit(one, leavesOn) }))
    .filter(({ missing }) => missing.length > 0);
}

/** Seats anew for a hold that ran out, if there are any: to be paid, or as a draft while names are missing. */
export async function reseat(work: Work, booking: BookingRecord): Promise<void> {
  if (booking.status !== "expired") throw conflict("booking_over");
  // Behind the pool's lock nobody calls it off any more.
  await lockPools(work, [booking.departure.poolId]);
  const offer = await findOffer(work, booking.departureId);
  if (offer?.status !== "open" || offer.startsAt <= work.now) throw conflict("departure_not_open");
  const seated = (await listParty(work, booking.id)).filter(
    ({ state, passengerType }) => state === "active" && takesSeat(passengerType),
  );
  const lines = seated.map(({ id }) => ({ poolId: offer.poolId, quantity: 1, holder: `booking_pilgrim:${id}` }));
  const grants = await claim(work, lines, "held");
  for (const [i, pilgrim] of seated.entries()) await setPilgrim(work, pilgrim, { claimId: grants[i]!.claimId });
  const isDraft = (await listMissing(work, booking)).length > 0;
  const status = isDraft ? "draft" : "pending_payment";
  const holdEndsAt = addMs(work.now, isDraft ? DRAFT_HOLD_MS : PAYMENT_HOLD_MS);
  await setBooking(work, booking, { status, holdEndsAt, needsDecision: false });
  work.later({ task: EXPIRE, key: booking.id, runAt: holdEndsAt, payload: { id: booking.id } });
  // While it was over it did not follow its departure to other days.
  await billMoved(work, [booking.id], offer.startsAt);
  reckonPapers(work, booking.id);
  await billReseated(work, booking);
  await billHeld(work, booking, holdEndsAt);
  tellChanged(work, booking, status);
  await settleBooking(work, { id: booking.id, paid: booking.paid });
}

/** The departure may leave on another day than when they booked: what they owe is due, and asked for, by the new one, and
 * papers are to be good on it. */
export const followDates = command({
  name: "bookings.follow_dates",
  input: BookingRef,
  load: async (work, { id }) => ({ offer: await findOffer(work, id), ids: await listLiveIds(work, id) }),
  allow: isSystem,
  run: async (work, { id }, { offer, ids }) => {
    if (!offer) return 0;
    // Bookings before their invoices (R3).
    await reckonPapersOf(work, id);
    return billMoved(work, ids, offer.startsAt);
  },
});

/** The trip is over: what was paid for is done. */
export const completeBookings = command({
  name: "bookings.complete",
  input: BookingRef,
  load: (work, { id }) => lockBookingsOf(work, id, ["partially_paid", "paid"]),
  allow: isSystem,
  run: async (work, _input, rows) => {
    for (const row of rows) {
      await setBooking(work, row, { status: "completed" });
      tellChanged(work, row, "completed");
    }
    return rows.length;
  },
});
