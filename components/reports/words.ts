import { useLocale, useTranslations } from "next-intl";
import { apart } from "@/components/entry/next-path";
import { formatMoney, formatNumber, formatShortDate } from "@/lib/i18n/formats";
import type { ReportColumn, ReportRow } from "@/lib/reports/contract";

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
      const day = startsAt && timeZone ? ` · ${formatShortDate(locale, startsAt, { zone: timeZone, year: true })}` : "";
      return `${apart(name ?? "–")}${day}`;
    },
    count: (amount: number) => formatNumber(locale, amount),
    figure: (kind: ReportColumn["kind"], amount: number, currency: string) =>
      kind === "money" ? formatMoney(locale, { amount, currency }) : formatNumber(locale, amount),
  };
}
