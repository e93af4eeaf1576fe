import type { Actor } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { type Booking, UpdateBooking } from "../contract/booking";
import { mayChangeBooking, maySell } from "../policy";
import { showBooking } from "../queries/show";
import { isLive, PAYMENT_HOLD_MS } from "../rules/life";
import { type BookingRecord, lockBooking, setBooking } from "../store/bookings";
import { billHeld, billPayer, billSubmitted } from "./billing";
import { EXPIRE } from "./cart";
import { listMissing, reseat, tellChanged } from "./settle";

type Subject = { booking: BookingRecord; staffOnly: boolean };
const mayUpdate = (actor: Actor, { booking, staffOnly }: Subject) =>
  staffOnly ? maySell(actor, booking) : mayChangeBooking(actor, booking);

/** Changes the payer, sends a draft on to be paid, gives it another day, or seats a hold that ran out anew.
 * @throws Fault `booking_not_found`, `booking_over`, `hold_over`, `hold_extended`, `booking_incomplete` with what is
 * missing of whom, `sold_out` */
export const updateBooking = command({
  name: "bookings.update",
  input: UpdateBooking,
  load: async (work, { id, reseat }) => ({ booking: await lockBooking(work, id), staffOnly: reseat === true }),
  allow: mayUpdate,
  run: async (work, { id, payer, submit, extend, reseat: again }, { booking }): Promise<Booking> => {
    if (again) await reseat(work, booking);
    else if (!isLive(booking.status)) throw conflict("booking_over");
    if (payer) {
      await setBooking(work, booking, { payerName: payer.name, payerPhone: payer.phone, payerEmail: payer.email });
      await billPayer(work, booking, payer);
      tellChanged(work, booking, booking.status);
    }
    if (submit) await submitDraft(work, booking);
    if (extend) await extendHold(work, booking);
    return showBooking(work, id);
  },
});

function mustRun({ holdEndsAt }: BookingRecord, now: Date) {
  if (!holdEndsAt || holdEndsAt <= now) throw conflict("hold_over");
}

async function submitDraft(work: Work, booking: BookingRecord) {
  if (booking.status !== "draft") throw conflict("booking_status", { from: booking.status, to: "pending_payment" });
  mustRun(booking, work.now);
  const pilgrims = await listMissing(work, booking);
  if (pilgrims.length > 0) throw conflict("booking_incomplete", { pilgrims });
  await hold(work, booking, { status: "pending_payment", holdEndsAt: addMs(work.now, PAYMENT_HOLD_MS) });
  await billSubmitted(work, booking);
}

async function extendHold(work: Work, booking: BookingRecord) {
  if (booking.status !== "pending_payment") throw conflict("booking_status", { from: booking.status, to: "extended" });
  if (booking.extendedAt) throw conflict("hold_extended");
  mustRun(booking, work.now);
  const holdEndsAt = addMs(booking.holdEndsAt!, PAYMENT_HOLD_MS);
  await hold(work, booking, { status: "pending_payment", holdEndsAt, extendedAt: work.now });
}

async function hold(
  work: Work,
  booking: BookingRecord,
  change: { status: "pending_payment"; holdEndsAt: Date; extendedAt?: Date },
) {
  await setBooking(work, booking, change);
  await billHeld(work, booking, change.holdEndsAt);
  work.later({ task: EXPIRE, key: booking.id, runAt: change.holdEndsAt, payload: { id: booking.id } });
  tellChanged(work, booking, change.status);
}
