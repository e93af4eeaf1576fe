import { noteReminder } from "@/lib/invoices/commands/remind";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { type BookingRow, RemindPayer } from "../contract/booking";
import { paymentAsked } from "../facts";
import { maySell } from "../policy";
import { asRow, lockBooking } from "../store/bookings";

/** Asks whoever pays for what is still owed; asking again within the hour says nothing new.
 * @throws Fault `booking_not_found`, `nothing_owed` for a draft, what is paid and what is over */
export const remindPayer = command({
  name: "bookings.remind",
  input: RemindPayer,
  load: (work, { id }) => lockBooking(work, id),
  allow: maySell,
  run: async (work, { id }, booking): Promise<BookingRow> => {
    const waits = booking.status === "pending_payment" || booking.status === "partially_paid";
    if (!waits || booking.paid >= booking.owed) throw conflict("nothing_owed");
    if (!(await noteReminder(work, { kind: "booking", id }))) return asRow(booking);
    work.changed("bookings", id, null, { reminded: work.now.toISOString() });
    const { departureId, payerUserId } = booking;
    work.tell(paymentAsked, { agencyId: agencyOf(work), bookingId: id, departureId, payerUserId });
    return asRow(booking);
  },
});
