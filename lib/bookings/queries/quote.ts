import { dayAt } from "@/lib/i18n/wall";
import { leastOf, moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { type Quote, QuoteCancel } from "../contract/booking";
import { isFrozen, mayChangeBooking } from "../policy";
import { isCalledOff, isCommitted } from "../rules/life";
import { computeKept } from "../rules/refund";
import { type BookingRecord, findBooking, listLines } from "../store/bookings";
import { listParty } from "../store/pilgrims";
import { hasWaitingProof } from "../store/proofs";
import { priceOf } from "./show";

/** Plain verb: what is kept of one price if it is cancelled now; nothing where nothing binds yet. */
export const judgeKept = (work: Work, { policy, departure, currency }: BookingRecord, price: number, free: boolean) =>
  computeKept(price, policy.cancellationTiers, {
    today: dayAt(work.now, departure.timeZone),
    leavesOn: dayAt(departure.startsAt, departure.timeZone),
    byAgency: free,
    least: leastOf(currency),
  });

/** What cancelling now would keep and give back. @throws Fault `booking_not_found`, `manifest_frozen` */
export const quoteCancel = query({
  name: "bookings.quote_cancel",
  input: QuoteCancel,
  load: (work, { id }) => findBooking(work, id),
  allow: mayChangeBooking,
  run: async (work, { id, pilgrimId }, booking): Promise<Quote> => {
    if (isFrozen(work.actor, booking)) throw conflict("manifest_frozen");
    const [party, lines] = [await listParty(work, id), await listLines(work, id)];
    const leaving = party.filter((one) => one.state === "active" && (!pilgrimId || one.id === pilgrimId));
    const free = !isCommitted(booking.status) || isCalledOff(booking);
    const each = leaving.map((one) => judgeKept(work, booking, priceOf(lines, one.id), free));
    const sum = (read: (one: (typeof each)[number]) => number) => each.reduce((total, one) => total + read(one), 0);
    const kept = sum((one) => one.kept);
    const owed = booking.owed - sum((one) => one.price) + kept;
    const { keptPercent = 0, daysBefore = 0 } = each[0] ?? {};
    const over = booking.paid - owed;
    const proofWaits = await hasWaitingProof(work, id);
    const money = moneyIn(booking.currency);
    return {
      kept: money(kept),
      refund: money(Math.max(0, over)),
      rest: money(Math.max(0, -over)),
      keptPercent,
      daysBefore,
      proofWaits,
    };
  },
});
