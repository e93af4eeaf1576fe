import { catalogue } from "./catalogue.gen";
import { ARABIC_DIGITS, asLocale, type Spoken } from "./locales";
import { wordsInOwnDigits } from "./own-digits";

export type Messages = (typeof catalogue)["en"];
export type Namespace = keyof Messages;

let arabic: Messages | null = null;
/** Made for the first who reads it so, and kept. */
function inArabicDigits(): Messages {
  arabic ??= wordsInOwnDigits(catalogue.ar) as Messages;
  return arabic;
}

/** Every message of a language, in the digits that are spoken: for the server only, never in a "use client" file. */
export const allMessages = (spoken: string): Messages =>
  spoken === ARABIC_DIGITS ? inArabicDigits() : (catalogue[asLocale(spoken)] as Messages);

const written = new Map<string, string>();

/** Written once, as JSON: React would describe to the browser each sentence by itself, on every page. */
function once(key: string, messages: () => Partial<Messages>): string {
  const known = written.get(key) ?? JSON.stringify(messages());
  written.set(key, known);
  return known;
}

/** The named parts of a language as JSON, so that a page sends only what its client components speak. */
export const wordsOf = (spoken: Spoken, namespaces: readonly Namespace[]): string =>
  once(`${spoken} ${namespaces}`, () => {
    const all = allMessages(spoken);
    return Object.fromEntries(namespaces.map((name) => [name, all[name]])) as Partial<Messages>;
  });

/** What every page's client components speak, as JSON. Of the refusals only those a browser finds out by itself:
 * the others come as sentences, except where nobody is signed in yet. */
export const firstWordsOf = (spoken: Spoken): string =>
  once(spoken, () => {
    const { common, shell, errors } = allMessages(spoken);
    const { offline, internal, validation, fields } = errors;
    return { common, shell, errors: { offline, internal, validation, fields } as Messages["errors"] };
  });
