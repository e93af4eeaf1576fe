import { catalogue } from "./catalogue.gen";
import { asLocale, type Locale } from "./locales";

export type Messages = (typeof catalogue)["en"];
export type Namespace = keyof Messages;

/** Every message of a language: for the server only, never in a "use client" file. */
export const allMessages = (locale: string): Messages => catalogue[asLocale(locale)] as Messages;

/** The named parts of a language, so that a page sends only what its client components speak. */
export function loadMessages<N extends Namespace>(locale: Locale, namespaces: readonly N[]): Pick<Messages, N> {
  const all = allMessages(locale);
  return Object.fromEntries(namespaces.map((name) => [name, all[name]])) as Pick<Messages, N>;
}
