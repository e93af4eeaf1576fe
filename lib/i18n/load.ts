import { catalogue } from "./catalogue.gen";
import { asLocale, type Locale } from "./locales";

export type Messages = (typeof catalogue)["en"];
export type Namespace = keyof Messages;

/** Every message of a language: for the server only, never in a "use client" file. */
export const allMessages = (locale: string): Messages => catalogue[asLocale(locale)] as Messages;

const written = new Map<string, string>();

/** Written once, as JSON: React would describe to the browser each sentence by itself, on every page. */
function once(key: string, messages: () => Partial<Messages>): string {
  const known = written.get(key) ?? JSON.stringify(messages());
  written.set(key, known);
  return known;
}

/** The named parts of a language as JSON, so that a page sends only what its client components speak. */
export const wordsOf = (locale: Locale, namespaces: readonly Namespace[]): string =>
  once(`${locale} ${namespaces}`, () => {
    const all = allMessages(locale);
    return Object.fromEntries(namespaces.map((name) => [name, all[name]])) as Partial<Messages>;
  });

/** What every page's client components speak, as JSON. Of the refusals only those a browser finds out by itself:
 * the others come as sentences, except where nobody is signed in yet. */
export const firstWordsOf = (locale: Locale): string =>
  once(locale, () => {
    const { common, shell, errors } = allMessages(locale);
    const { offline, internal, validation, fields } = errors;
    return { common, shell, errors: { offline, internal, validation, fields } as Messages["errors"] };
  });
