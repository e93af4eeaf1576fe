import { findSelf } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { addMs } from "@/lib/kernel/clock";
import { DAY } from "@/lib/kernel/durations";
import { query } from "@/lib/kernel/query";
import { type Coming, ReadComing, ReadReport, type Report, type ReportName } from "./contract";
import { branchOf, mayReadReport } from "./policy";
import { REPORTS, reportCsv, sumRows, tellSums } from "./rules";
import { sumAgeing, sumComing, sumMoney, sumSales, sumSavings } from "./store";

const SUMS = { sales: sumSales, money: sumMoney, ageing: sumAgeing, savings: sumSavings } satisfies Record<
  ReportName,
  unknown
>;
const MONTH_DAYS = 29;

/** One report of the agency, or of a branch: a table with what its chart shows, and the same as a file. */
export const readReport = query({
  name: "reports.read",
  input: ReadReport,
  load: async ({ actor }, { branchId, format }) => ({
    branchId: branchId ?? branchOf(actor),
    takesOut: format === "csv",
  }),
  allow: mayReadReport,
  run: async (work, { name, format, ...asked }, { branchId }): Promise<Report> => {
    const { timeZone: zone, currency } = await findSelf(work);
    const to = asked.to ?? dayAt(work.now, zone);
    const from =
      asked.from ??
      addMs(new Date(`${to}T00:00:00Z`), -MONTH_DAYS * DAY)
        .toISOString()
        .slice(0, 10);
    const rows = await SUMS[name](work, { from, to, zone, branchId });
    const { columns, main } = REPORTS[name];
    const totals = sumRows(rows, currency).map((sum) => tellSums(columns, sum));
    const report = { name, from, to, branchId, columns, main, rows: rows.map((row) => tellSums(columns, row)), totals };
    return format === "csv" ? { ...report, csv: reportCsv(columns, rows) } : report;
  },
});

/** What payers still have to bring in the coming days, of the agency or of the reader's branch. */
export const readComing = query({
  name: "reports.coming",
  input: ReadComing,
  load: async ({ actor }) => ({ branchId: branchOf(actor), takesOut: false }),
  allow: mayReadReport,
  run: (work, { days }, { branchId }): Promise<Coming[]> =>
    sumComing(work, { until: addMs(work.now, days * DAY), branchId }),
});
