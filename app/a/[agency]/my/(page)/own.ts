import { stillOwed } from "@/components/today/next-step";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { mayListInvoices } from "@/lib/invoices/policy";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { isOwnPlan, mayListSavings } from "@/lib/savings/policy";
import { listPlans } from "@/lib/savings/queries/plans";
import { type PageCall, read } from "@/server/doors/page";

const STANDS = ["draft", "pending_payment", "partially_paid", "paid"] as const;

/** The next trip I booked, what I owe and what I have saved. */
export async function readOwn(call: PageCall) {
  const [bookings, plans, invoices] = await Promise.all([
    read(listBookings(call, { mine: "true", limit: 50 })),
    mayListSavings(call.actor) ? read(listPlans(call, { limit: 50 })) : null,
    mayListInvoices(call.actor) ? read(listInvoices(call, { mine: "true", limit: 50 })) : null,
  ]);
  const next = bookings.data
    .filter(({ status, startsAt }) => STANDS.some((one) => one === status) && startsAt > call.now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
  const own = plans?.data.filter((plan) => isOwnPlan(call.actor, plan)) ?? [];
  const first = own[0]?.balance;
  const amount = own.filter(({ balance }) => balance.currency === first?.currency);
  return {
    due: stillOwed(invoices?.data ?? []),
    booking: next ? await read(readBooking(call, { id: next.id })) : null,
    savings: first ? { ...first, amount: amount.reduce((sum, { balance }) => sum + balance.amount, 0) } : null,
  };
}
