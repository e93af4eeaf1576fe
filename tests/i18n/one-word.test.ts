import { expect, it } from "vitest";
import { allMessages } from "@/lib/i18n/load";
import { locales, type Spoken } from "@/lib/i18n/locales";

type Words = { [key: string]: string | Words };

/** Every word of a language by the way to it. */
const flat = (words: Words, path = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, said]) =>
    typeof said === "string" ? [[`${path}.${key}`, said] as [string, string]] : flat(said, `${path}.${key}`),
  );
const wordsOf = (locale: Spoken) => flat(allMessages(locale) as Words);
/** The column of the badges, in every list. */
const COLUMNS = wordsOf("en").flatMap(([path, said]) => (/^(State|Status)$/.test(said) ? [path] : []));

it.each(locales)("the column of the badges is called the same in every list, in %s", (locale) => {
  const words = new Map(wordsOf(locale));
  expect(COLUMNS.length).toBeGreaterThan(8);
  expect(new Set(COLUMNS.map((path) => words.get(path))).size).toBe(1);
});
