/** The languages people read Qafila in; the first is the fallback. */
export const locales = ["en", "id", "ms", "ar", "ru", "kk"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Arabic in its own digits, as Intl itself names it: how a page, a refusal or a letter is read. */
export const ARABIC_DIGITS = "ar-u-nu-arab";
/** What is written to a reader: a language, and for Arabic the digits too. */
export const spokens = [...locales, ARABIC_DIGITS] as const;
export type Spoken = (typeof spokens)[number];

/** Each language by the name its own readers use. */
export const localeNames: Record<Spoken, string> = {
  en: "English",
  id: "Bahasa Indonesia",
  ms: "Bahasa Melayu",
  ar: "العربية",
  [ARABIC_DIGITS]: "العربية (١٢٣)",
  ru: "Русский",
  kk: "Қазақша",
};

/** Is this one of our languages? */
const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** Is this one of what we write in? */
export const isSpoken = (value: unknown): value is Spoken => spokens.includes(value as Spoken);

/** Any string from outside (a column, a header, a cookie) as a language we speak. */
export const asLocale = (value: unknown): Locale => {
  if (value === ARABIC_DIGITS) return "ar";
  return isLocale(value) ? value : defaultLocale;
};

/** Any string from outside as what we write in: a language, and its digits. */
export const asSpoken = (value: unknown): Spoken => (isSpoken(value) ? value : defaultLocale);

/** The digits of what is spoken. */
export const digitsOf = (spoken: string): "arab" | "latn" => (spoken === ARABIC_DIGITS ? "arab" : "latn");

/** Which way a language runs. */
export const dirOf = (locale: string): "rtl" | "ltr" => (asLocale(locale) === "ar" ? "rtl" : "ltr");

/** Best match for an Accept-Language header, or null when it names none of ours. */
export function matchLocale(header: string | null | undefined): Spoken | null {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const q = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean);
      return { language: tag === ARABIC_DIGITS ? tag : tag.split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) if (isSpoken(language)) return language;
  return null;
}
