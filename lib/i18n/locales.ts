/** The languages people read Qafila in; the first is the fallback. */
export const locales = ["en", "id", "ms", "ar", "ru", "kk"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Each language by the name its own readers use. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  id: "Bahasa Indonesia",
  ms: "Bahasa Melayu",
  ar: "العربية",
  ru: "Русский",
  kk: "Қазақша",
};

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** Any string from outside (a column, a header, a cookie) as a language we speak. */
export const asLocale = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale);

export const dirOf = (locale: string): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr");

/** Best match for an Accept-Language header, or null when it names none of ours. */
export function matchLocale(header: string | null | undefined): Locale | null {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const q = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return null;
}
