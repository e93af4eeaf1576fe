import { z } from "zod";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { findOffer } from "@/lib/packages/queries/departures";
import { BookingRef, ListBookings, SumBookings } from "../contract/booking";
import { ListWaitlist, ListWaits } from "../contract/waitlist";
import { mayExportBookings, mayListBookings, maySeeBooking, maySeeWaitlist, maySumBookings } from "../policy";
import { asRow, findBooking, listEndingIds } from "../store/bookings";
import { countViews, listBookingRows, sumRows } from "../store/lists";
import { asEntry, listEntries } from "../store/waitlist";
import { countWaiting, listWaitingRows, listWaitsOf } from "../store/waits";
import { showBooking } from "./show";

/** A booking with its people and what it owes. @throws Fault `booking_not_found` */
export const readBooking = query({
  name: "bookings.read",
  input: BookingRef,
  load: (work, { id }) => findBooking(work, id),
  allow: maySeeBooking,
  run: (work, { id }) => showBooking(work, id),
});

async function list(work: Work, input: ListBookings) {
  const page = await listBookingRows(work, input);
  return { ...page, data: page.data.map(asRow) };
}

/** Bookings within reach, newest first. */
export const listBookings = query({
  name: "bookings.list",
  input: ListBookings,
  load: async ({ actor }) => actor,
  allow: mayListBookings,
  run: list,
});

const ownBranch = async ({ actor }: Work) => ({ branchId: isPerson(actor) ? actor.branchId : null });

/** The same list, taken out of the house. */
export const exportBookings = query({
  name: "bookings.export",
  input: ListBookings,
  load: ownBranch,
  allow: mayExportBookings,
  run: list,
});

/** How many each saved view of the office holds. */
export const countBookings = query({
  name: "bookings.count",
  input: z.strictObject({}),
  load: ownBranch,
  allow: maySeeWaitlist,
  run: async (work) => ({ ...(await countViews(work)), waitlist: await countWaiting(work) }),
});

/** What the list comes to, by currency. */
export const sumBookings = query({
  name: "bookings.sum",
  input: SumBookings,
  load: ownBranch,
  allow: maySumBookings,
  run: async (work, input) => ({ data: await sumRows(work, input) }),
});

/** Held bookings whose seats go back soon: of a draft within ten minutes, of one to be paid within three hours; for
 * tasks only. */
export const listEndingHolds = query({
  name: "bookings.list_ending_holds",
  input: z.strictObject({}),
  load: listEndingIds,
  allow: isSystem,
  run: async (_work, _input, ids) => ids,
});

/** Who waits for seats or was offered some, over all departures within reach, longest first. */
export const listWaits = query({
  name: "bookings.list_waits",
  input: ListWaits,
  load: ownBranch,
  allow: maySeeWaitlist,
  run: (work, input) => listWaitingRows(work, input),
});

/** The same list, taken out of the house. */
export const exportWaits = query({
  name: "bookings.export_waits",
  input: ListWaits,
  load: ownBranch,
  allow: mayExportBookings,
  run: (work, input) => listWaitingRows(work, input),
});

/** Who waits for a departure, longest first. */
export const listWaitlist = query({
  name: "bookings.list_waitlist",
  input: ListWaitlist,
  load: async (work, { id }) => {
    const offer = await findOffer(work, id);
    if (!offer || (!maySeeWaitlist(work.actor, offer) && !offer.isPublic)) throw notFound("departure");
    return offer;
  },
  allow: maySeeWaitlist,
  run: async (work, { id }) => ({ data: (await listEntries(work, id)).map(asEntry) }),
});

/** The queues I stand in and the offers that wait for me. */
export const listMyWaits = query({
  name: "bookings.list_my_waits",
  input: z.strictObject({}),
  load: async ({ actor }) => actor,
  allow: mayListBookings,
  run: async (work) => ({
    data: isPerson(work.actor) ? await listWaitsOf(work, work.actor.userId) : [],
  }),
});
