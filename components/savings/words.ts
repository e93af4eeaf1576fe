import { useLocale } from "next-intl";
import { formatMoney, formatMonth, formatPercent, formatShortDate } from "@/lib/i18n/formats";
import { dayDate } from "./days";

type Money = { amount: number; currency: string };

/** Money, days and shares as this reader writes them. */
export function useWords() {
  const locale = useLocale();
  return {
    money: (money: Money) => formatMoney(locale, money),
    day: (day: string) => formatShortDate(locale, dayDate(day), { zone: "UTC", year: true }),
    percent: (whole: number) => formatPercent(locale, whole / 100),
    month: (month: string) => formatMonth(locale, month),
    date: (at: Date, zone: string) => formatShortDate(locale, at, { zone, year: true }),
  };
}
