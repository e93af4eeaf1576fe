import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import { BookingStatus } from "./contract/booking";

const booking = { agencyId: z.uuid(), bookingId: z.uuid(), departureId: z.uuid(), payerUserId: z.uuid().nullable() };
type About = { agencyId: string; payerUserId: string | null };
const payerAndStaff = ({ agencyId, payerUserId }: About) => [
  audience.staff(agencyId),
  ...(payerUserId ? [audience.person(agencyId, payerUserId)] : []),
];

/** Seats are held; the lines say what is owed. */
export const bookingPlaced = fact({
  name: "bookings.placed",
  payload: z.object(booking),
  wire: "booking:changed",
  audience: payerAndStaff,
});

/** Its status, its hold, what is owed or who travels is not what it was. */
export const bookingChanged = fact({
  name: "bookings.changed",
  payload: z.object({ ...booking, from: BookingStatus, status: BookingStatus }),
  wire: "booking:changed",
  audience: payerAndStaff,
});

/** All of it or one pilgrim was cancelled. */
export const bookingCancelled = fact({
  name: "bookings.cancelled",
  payload: z.object({ ...booking, pilgrimIds: z.array(z.uuid()), whole: z.boolean() }),
  wire: "booking:changed",
  audience: payerAndStaff,
});

/** The office says whose login a booking is that it wrote down for somebody without one. */
export const bookingGiven = fact({
  name: "bookings.given",
  payload: z.object({ ...booking, payerUserId: z.uuid() }),
  wire: "booking:changed",
  audience: payerAndStaff,
});

/** Somebody else travels on this seat. */
export const pilgrimSubstituted = fact({
  name: "bookings.substituted",
  payload: z.object({ ...booking, pilgrimId: z.uuid(), byId: z.uuid() }),
  wire: "booking:changed",
  audience: payerAndStaff,
});

const place = z.object({ agencyId: z.uuid(), departureId: z.uuid(), entryId: z.uuid(), userId: z.uuid().nullable() });
const waiterAndStaff = ({ agencyId, userId }: z.output<typeof place>) => [
  audience.staff(agencyId),
  ...(userId ? [audience.person(agencyId, userId)] : []),
];

/** Seats are kept for whoever waited longest, for two days. */
export const seatsOffered = fact({ name: "bookings.offered", payload: place, audience: waiterAndStaff });
/** Nobody took them: they are offered to the next. */
export const offerLapsed = fact({ name: "bookings.offer_lapsed", payload: place, audience: waiterAndStaff });
