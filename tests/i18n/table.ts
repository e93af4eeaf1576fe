import { catalogue } from "@/lib/i18n/catalogue.gen";
import {
  formatAge,
  formatDate,
  formatDistance,
  formatDuration,
  formatHijri,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShortDate,
  formatTime,
  formatTravelDate,
} from "@/lib/i18n/formats";
import { ARABIC_DIGITS, type Locale, locales, type Spoken } from "@/lib/i18n/locales";
import { mendNumbers } from "@/lib/i18n/mend-numbers";
import { initials } from "@/lib/i18n/names";
import { byName } from "@/lib/i18n/order";
import { type MessageKey, translate } from "@/lib/i18n/translate";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = new Date("2026-11-15T21:30:00Z");
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 1_234, 56_789];
const CURRENCIES = ["IDR", "MYR", "SAR", "USD", "KZT", "RUB", "EUR"];
const ZONES = ["Asia/Jakarta", "Asia/Almaty", "Asia/Riyadh", "UTC", "America/New_York"];
const ALPHABET = [..."аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabczابتثي", "Bus 10", "Bus 2", "ыяя", "ібб"];

const later = (by: number) => new Date(START.getTime() + by);
const weeks = [...Array(14).keys()].map((n) => later(n * DAY));
const months = [...Array(26).keys()].map((n) => later(n * 15.2 * DAY));
const hours = [...Array(25).keys()].map((n) => later(n * HOUR + 5 * MINUTE));

function* figures(l: Spoken): Generator<string> {
  for (const n of [...COUNTS, 0.5, -5, 12_345.678, -1_234.5]) {
    yield formatNumber(l, n);
    yield formatNumber(l, n, { decimals: 2 });
    yield formatPercent(l, n);
    for (const currency of CURRENCIES) yield formatMoney(l, { amount: n * 100, currency });
  }
  for (const m of [0, 1, 2, 3, 12, 49.6, 338, 994, 998, 1_250, 2_000, 15_400, 1_234_567]) yield formatDistance(l, m);
  for (const n of COUNTS) {
    for (const unit of [1_000, MINUTE, HOUR, DAY]) {
      yield formatDuration(l, n * unit);
      yield formatAge(l, START, later(n * unit));
    }
  }
}

function* days(l: Spoken): Generator<string> {
  for (const zone of ZONES) {
    for (const date of [...weeks, ...months]) {
      yield formatDate(l, date, { zone });
      yield formatDate(l, date, { zone, year: true });
      yield formatShortDate(l, date, { zone });
      yield formatMonth(l, date.toISOString().slice(0, 7));
      yield formatHijri(l, date, { zone });
      yield formatTravelDate(l, date, { zone });
    }
    for (const date of hours) yield formatTime(l, date, { zone });
  }
}

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path: string[] = []): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : flat(value, [...path, key]),
  );

/** Every message that counts, with every sort of count. */
function* counted(l: Locale): Generator<string> {
  for (const [key, text] of flat(catalogue[l])) {
    if (!/, *(plural|number|selectordinal)/.test(text) || text.includes("<")) continue;
    const names = [...text.matchAll(/\{\s*([a-z]\w*)/gi)].map(([, name = ""]) => name);
    for (const n of COUNTS) {
      const values = Object.fromEntries(names.map((name) => [name, n]));
      yield `${key}: ${translate(l, key as MessageKey, values)}`;
    }
  }
}

/** Everything that a server and a browser both print, in one language. */
function printed(l: Locale): string[] {
  const rules = new Intl.PluralRules(l);
  return [
    ...(l === "ar" ? ([l, ARABIC_DIGITS] as const) : [l]).flatMap((spoken) => [...figures(spoken), ...days(spoken)]),
    ...counted(l),
    ...[...COUNTS, 1.5].map((n) => rules.select(n)),
    ALPHABET.toSorted(byName(l)).join(" "),
    initials("Ingrid Ilyas") + initials("Іңкәр Ысқақ"),
  ];
}

/** Everything, as this engine prints it; messages as after the browser's start. */
export function table(): Record<Locale, string[]> {
  mendNumbers();
  return Object.fromEntries(locales.map((l) => [l, printed(l)])) as Record<Locale, string[]>;
}
