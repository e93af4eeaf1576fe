import { useTranslations } from "next-intl";
import { writeAmount } from "@/lib/kernel/amounts";
import type { Report } from "@/lib/reports/contract";
import { inOrder, useReportWords } from "./words";

/** What only parts words on a screen. */
const MARKS = /[\u2068\u2069]/g;

/** A report's table as rows of a file: the reader's words, days as they are there, and whole sums, never minor units. */
export function useReportSheet(): (report: Report) => string[][] {
  const t = useTranslations("reports");
  const { nameOf } = useReportWords();
  return (report) => [
    [
      ...[t(`rows.${report.name}`), t("branch"), t("currency")],
      ...report.columns.map(({ id }) => t(`column.${id as "sold"}`)),
    ],
    ...inOrder(report).map((row) => [
      ...[nameOf(row).replace(MARKS, "").replaceAll("\u00a0", " "), row.branch ?? "", row.currency],
      ...report.columns.map(({ id }) => {
        const figure = row.figures[id] ?? 0;
        return typeof figure === "number" ? String(figure) : writeAmount(figure.amount, figure.currency);
      }),
    ]),
  ];
}
