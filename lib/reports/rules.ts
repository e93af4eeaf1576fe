import { ownFirst } from "@/lib/kernel/amounts";
import { csvOf } from "@/lib/kernel/csv";
import type { ReportColumn, ReportName, ReportRow } from "./contract";

const counts = (...ids: string[]): ReportColumn[] => ids.map((id) => ({ id, kind: "count" }));
const money = (...ids: string[]): ReportColumn[] => ids.map((id) => ({ id, kind: "money" }));

/** The columns of each report, and the one its chart shows. */
export const REPORTS: Record<ReportName, { columns: ReportColumn[]; main: string }> = {
  sales: { columns: [...counts("sold", "pieces"), ...money("owed", "paid", "open")], main: "owed" },
  money: { columns: [...counts("payments"), ...money("cameIn", "wentBack", "kept", "due")], main: "cameIn" },
  ageing: {
    columns: [...counts("invoices"), ...money("notDue", "days30", "days60", "days90", "older", "total")],
    main: "total",
  },
  savings: { columns: [...counts("plans"), ...money("paidIn", "paidOut", "balance")], main: "balance" },
};

/** Sums of each column, currency by currency, the agency's own first. */
export function sumRows(rows: readonly ReportRow[], own: string) {
  const sums = new Map<string, Record<string, number>>();
  for (const { currency, figures } of rows) {
    const sum = sums.get(currency) ?? {};
    for (const [id, figure] of Object.entries(figures)) sum[id] = (sum[id] ?? 0) + figure;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, figures]) => ({ currency, figures })).sort(ownFirst(own));
}

/** The table as a file for programs: ids of columns, minor units, days as they are written. */
export function reportCsv(columns: readonly ReportColumn[], rows: readonly ReportRow[]): string {
  const head = ["kind", "name", "starts_at", "branch", "currency", ...columns.map(({ id }) => id)];
  const lines = rows.map(({ kind, name, startsAt, branch, currency, figures }) => [
    ...[kind, name ?? "", startsAt?.toISOString() ?? "", branch ?? "", currency],
    ...columns.map(({ id }) => figures[id] ?? 0),
  ]);
  return csvOf([head, ...lines]);
}
