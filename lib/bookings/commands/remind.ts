import { askPayer } from "@/lib/invoices/commands/remind";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { type RemindedBooking, RemindPayer } from "../contract/booking";
import { maySell } from "../policy";
import { asRow, lockBooking } from "../store/bookings";

/** Asks whoever pays for what is still owed.
 * @throws Fault `booking_not_found`, `nothing_owed` for a draft, what is paid and what is over; as of its invoice
 * `payer_unreachable`, `reminded_lately` with when */
export const remindPayer = command({
  name: "bookings.remind",
  input: RemindPayer,
  load: (work, { id }) => lockBooking(work, id),
  allow: maySell,
  run: async (work, { id }, booking): Promise<RemindedBooking> => {
    const waits = booking.status === "pending_payment" || booking.status === "partially_paid";
    const reminder = waits && booking.paid < booking.owed && (await askPayer(work, { kind: "booking", id }));
    if (!reminder) throw conflict("nothing_owed");
    return { ...asRow(booking), reminder };
  },
});
