import { figuresOf, once } from "./engine";

/** Kazakh readers get these names in Russian: Chromium has none in Kazakh, and server and browser must agree. */
const namesOf = (locale: string, type: "region" | "currency") =>
  once(type, locale, {}, () => new Intl.DisplayNames([figuresOf(locale), "en"], { type }));

/** A country in the reader's language, by its ISO 3166-1 code. */
export const countryName = (locale: string, code: string): string => namesOf(locale, "region").of(code) ?? code;

/** A currency in the reader's language, by its ISO 4217 code. */
export const currencyName = (locale: string, code: string): string => namesOf(locale, "currency").of(code) ?? code;
