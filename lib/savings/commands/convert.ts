import { findSelf } from "@/lib/agencies/queries/agency";
import { holdBooking } from "@/lib/bookings/commands/hold";
import { placeBooking } from "@/lib/bookings/commands/place";
import { settleBooking } from "@/lib/bookings/commands/settle";
import type { BookingStatus } from "@/lib/bookings/contract/booking";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, invalid, isFault, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { holdAccounts } from "@/lib/ledger/commands/write";
import { type Converted, ConvertSavings } from "../contract/convert";
import { savingsConverted } from "../facts";
import { isOwnPlan, mayChangePlan } from "../policy";
import { judgeConversion, mustBeOpen } from "../rules";
import { asPlan, findPlan, lockPlan, type PlanRow, stirPlan } from "../store/plans";
import { issueStatement } from "./decide";

const OVER: readonly BookingStatus[] = ["completed", "expired", "cancelled"];
type Wish = Omit<ConvertSavings, "id" | "amount">;

/** The booking that takes the money: one whose seats are held, or a new one in the saver's name. */
async function bookingFor(work: Work, { bookingId, departureId = "", pilgrims = [] }: Wish, plan: PlanRow) {
  if (!bookingId) {
    // The money's lock comes before the seats', as at the desk (R3).
    await holdAccounts(work, [plan.accountId]);
    const payerUserId = isOwnPlan(work.actor, plan) ? undefined : plan.userId;
    const { id } = await placeBooking(work, { departureId, pilgrims, payerUserId });
    return readBooking(work, { id });
  }
  await holdBooking(work, bookingId);
  const booking = await readBooking(work, { id: bookingId });
  if (!booking.mayChange) throw forbidden();
  // Nobody of the desk moves a saver's money to somebody else, or to themself.
  if (!isOwnPlan(work.actor, plan) && booking.payer.userId !== plan.userId) throw conflict("booking_not_savers");
  return booking;
}

/** The money leaves the plan for the booking's invoice. */
async function payInvoice(work: Work, bookingId: string, { accountId }: PlanRow, amount: number) {
  const { data } = await listInvoices(work, { subjectId: bookingId });
  if (!data[0]) throw notFound("invoice");
  const source = { source: "savings" as const, sourceRef: newId(), movedAt: work.now };
  return creditInvoice(work, { ...source, invoiceId: data[0].id, amount, fromAccountId: accountId });
}

/** Turns savings into seats: the money leaves the plan and the seats are sold in one transaction, or neither (R24).
 * @throws Fault `plan_closed`, `sold_out` and all else of placing a booking, `booking_not_savers`, `booking_over`, `booking_paid`, `hold_over`,
 * `saved_below_deposit` and `below_deposit` with the least that makes a seat, `more_than_owed`, `insufficient_funds` */
export const convertSavings = command({
  name: "savings.convert",
  input: ConvertSavings,
  load: (work, { id }) => lockPlan(work, id),
  allow: mayChangePlan,
  run: async (work, { id, amount: asked, ...wish }, plan): Promise<Converted> => {
    mustBeOpen(plan);
    const booking = await bookingFor(work, wish, plan);
    if (OVER.includes(booking.status)) throw conflict("booking_over", { status: booking.status });
    const { id: bookingId, code, owed, paid: before, deposit } = booking;
    const { currency } = plan;
    if (owed.currency !== currency) throw invalid("bookingId", "other_currency");
    const asks = { owed: owed.amount, paid: before.amount, deposit: deposit.amount };
    const sum = asked && amountIn(currency, asked);
    const amount = judgeConversion({ ...asks, asked: sum, free: plan.balance - plan.reserved, currency });
    if (isFault(amount)) throw amount;
    const { journalId, paid } = await payInvoice(work, bookingId, plan, amount);
    const { status } = await settleBooking(work, { id: bookingId, paid });
    // Its seats went back meanwhile, or are not bought by it: then the money stays where it is.
    if (status !== "partially_paid" && status !== "paid") throw conflict("hold_over");
    await stirPlan(work, plan);
    await issueStatement(work, plan, journalId);
    work.tell(savingsConverted, { agencyId: agencyOf(work), planId: id, userId: plan.userId, bookingId, amount });
    const after = asPlan(work, await findPlan(work, id), (await findSelf(work)).timeZone);
    const money = moneyIn(currency);
    return { amount: money(amount), plan: after, booking: { id: bookingId, code, owed, paid: money(paid), status } };
  },
});
