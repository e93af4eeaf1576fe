import { z } from "zod";
import { whoHasShown } from "@/lib/agencies/queries/members";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { findOffer } from "@/lib/packages/queries/departures";
import { BookingRef, type KnownPayer, ListBookings, SumBookings } from "../contract/booking";
import { ListWaitlist, ListWaits } from "../contract/waitlist";
import { mayExportBookings, mayListBookings, maySeeBooking, maySeeWaitlist, maySell, maySumBookings } from "../policy";
import { sharedContact } from "../rules/payer";
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

const findStranger = query({
  name: "bookings.list_known_payers",
  input: BookingRef,
  load: (work, { id }) => findBooking(work, id),
  allow: maySell,
  run: async (_work, _input, booking) => (booking.payerUserId === null ? booking : null),
});
async function lookForPayers(call: Call | Work, input: z.input<typeof BookingRef>): Promise<{ data: KnownPayer[] }> {
  const booking = await findStranger(call, input);
  if (!booking) return { data: [] };
  const members = await whoHasShown(call, { phone: booking.payerPhone, email: booking.payerEmail });
  const data = members.flatMap((member) => {
    const contact = sharedContact(booking, member);
    return contact === null ? [] : [{ id: member.userId, name: member.personName, contact }];
  });
  return { data };
}
/** Members who have shown the contact of a booking's payer who has no login: nobody once it is somebody's. Logins are read
 * afterwards, so that never two transactions wait for each other. @throws Fault `booking_not_found` */
export const listKnownPayers: Operation<typeof BookingRef, { data: KnownPayer[] }> = Object.assign(lookForPayers, {
  operation: findStranger.operation,
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
