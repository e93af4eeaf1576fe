import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

/** What policy asks about a booking. */
export type BookingSubject = { branchId: string | null; groupId: string | null; payerUserId: string | null };

const asSubject = ({ branchId, groupId, payerUserId }: BookingSubject) => ({
  branchId,
  ...(groupId && { groupId }),
  ...(payerUserId && { userId: payerUserId }),
});
/** Whoever pays for it, also where their membership says nothing of bookings. */
const isPayer = (actor: Actor, { payerUserId }: BookingSubject) => isPerson(actor) && actor.userId === payerUserId;

export const maySeeBooking = (actor: Actor, booking: BookingSubject) =>
  isPayer(actor, booking) || may(actor, "see", "bookings", asSubject(booking));
export const mayChangeBooking = (actor: Actor, booking: BookingSubject) =>
  isPayer(actor, booking) || may(actor, "change", "bookings", asSubject(booking));
/** Staff who sell: they book for others, and decide what a payer can't. */
export const maySell = (actor: Actor, { branchId }: { branchId: string | null }) =>
  may(actor, "change", "bookings", { branchId });
/** Seats of a departure of the whole agency every branch sells: what it sells of them is its own. */
export const maySellSeats = (actor: Actor, { branchId }: { branchId: string | null }) =>
  maySell(actor, { branchId: branchId ?? (isPerson(actor) ? actor.branchId : null) });
/** Whoever sells keeps the queue too; of a departure of the whole agency a branch keeps those whom it put there. */
export const maySellTo = (actor: Actor, offer: { branchId: string | null }, entry: { branchId: string | null }) =>
  maySell(actor, { branchId: offer.branchId ?? entry.branchId });
/** Passport, national id, health: not for viewers and leaders. */
export const maySeePapers = (actor: Actor, booking: BookingSubject) =>
  isPayer(actor, booking) || may(actor, "see", "papers", asSubject(booking));
export const mayChangePapers = (actor: Actor, booking: BookingSubject) =>
  isPayer(actor, booking) || may(actor, "change", "papers", asSubject(booking));
/** Leaders look after health on the road (PRODUCT 3). */
export const maySeeHealth = (actor: Actor, booking: BookingSubject) =>
  maySeePapers(actor, booking) ||
  (isPerson(actor) && booking.groupId !== null && actor.leads.includes(booking.groupId));
/** Whether a paper was seen and is good: staff who prepare the trip, never the payer. */
export const mayJudgePapers = (actor: Actor, { branchId }: BookingSubject) =>
  may(actor, "change", "papers", { branchId });
/** Once the list of who flies is closed, only who prepares the trip changes who is on it. */
export const isFrozen = (actor: Actor, booking: BookingSubject & { departure: { manifestFrozenAt: Date | null } }) =>
  booking.departure.manifestFrozenAt !== null && !mayJudgePapers(actor, booking);
/** Anybody who is signed in and not shut out may book for themself; for others, whoever sells. */
export const mayBook = (actor: Actor, { forOthers, shutOut, sells }: Booking) =>
  sells || (isPerson(actor) && !forOthers && !shutOut);
type Booking = { forOthers: boolean; shutOut: boolean; sells: boolean };
export const mayExportBookings = (actor: Actor, { branchId }: { branchId: string | null }) =>
  may(actor, "export", "bookings", { branchId });
/** What all of it comes to: totals, without a name (PRODUCT 3). */
export const maySumBookings = (actor: Actor, { branchId }: { branchId: string | null }) =>
  maySeeWaitlist(actor, { branchId }) && may(actor, "see", "reports", { branchId });
export const mayListBookings = (actor: Actor) => isPerson(actor) && actor.roles.length > 0;
/** Staff see the queue. */
export const maySeeWaitlist = (actor: Actor, { branchId }: { branchId: string | null }) =>
  reach(actor, "bookings").scope !== "groups" && may(actor, "see", "bookings", { branchId });
