import { asLocale } from "./locales";

/** Several words with their language's comma. */
export const formatList = (locale: string, items: readonly string[]): string =>
  items.join(asLocale(locale) === "ar" ? "، " : ", ");
