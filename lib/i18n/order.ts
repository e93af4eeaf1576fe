import { once } from "./engine";
import { asLocale, defaultLocale } from "./locales";

// The kk order as Russian letters would have it: Chromium has no order of its own for kk.
const LIKE: Record<string, string> = { ё: "є", Ё: "Є", і: "ыӏ", І: "Ыӏ", ұ: "ү", Ұ: "Ү", ү: "ұ", Ү: "Ұ" };
const likened = (text: string) => text.normalize("NFC").replace(/[ёіұү]/gi, (letter) => LIKE[letter] ?? letter);

/** Compares names for sorting, as readers of a language look for them; "Bus 2" comes before "Bus 10". Always named by
 * language: the engine's own differs between a server and a browser, and so would the list. */
export function byName(locale: string = defaultLocale): (a: string, b: string) => number {
  const ours = asLocale(locale);
  const kk = ours === "kk";
  const language = kk ? "ru" : ours;
  const { compare } = once("order", language, {}, () => new Intl.Collator(language, { numeric: true }));
  return kk ? (a, b) => compare(likened(a), likened(b)) : compare;
}
