import { useLocale, useTranslations } from "next-intl";
import { apart } from "@/components/entry/next-path";
import { formatMoney, formatNumber, formatShortDate } from "@/lib/i18n/formats";
import type { Figure, Report, ReportRow } from "@/lib/reports/contract";

export const isByWeek = ({ rows }: Report) => rows.some(({ kind }) => kind === "week");

/** A figure without its currency, nothing where there is none: what charts and orders go by. */
export const sizeOf = (figure: Figure = 0) => (typeof figure === "number" ? figure : figure.amount);

/** As its chart and its table both show it: weeks as they came, the newest last; everything else by its main figure. */
export function inOrder(report: Report): ReportRow[] {
  if (isByWeek(report)) return report.rows;
  const size = ({ figures }: ReportRow) => sizeOf(figures[report.main]);
  return report.rows.toSorted((a, b) => size(b) - size(a));
}

/** What a row is called, and a figure as this reader writes it. */
export function useReportWords() {
  const t = useTranslations("reports");
  const locale = useLocale();
  return {
    nameOf: ({ kind, name, startsAt, timeZone }: ReportRow): string => {
      if (kind === "shop") return t("shop");
      if (kind === "agency") return t("agency");
      if (kind === "week" && startsAt && timeZone)
        return t("week", { day: formatShortDate(locale, startsAt, { zone: timeZone, year: true }) });
      const day =
        startsAt && timeZone ? `\u00a0· ${formatShortDate(locale, startsAt, { zone: timeZone, year: true })}` : "";
      return `${apart(name ?? "–")}${day}`;
    },
    figure: (figure: Figure = 0) =>
      typeof figure === "number" ? formatNumber(locale, figure) : formatMoney(locale, figure),
  };
}
