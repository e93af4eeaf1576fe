import { asLocale, digitsOf } from "./locales";

const made = new Map<string, unknown>();

/** Intl objects are slow to make and safe to share. */
export function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const found = (made.get(key) as T | undefined) ?? make();
  made.set(key, found);
  return found;
}

/** Whose figures a language writes. Chromium lacks those of kk; Russian ones are the same, and no engine lacks them. */
export const figuresOf = (locale: string): string => (locale === "kk" ? "ru" : locale);

/** Figures in the reader's digits and grouping, the same in every engine. */
export function figures(spoken: string, value: number, options: Intl.NumberFormatOptions) {
  const [locale, digits] = [asLocale(spoken), digitsOf(spoken)];
  const full = { ...options, numberingSystem: digits };
  const format = once("number", locale, full, () => new Intl.NumberFormat(figuresOf(locale), full));
  const text = unmarked(format.format(value)).replace(/\s/g, "\u00A0");
  if (digits === "arab") return text.replace("-", "\u061C-");
  return locale === "ar" ? text.replace("-", "\u200E-") : text;
}

// Engines differ in the spaces and direction marks they print: a figure holds together, and only a minus is marked.
const unmarked = (text: string) => text.replace(/[\u200E\u200F\u061C]/g, "");

/** Words may wrap: plain spaces, except inside a number. */
export const words = (text: string): string =>
  unmarked(text)
    .replace(/\s/g, " ")
    .replace(/(\d) (?=\d)/g, "$1\u00A0");
