import type { Booking } from "@/lib/bookings/contract/booking";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import type { Money } from "@/lib/kernel/money";

type Prepared = Pick<Booking, "status" | "owed" | "paid" | "holdEndsAt"> & {
  party: readonly Pick<Booking["party"][number], "state" | "passport">[];
};

/** What a pilgrim can do now for a booked trip: held seats go back by the clock, papers and the rest wait for a day. */
export function comesNext({ status, owed, paid, holdEndsAt, party }: Prepared, now: Date): NextStep | null {
  const isHeld = (status === "draft" || status === "pending_payment") && holdEndsAt !== null && holdEndsAt > now;
  if (isHeld) return "seats";
  if (party.some(({ state, passport }) => state === "active" && passport !== "good")) return "passport";
  return owed.amount > paid.amount ? "money" : null;
}
export type NextStep = "seats" | "passport" | "money";

/** What is still to be paid on all of these; null where nothing was ever asked for. */
export function stillOwed(invoices: readonly Pick<InvoiceRow, "total" | "paid" | "state">[]): Money | null {
  const asked = invoices.filter(({ state }) => state !== "void");
  const open = asked.filter(({ total, paid }) => total.amount > paid.amount);
  const currency = (open[0] ?? asked[0])?.total.currency;
  if (!currency) return null;
  const same = open.filter(({ total }) => total.currency === currency);
  return { amount: same.reduce((sum, { total, paid }) => sum + total.amount - paid.amount, 0), currency };
}
