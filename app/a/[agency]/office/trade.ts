import { mayChangeAgency } from "@/lib/agencies/policy";
import { listBankAccounts } from "@/lib/agencies/queries/agency";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { maySeeWaitlist } from "@/lib/bookings/policy";
import { countBookings } from "@/lib/bookings/queries/bookings";
import { dayAt } from "@/lib/i18n/wall";
import { isInvoiceStaff } from "@/lib/invoices/policy";
import { addMs } from "@/lib/kernel/clock";
import { DAY } from "@/lib/kernel/durations";
import { seesDrafts } from "@/lib/packages/policy";
import { listDepartures } from "@/lib/packages/queries/departures";
import { countProofs } from "@/lib/payments/queries/proofs";
import { maySeeReports } from "@/lib/reports/policy";
import { readComing, readReport } from "@/lib/reports/queries";
import { mayListSavings, maySeeTotals } from "@/lib/savings/policy";
import { countDeposits } from "@/lib/savings/queries/desk";
import { readLiability } from "@/lib/savings/queries/totals";
import { maySeeUsers } from "@/lib/users/policy";
import { type PageCall, read } from "@/server/doors/page";

const AHEAD = ["open", "full", "closed", "draft"] as const;

/** Eight weeks back, whatever day of the week it is there. */
const dayBefore = (now: Date) =>
  addMs(now, -56 * DAY)
    .toISOString()
    .slice(0, 10);
/** Days ahead that the desk looks for money. */
const AHEAD_DAYS = 14;

/** What came in this month beside what was due in it, and what is to come; null for whoever may not see it. */
async function readTakings(call: PageCall, zone: string) {
  if (!maySeeReports(call.actor)) return null;
  const [money, month, coming] = await Promise.all([
    read(readReport(call, { name: "money", from: dayBefore(call.now) })),
    read(readReport(call, { name: "money", from: `${dayAt(call.now, zone).slice(0, 7)}-01` })),
    read(readComing(call, { days: AHEAD_DAYS })),
  ]);
  return { money, month, coming, days: AHEAD_DAYS };
}

/** What is sold, owed to savers and waiting for a decision, as far as the reader may see it. */
export async function readTrade(call: PageCall, zone: string) {
  const { actor } = call;
  const [departures, counts, proofs, savings, deposits, asked, accounts, takings] = await Promise.all([
    seesDrafts(actor) ? read(listDepartures(call, { when: "coming", limit: 100 })) : null,
    maySeeWaitlist(actor, { branchId: actor.branchId }) ? read(countBookings(call, {})) : null,
    isInvoiceStaff(actor) ? read(countProofs(call, {})) : null,
    maySeeTotals(actor) ? read(readLiability(call, {})) : null,
    mayListSavings(actor) ? read(countDeposits(call, {})) : null,
    maySeeUsers(actor) ? read(listPermissionRequests(call, { status: "open", limit: 100 })) : null,
    !call.readOnly && mayChangeAgency(actor) ? read(listBankAccounts(call, {})) : null,
    readTakings(call, zone),
  ]);
  return {
    departures: departures?.data.filter(({ status }) => AHEAD.some((one) => one === status)) ?? null,
    counts,
    savings: savings?.data[0] ?? null,
    takings,
    waiting: {
      account: accounts?.data.length === 0 ? 1 : 0,
      holds: counts?.holds_today ?? 0,
      decisions: counts?.decisions ?? 0,
      proofs: proofs ? proofs.toCheck + proofs.secondLook : 0,
      deposits: deposits?.waiting ?? 0,
      permissions: asked?.data.filter(({ mayDecide }) => mayDecide).length ?? 0,
    },
  };
}
export type Trade = Awaited<ReturnType<typeof readTrade>>;
