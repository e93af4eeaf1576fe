/** A country in the reader's language. */
export function countryName(locale: string, code: string): string {
  return new Intl.DisplayNames([locale, "en"], { type: "region" }).of(code) ?? code;
}
