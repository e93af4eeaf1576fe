import { figures, once, words } from "./engine";
import { hijriDay, hijriWords } from "./hijri";
import { kazakh } from "./kazakh";
import { formatList } from "./list";
import { asLocale, digitsOf } from "./locales";
import { wallAt } from "./wall";

// Digits come with the reader's `locale` (locales.ts); tags, codes, phones and amounts on documents stay Latin.
type InZone = { zone: string };

// What people write, not what CLDR or ISO say: engines disagree on the decimals of IDR and KZT.
const SHOWN_DECIMALS: Record<string, number> = { IDR: 0, KZT: 0 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function dates(locale: string, date: Date, options: Intl.DateTimeFormatOptions, { zone }: InZone, until?: Date) {
  const full = { ...options, calendar: "gregory", numberingSystem: digitsOf(locale), timeZone: zone };
  const ours = asLocale(locale);
  const format = once("date", ours, full, () => new Intl.DateTimeFormat(ours, full));
  if (!until) return words(format.format(date));
  const span = words(format.formatRange(date, until));
  // CLDR gives Malay a comma in spans that its dates have not.
  return ours === "ms" ? span.replace(",", "") : span;
}

/** A figure that is part of a date: never grouped. */
const plain = (locale: string) => (n: number) => figures(locale, n, { useGrouping: false });

/** Plain number with the reader's grouping. @param decimals exactly so many after the point (default: up to 3). */
export function formatNumber(locale: string, value: number, { decimals }: { decimals?: number } = {}) {
  const fixed = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return figures(locale, value, fixed);
}

/** How much waits, in a badge too small for more than two figures. */
export const formatBadge = (locale: string, count: number) =>
  `${formatNumber(locale, Math.min(count, 99))}${count > 99 ? "+" : ""}`;

/** @param share 0 to 1, shown as whole per cent. */
export function formatPercent(locale: string, share: number) {
  const text = figures(locale, share, { style: "percent" });
  return locale === "kk" ? text.replace("\u00A0%", "%") : text;
}

/** @param money integer minor units as in ISO 4217 (IDR has two on the wire, none on paper). */
export function formatMoney(locale: string, money: { amount: number; currency: string }) {
  const currency = money.currency;
  const iso = minorDecimals(currency);
  const shown = SHOWN_DECIMALS[currency] ?? iso;
  const options = { style: "currency", currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
  const ours = asLocale(locale);
  // The new riyal sign is missing from fonts, and engines have begun to print it.
  const text = figures(locale, money.amount / 10 ** iso, options).replace("\u20C1", ours === "ar" ? "ر.س." : "SAR");
  if (ours === "kk") return text.replace("KZT", kazakh.tenge);
  return ours === "ar" ? `\u200F${text}` : text;
}

/** How a reader's language names a currency beside a sum: "Rp", "₸", "SAR". */
export const currencySign = (locale: string, currency: string) =>
  formatMoney(locale, { amount: 0, currency })
    .replace(/\p{Nd}+([.,٫]\p{Nd}+)?/u, "")
    .replace(/[\s\u200F]/g, "");

/** "400M", "400 jt": the round sum at a chart's axis, where the card names the currency. */
export function formatRoundSum(locale: string, { amount, currency }: { amount: number; currency: string }) {
  return figures(locale, amount / 10 ** minorDecimals(currency), { notation: "compact", maximumSignificantDigits: 2 });
}

const minorDecimals = (currency: string) => (SHOWN_DECIMALS[currency] === 0 ? 2 : isoDecimals(currency));
const isoDecimals = (currency: string) =>
  once("iso", "en", { currency }, () => new Intl.NumberFormat("en", { style: "currency", currency })).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** "Saturday, November 21" in the trip's zone; `year` adds it. */
export function formatDate(locale: string, date: Date, { year = false, ...at }: InZone & { year?: boolean }) {
  const ours = asLocale(locale);
  if (ours === "kk") return kazakh.date(wallAt(date, at.zone), plain(locale), year);
  const options = { weekday: "long", day: "numeric", month: "long" } as const;
  return dates(locale, date, year ? { ...options, year: "numeric" } : options, at);
}

/** "Saturday", by itself. */
export function formatWeekday(locale: string, date: Date, at: InZone) {
  const ours = asLocale(locale);
  return ours === "kk" ? kazakh.weekday(wallAt(date, at.zone)) : dates(locale, date, { weekday: "long" }, at);
}

/** "Nov 21": for tables; `year` adds it. */
export function formatShortDate(locale: string, date: Date, { year = false, ...at }: InZone & { year?: boolean }) {
  const ours = asLocale(locale);
  if (ours === "kk") return kazakh.shortDate(wallAt(date, at.zone), plain(locale), year);
  const options = { day: "numeric", month: "short" } as const;
  return dates(locale, date, year ? { ...options, year: "numeric" } : options, at);
}

/** "Dec 2026" of "2026-12". */
export function formatMonth(locale: string, month: string): string {
  const [ours, at, zone] = [asLocale(locale), new Date(`${month}-15T12:00:00Z`), "UTC"];
  if (ours === "kk") return kazakh.month(wallAt(at, zone), plain(locale));
  return dates(locale, at, { month: "short", year: "numeric" }, { zone });
}

type Near = InZone & { now: Date };

/** A day in short, with its year where that is not this year's: "Nov 19", "Jan 1, 2032". */
export const formatNearDate = (locale: string, date: Date, { now, zone }: Near) =>
  formatShortDate(locale, date, { zone, year: wallAt(date, zone).year !== wallAt(now, zone).year });

/** The days of a trip, what both have said once: "Jan 14 – 25, 2032"; the year only where it is not this year's. */
export function formatSpan(locale: string, from: Date, to: Date, near: Near) {
  const [ours, at] = [asLocale(locale), { zone: near.zone }];
  const [first, last] = [wallAt(from, at.zone), wallAt(to, at.zone)];
  if (first.year !== last.year) {
    // Kazakh has the year before the day: with one alone the first day would seem to be of another. Each day holds together.
    const day = (date: Date) =>
      ours === "kk" ? formatShortDate(ours, date, { ...at, year: true }) : formatNearDate(locale, date, near);
    return [from, to].map((date) => day(date).replaceAll(" ", "\u00A0")).join(" – ");
  }
  const year = first.year !== wallAt(near.now, at.zone).year;
  if (ours === "kk") return kazakh.span(first, last, plain(locale), year);
  return dates(locale, from, { day: "numeric", month: "short", ...(year && { year: "numeric" }) }, at, to);
}

/** "11 Jumada II 1448 AH" (Umm al-Qura). */
export function formatHijri(locale: string, date: Date, { year = true, zone }: InZone & { year?: boolean }) {
  const ours = asLocale(locale);
  return hijriWords(ours, hijriDay(date, zone), plain(locale), year);
}

/** Anything travelled: weekday, date and the Hijri day beside it, which holds together in a narrow line. */
export function formatTravelDate(locale: string, date: Date, at: InZone) {
  const hijri = formatHijri(locale, date, { ...at, year: false }).replaceAll(" ", "\u00A0");
  return `${formatDate(locale, date, at)}\u00A0· ${hijri}`;
}

/** 24 hours, except Arabic: 12 with ص/م. */
export function formatTime(locale: string, date: Date, { zone }: InZone) {
  const ours = asLocale(locale);
  const { hour, minute } = wallAt(date, zone);
  const two = (n: number) => figures(locale, n, { minimumIntegerDigits: 2 });
  if (ours !== "ar") return `${two(hour)}${ours === "id" ? "." : ":"}${two(minute)}`;
  return `${plain(locale)(hour % 12 || 12)}:${two(minute)}\u00A0${hour < 12 ? "ص" : "م"}`;
}

/** "Saturday, November 21, 14:05": the date as `formatDate` has it, and the hour. */
export const formatMoment = (locale: string, date: Date, at: InZone & { year?: boolean }) =>
  formatList(locale, [formatDate(locale, date, at), formatTime(locale, date, at)]);

type Unit = "meter" | "kilometer" | "second" | "minute" | "hour" | "day";

function measure(locale: string, value: number, unit: Unit, decimals = 0) {
  const precise = { maximumFractionDigits: decimals };
  if (locale === "kk") return kazakh.measure(figures(locale, value, precise), unit);
  const unitDisplay = unit === "day" ? "long" : "short";
  return figures(locale, value, { ...precise, style: "unit", unit, unitDisplay });
}

/** Metres below a kilometre (to ten above fifty, as phones know no better), kilometres with one decimal above. */
export function formatDistance(locale: string, metres: number) {
  const rounded = metres < 50 ? Math.round(metres) : Math.round(metres / 10) * 10;
  if (rounded < 1_000) return measure(locale, rounded, "meter");
  return measure(locale, metres / 1_000, "kilometer", metres < 100_000 ? 1 : 0);
}

/** "42 min", "3 hr", "2 days": one unit, rounded down. @param ms length in milliseconds */
export function formatDuration(locale: string, ms: number) {
  const [unit, size] = ms < MINUTE ? (["second", 1_000] as const) : wholeUnit(ms);
  return measure(locale, Math.floor(ms / size), unit);
}

/** "2 min. ago", "now" within 45 seconds. A time slightly ahead (another clock) counts as now. */
export function formatAge(locale: string, at: Date, now: Date) {
  const ours = asLocale(locale);
  const age = Math.max(0, now.getTime() - at.getTime());
  const isNow = age < 45_000;
  const [unit, size] = wholeUnit(age);
  const count = Math.max(1, Math.floor(age / size));
  if (ours === "kk") return isNow ? kazakh.now : kazakh.age(figures(locale, count, {}), unit);
  const options = { style: "short", numeric: isNow ? "auto" : "always", numberingSystem: digitsOf(locale) } as const;
  const relative = once("age", ours, options, () => new Intl.RelativeTimeFormat(ours, options));
  return words(isNow ? relative.format(0, "second") : relative.format(-count, unit));
}

function wholeUnit(ms: number): readonly ["minute" | "hour" | "day", number] {
  if (ms < HOUR) return ["minute", MINUTE];
  return ms < 2 * DAY ? ["hour", HOUR] : ["day", DAY];
}
