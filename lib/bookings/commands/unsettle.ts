import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { lockBooking } from "../store/bookings";
import { holdAgain, isShort, settleBooking } from "./settle";

/**
 * Plain verb for whoever keeps the money: a payment was taken back moments after it was booked, and so much is left of all
 * that came in. Where that no longer buys the seats they are held again for a day, as of any booking that is to be paid.
 * @throws Fault `booking_over` when the trip is done, `sold_out` when the departure was made smaller meanwhile
 */
export async function unsettleBooking(work: Work, { id, paid }: { id: string; paid: number }): Promise<void> {
  const booking = await lockBooking(work, id);
  if (booking.status === "completed") throw conflict("booking_over", { status: booking.status });
  if (isShort(booking, paid)) await holdAgain(work, booking, paid);
  else await settleBooking(work, { id, paid });
}
