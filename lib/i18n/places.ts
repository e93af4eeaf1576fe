import { figuresOf, once } from "./engine";
import { KAZAKH_COUNTRIES, KAZAKH_CURRENCIES } from "./kazakh-places";

const namesOf = (locale: string, type: "region" | "currency") =>
  once(type, locale, {}, () => new Intl.DisplayNames([figuresOf(locale), "en"], { type }));

/** Our own names come first, since server and browser must agree. */
const nameOf = (locale: string, type: "region" | "currency", code: string, own: Readonly<Record<string, string>>) =>
  (locale === "kk" ? own[code] : undefined) ?? namesOf(locale, type).of(code) ?? code;

/** A country in the reader's language, by its ISO 3166-1 code. */
export const countryName = (locale: string, code: string): string => nameOf(locale, "region", code, KAZAKH_COUNTRIES);

/** A currency in the reader's language, by its ISO 4217 code. */
export const currencyName = (locale: string, code: string): string =>
  nameOf(locale, "currency", code, KAZAKH_CURRENCIES);
