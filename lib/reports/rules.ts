import { moneyIn, ownFirst } from "@/lib/kernel/amounts";
import { csvOf } from "@/lib/kernel/csv";
import type { Figure, ReportColumn, ReportName, ReportRow } from "./contract";

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

/** Figures of one currency; sums are minor units until they are told. */
type Counted = { currency: string; figures: Record<string, number> };
export type SumRow = Omit<ReportRow, "figures"> & Counted;

/** As it is told: its sums are money, what is counted stays a number. */
export function tellSums<R extends Counted>(columns: readonly ReportColumn[], row: R) {
  const money = moneyIn(row.currency);
  const told = columns.map(({ id, kind }): [string, Figure] => {
    const figure = row.figures[id] ?? 0;
    return [id, kind === "money" ? money(figure) : figure];
  });
  return { ...row, figures: Object.fromEntries(told) };
}

/** Sums of each column, currency by currency, the agency's own first. */
export function sumRows(rows: readonly SumRow[], own: string): Counted[] {
  const sums = new Map<string, Record<string, number>>();
  for (const { currency, figures } of rows) {
    const sum = sums.get(currency) ?? {};
    for (const [id, figure] of Object.entries(figures)) sum[id] = (sum[id] ?? 0) + figure;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, figures]) => ({ currency, figures })).sort(ownFirst(own));
}

/** The table as a file for programs: ids of columns, minor units, days as they are written. */
export function reportCsv(columns: readonly ReportColumn[], rows: readonly SumRow[]): string {
  const head = ["kind", "name", "starts_at", "branch", "currency", ...columns.map(({ id }) => id)];
  const lines = rows.map(({ kind, name, startsAt, branch, currency, figures }) => [
    ...[kind, name ?? "", startsAt?.toISOString() ?? "", branch ?? "", currency],
    ...columns.map(({ id }) => figures[id] ?? 0),
  ]);
  return csvOf([head, ...lines]);
}
