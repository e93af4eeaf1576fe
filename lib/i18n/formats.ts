import { hijriDay, hijriWords } from "./hijri";
import { asLocale, type Locale } from "./locales";

/** `digits: "arab"` is the reader's own switch; tags, codes, phones and amounts on documents stay Latin. */
export type Digits = "latn" | "arab";
type WithDigits = { digits?: Digits };
type InZone = WithDigits & { zone: string };

// What people write, not what CLDR or ISO say: engines disagree on the decimals of IDR and KZT.
const SHOWN_DECIMALS: Record<string, number> = { IDR: 0, KZT: 0 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, unknown>();
/** Intl objects are slow to make and safe to share. */
function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const found = (made.get(key) as T | undefined) ?? make();
  made.set(key, found);
  return found;
}

function numbers(locale: Locale, options: Intl.NumberFormatOptions, digits: Digits = "latn") {
  const full = { ...options, numberingSystem: digits };
  return once("number", locale, full, () => new Intl.NumberFormat(locale, full));
}

function dates(locale: Locale, options: Intl.DateTimeFormatOptions, { zone, digits = "latn" }: InZone) {
  const full = { ...options, calendar: "gregory", numberingSystem: digits, timeZone: zone };
  return once("date", locale, full, () => new Intl.DateTimeFormat(locale, full));
}

/** Plain number with the reader's grouping. @param decimals exactly so many after the point (default: up to 3). */
export function formatNumber(
  locale: string,
  value: number,
  { decimals, digits }: WithDigits & { decimals?: number } = {},
) {
  const fixed = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numbers(asLocale(locale), fixed, digits).format(value);
}

/** @param share 0 to 1, shown as whole per cent. */
export function formatPercent(locale: string, share: number, { digits }: WithDigits = {}) {
  return numbers(asLocale(locale), { style: "percent" }, digits).format(share);
}

/** @param money integer minor units as in ISO 4217 (IDR has two on the wire, none on paper). */
export function formatMoney(locale: string, money: { amount: number; currency: string }, { digits }: WithDigits = {}) {
  const currency = money.currency;
  const iso = currency === "IDR" || currency === "KZT" ? 2 : isoDecimals(currency);
  const shown = SHOWN_DECIMALS[currency] ?? iso;
  const options = { style: "currency", currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
  // The new riyal sign is missing from fonts, and engines have begun to print it.
  const text = numbers(asLocale(locale), options, digits).format(money.amount / 10 ** iso);
  return text.replace("\u20C1", asLocale(locale) === "ar" ? "ر.س." : "SAR");
}

const isoDecimals = (currency: string) =>
  once("iso", "en", { currency }, () => new Intl.NumberFormat("en", { style: "currency", currency })).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** "Saturday, November 21" in the trip's zone; `year` adds it. */
export function formatDate(locale: string, date: Date, { year = false, ...at }: InZone & { year?: boolean }) {
  const options = { weekday: "long", day: "numeric", month: "long" } as const;
  return dates(asLocale(locale), year ? { ...options, year: "numeric" } : options, at).format(date);
}

/** "Nov 21": for tables. */
export function formatShortDate(locale: string, date: Date, at: InZone) {
  return dates(asLocale(locale), { day: "numeric", month: "short" }, at).format(date);
}

/** "11 Jumada II 1448 AH" (Umm al-Qura). */
export function formatHijri(locale: string, date: Date, { year = true, zone, digits }: InZone & { year?: boolean }) {
  const ours = asLocale(locale);
  const plain = (n: number) => numbers(ours, { useGrouping: false }, digits).format(n);
  return hijriWords(ours, hijriDay(date, zone), plain, year);
}

/** Anything travelled: weekday, date and the Hijri day beside it. */
export function formatTravelDate(locale: string, date: Date, at: InZone) {
  return `${formatDate(locale, date, at)} · ${formatHijri(locale, date, { ...at, year: false })}`;
}

/** 24 hours, except Arabic: 12 with ص/م. */
export function formatTime(locale: string, date: Date, at: InZone) {
  const ours = asLocale(locale);
  const options = { hour: ours === "ar" ? "numeric" : "2-digit", minute: "2-digit" } as const;
  return dates(ours, { ...options, hourCycle: ours === "ar" ? "h12" : "h23" }, at).format(date);
}

/** Metres below a kilometre (to ten above fifty, as phones know no better), kilometres with one decimal above. */
export function formatDistance(locale: string, metres: number, { digits }: WithDigits = {}) {
  const rounded = metres < 50 ? Math.round(metres) : Math.round(metres / 10) * 10;
  const far = rounded >= 1_000;
  const options = { style: "unit", unit: far ? "kilometer" : "meter", unitDisplay: "short" } as const;
  const precise = { ...options, maximumFractionDigits: far && metres < 100_000 ? 1 : 0 };
  return numbers(asLocale(locale), precise, digits).format(far ? metres / 1_000 : rounded);
}

/** "42 min", "3 hr", "2 days": one unit, rounded down. @param ms length in milliseconds */
export function formatDuration(locale: string, ms: number, { digits }: WithDigits = {}) {
  const [unit, size] = ms < MINUTE ? (["second", 1_000] as const) : wholeUnit(ms);
  const options = { style: "unit", unit, unitDisplay: unit === "day" ? "long" : "short" } as const;
  return numbers(asLocale(locale), options, digits).format(Math.floor(ms / size));
}

/** "2 min. ago", "now" within 45 seconds. A time slightly ahead (another clock) counts as now. */
export function formatAge(locale: string, at: Date, now: Date, { digits = "latn" }: WithDigits = {}) {
  const age = Math.max(0, now.getTime() - at.getTime());
  const options = { style: "short", numeric: age < 45_000 ? "auto" : "always", numberingSystem: digits } as const;
  const words = once("age", locale, options, () => new Intl.RelativeTimeFormat(asLocale(locale), options));
  if (age < 45_000) return words.format(0, "second");
  const [unit, size] = wholeUnit(age);
  return words.format(-Math.max(1, Math.floor(age / size)), unit);
}

function wholeUnit(ms: number): readonly ["minute" | "hour" | "day", number] {
  if (ms < HOUR) return ["minute", MINUTE];
  return ms < 2 * DAY ? ["hour", HOUR] : ["day", DAY];
}
