import { useLocale } from "next-intl";
import { formatMoney, formatMonth, formatPercent, formatRoundSum, formatShortDate } from "@/lib/i18n/formats";
import { asLocale } from "@/lib/i18n/locales";
import { dayDate } from "./days";

type Money = { amount: number; currency: string };

/** Money, days and shares as this reader writes them. */
export function useWords() {
  const locale = useLocale();
  return {
    money: (money: Money) => formatMoney(locale, money),
    /** As documents write it, in Latin digits whatever the reader chose. */
    sum: (money: Money) => formatMoney(asLocale(locale), money),
    /** At a chart's axis, of a paper as well. */
    round: (money: Money) => formatRoundSum(asLocale(locale), money),
    day: (day: string) => formatShortDate(locale, dayDate(day), { zone: "UTC", year: true }),
    percent: (whole: number) => formatPercent(locale, whole / 100),
    month: (month: string) => formatMonth(locale, month),
    date: (at: Date, zone: string) => formatShortDate(locale, at, { zone, year: true }),
  };
}
