import { holdAnew } from "@/lib/inventory/commands";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { conflict } from "@/lib/kernel/fault";
import { isCommitted, PAYMENT_HOLD_MS } from "../rules/life";
import { lockBooking, setBooking } from "../store/bookings";
import { setPilgrim } from "../store/pilgrims";
import { billHeld } from "./billing";
import { EXPIRE } from "./cart";
import { depositOf, seatsOf, settleBooking, tellChanged } from "./settle";

/**
 * Plain verb for whoever keeps the money: a payment was taken back moments after it was booked, and so much is left of all
 * that came in. Where that no longer buys the seats they are held again for a day, as of any booking that is to be paid.
 * @throws Fault `booking_over` when the trip is done, `sold_out` when the departure was made smaller meanwhile
 */
export async function unsettleBooking(work: Work, { id, paid }: { id: string; paid: number }): Promise<void> {
  const booking = await lockBooking(work, id);
  if (booking.status === "completed") throw conflict("booking_over", { status: booking.status });
  const buysSeats = paid > 0 && paid >= Math.min(depositOf(booking), booking.owed);
  if (!isCommitted(booking.status) || buysSeats) return void (await settleBooking(work, { id, paid }));
  const seats = await seatsOf(work, id);
  const grants = await holdAnew(
    work,
    seats.flatMap(({ claimId }) => claimId ?? []),
  );
  for (const [i, seat] of seats.entries()) await setPilgrim(work, seat, { claimId: grants[i]!.claimId });
  const holdEndsAt = addMs(work.now, PAYMENT_HOLD_MS);
  await setBooking(work, booking, { status: "pending_payment", paid, holdEndsAt, needsDecision: false });
  await billHeld(work, booking, holdEndsAt);
  work.later({ task: EXPIRE, key: id, runAt: holdEndsAt, payload: { id } });
  tellChanged(work, booking, "pending_payment");
}
