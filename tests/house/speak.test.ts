import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Source, sourcesIn } from "./sources";

const sources = sourcesIn("app", "components", "lib");
const byName = new Map(sources.map((source) => [source.file.replace(/\.tsx?$/, ""), source]));

/** What every page is given (lib/i18n/load). */
const ALWAYS = ["common", "shell", "errors"];
/** Reached by the imports of a page that never shows them. */
const NOT_SHOWN = [
  "app/a/[agency]/my/(page)/bookings/[id]/page.tsx: reminders (components/invoices/remind-button.tsx)",
];

const IMPORTS = /(?:^(?:import|export)(?! type)[^;]*? from |import\()"([@.][^"]*)"/gm;
const importsOf = ({ file, text }: Source) =>
  [...text.matchAll(IMPORTS)].flatMap(([, path = ""]) => {
    const name = path.startsWith("@/") ? path.slice(2) : join(dirname(file), path);
    return byName.get(name) ?? byName.get(`${name}/index`) ?? [];
  });
const layoutsAbove = (file: string): Source[] => {
  const folder = dirname(file);
  return folder === "." ? [] : [...layoutsAbove(folder), ...[byName.get(`${folder}/layout`) ?? []].flat()];
};

type Words = { given: Set<string>; spoken: Map<string, string> };

/** What the server's parts of a page hand to the browser, and what its browser's parts speak. */
function wordsOf(page: Source): Words {
  const words: Words = { given: new Set(ALWAYS), spoken: new Map() };
  const seen = new Set<string>();
  const visit = (source: Source, below: boolean) => {
    const inBrowser = below || source.text.startsWith('"use client"');
    const key = `${source.file} ${inBrowser}`;
    if (seen.has(key) || source.text.startsWith('"use server"')) return;
    seen.add(key);
    if (inBrowser)
      for (const [, space = ""] of source.text.matchAll(/useTranslations\("(\w+)/g))
        words.spoken.set(space, source.file);
    else
      for (const [, list = ""] of source.text.matchAll(/namespaces=\{\[([^\]]*)\]\}/g))
        for (const [, space = ""] of list.matchAll(/"(\w+)"/g)) words.given.add(space);
    for (const one of importsOf(source)) visit(one, inBrowser);
  };
  visit(page, false);
  return words;
}

it("every page hands its browser the words that are spoken there: a saver read 'payments.pay.copyAccount' on a button", () => {
  const pages = sources.filter(({ file }) => /^app\/.*\/?(page|layout|error|loading|not-found)\.tsx$/.test(file));
  expect(pages.length).toBeGreaterThan(90);
  const unsaid = pages.flatMap((page) => {
    const { given, spoken } = wordsOf(page);
    const above = layoutsAbove(page.file).flatMap((layout) => [...wordsOf(layout).given]);
    const lacks = [...spoken].filter(([space]) => !given.has(space) && !above.includes(space));
    return lacks.map(([space, file]) => `${page.file}: ${space} (${file})`);
  });
  expect(unsaid).toEqual(NOT_SHOWN);
});
