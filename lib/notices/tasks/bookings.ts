import type { Booking } from "@/lib/bookings/contract/booking";
import { bookingCancelled, bookingChanged, bookingPlaced, offerLapsed, seatsOffered } from "@/lib/bookings/facts";
import { listEndingHolds, listWaitlist, readBooking } from "@/lib/bookings/queries/bookings";
import { listLive } from "@/lib/bookings/queries/live";
import { dayAt } from "@/lib/i18n/wall";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { oneByOne } from "@/lib/kernel/one-by-one";
import type { Ports } from "@/lib/kernel/ports";
import { everyAgency, on, type Task } from "@/lib/kernel/task";
import { departureRedated } from "@/lib/packages/facts";
import { readDeparture } from "@/lib/packages/queries/departures";
import type { About, NoticeKind } from "../contract";
import { tellGuest, tellPerson } from "./tell";

/** Whoever pays: under their bell, or where they were written down to be reached. */
function tellPayer(call: Call, ports: Ports, booking: Booking, kind: NoticeKind, key: string, more: About = {}) {
  const { id: bookingId, code: label, payer, holdEndsAt } = booking;
  const about = { bookingId, label, ...(holdEndsAt && { at: holdEndsAt.toISOString() }), ...more };
  const news = { kind, about, dedupeKey: `${kind}:${bookingId}:${key}` };
  return payer.userId ? tellPerson(call, ports, payer.userId, news) : tellGuest(call, ports, payer, news);
}

type Place = { departureId: string; entryId: string; userId: string | null };
type Turn = { kind: NoticeKind; status: "offered" | "lapsed" };

/** Whoever stands in a queue, while that is still so. */
async function tellWaiting(call: Call, ports: Ports, { departureId, entryId, userId }: Place, { kind, status }: Turn) {
  const { data } = await listWaitlist(call, { id: departureId });
  const entry = data.find(({ id }) => id === entryId);
  if (entry?.status !== status || !entry.offerEndsAt) return;
  const { packageName: label } = await readDeparture(call, { id: departureId });
  const about = { departureId, label, at: entry.offerEndsAt.toISOString() };
  const news = { kind, about, dedupeKey: `${kind}:${entryId}:${about.at}` };
  const guest = { name: entry.personName, email: null, phone: entry.phone };
  await (userId ? tellPerson(call, ports, userId, news) : tellGuest(call, ports, guest, news));
}

export const tasks: Task[] = [
  on(bookingPlaced, "notices.booking_placed", async (call, { bookingId }, ports) => {
    const booking = await readBooking(call, { id: bookingId });
    if (booking.holdEndsAt) await tellPayer(call, ports, booking, "booking_placed", "once");
  }),
  on(bookingChanged, "notices.booking_changed", async (call, { bookingId, from, status }, ports) => {
    const booking = await readBooking(call, { id: bookingId });
    // Something else has happened since: that has its own news (R75).
    if (booking.status !== status || from === status) return;
    if (status === "expired") await tellPayer(call, ports, booking, "booking_expired", call.requestId);
    const wasHeld = from === "draft" || from === "pending_payment";
    if (wasHeld && (status === "partially_paid" || status === "paid"))
      await tellPayer(call, ports, booking, "booking_seated", call.requestId);
  }),
  on(bookingCancelled, "notices.booking_cancelled", async (call, { bookingId, whole }, ports) => {
    const booking = await readBooking(call, { id: bookingId });
    await tellPayer(call, ports, booking, whole ? "booking_cancelled" : "booking_reduced", call.requestId);
  }),
  on(departureRedated, "notices.booking_moved", async (call, { departureId, from, to }, ports) => {
    const { startsAt, endsAt, timeZone } = await readDeparture(call, { id: departureId });
    // Moved once more since: that has its own news (R75).
    if (dayAt(startsAt, timeZone) !== from || dayAt(endsAt, timeZone) !== to) return;
    await oneByOne(await listLive(call, { id: departureId }), async (id) => {
      const booking = await readBooking(call, { id });
      await tellPayer(call, ports, booking, "booking_moved", call.requestId, { days: { from, to } });
    });
  }),
  on(seatsOffered, "notices.seats_offered", (call, place, ports) =>
    tellWaiting(call, ports, place, { kind: "seats_offered", status: "offered" }),
  ),
  on(offerLapsed, "notices.offer_lapsed", (call, place, ports) =>
    tellWaiting(call, ports, place, { kind: "offer_lapsed", status: "lapsed" }),
  ),
  everyAgency("*/5 * * * *", "notices.holds_end", async (call, _payload, ports) => {
    await oneByOne(await listEndingHolds(call, {}), async (id) => {
      const booking = await readBooking(call, { id }).catch((error: unknown) => {
        if (isFault(error)) return null;
        throw error;
      });
      const key = booking?.holdEndsAt?.toISOString();
      if (booking && key) await tellPayer(call, ports, booking, "booking_hold_ends", key);
    });
  }),
];
