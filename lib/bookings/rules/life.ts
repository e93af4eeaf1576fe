import { DAY, HOUR, MINUTE } from "@/lib/kernel/durations";
import type { BookingStatus } from "../contract/booking";

/** PRODUCT 5. */
export const DRAFT_HOLD_MS = 30 * MINUTE;
export const PAYMENT_HOLD_MS = 24 * HOUR;
export const OFFER_MS = 48 * HOUR;

/** Seats of these are only held and go back when their time is up. */
export const HELD = ["draft", "pending_payment"] as const satisfies BookingStatus[];
/** Is it one of these? */
export const isHeld = (status: BookingStatus) => HELD.some((one) => one === status);
/** Seats of these are sold. */
export const isCommitted = (status: BookingStatus) => status === "partially_paid" || status === "paid";
/** Not over: its seats are held or sold. */
export const isLive = (status: BookingStatus) => isHeld(status) || isCommitted(status);

type Hold = { status: BookingStatus; holdEndsAt: Date | null };
/** Its time is up, whether or not the house came to it yet. */
export const hasRunOut = ({ status, holdEndsAt }: Hold, now: Date) =>
  isHeld(status) && holdEndsAt !== null && holdEndsAt <= now;

/** The agency called the trip off and its bookings are still to follow: whoever is faster than the house cancels what the
 * agency cancelled. */
export const isCalledOff = ({ departure }: { departure: { status: string } }) => departure.status === "cancelled";

/** Where a booking stands by what came in: below the deposit it stays where it is (R15). */
export function computePaid(status: BookingStatus, paid: number, { owed, deposit }: Owing): BookingStatus {
  if (!isLive(status)) return status;
  if (paid >= owed && owed > 0) return "paid";
  if (isCommitted(status)) return "partially_paid";
  return paid > 0 && paid >= Math.min(deposit, owed) ? "partially_paid" : status;
}
type Owing = { owed: number; deposit: number };

/** When the whole price has to be there: so many days before the trip begins. */
export const computeSettleBy = (startsAt: Date, settlementDays: number) =>
  new Date(startsAt.getTime() - settlementDays * DAY);
