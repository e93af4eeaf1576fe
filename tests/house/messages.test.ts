import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { catalogue } from "@/lib/i18n/catalogue.gen";
import { locales } from "@/lib/i18n/locales";
import { renderCatalogue } from "@/server/cli/gen-messages";

const root = fileURLToPath(new URL("../../", import.meta.url));
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") out.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) out.set(inner, text);
  }
  return out;
}

const spoken = Object.fromEntries(locales.map((locale) => [locale, flat(catalogue[locale] as unknown as Tree)]));
const english = spoken.en ?? new Map<string, string>();

type Facts = { arguments: Set<string>; plurals: { on: string; ordinal: boolean; cases: string[] }[] };
function read(elements: MessageFormatElement[], into: Facts): Facts {
  for (const element of elements) {
    if ("value" in element && element.type !== 0) into.arguments.add(element.value);
    if (isPluralElement(element)) {
      into.plurals.push({
        on: element.value,
        ordinal: element.pluralType === "ordinal",
        cases: Object.keys(element.options),
      });
    }
    if (isPluralElement(element) || isSelectElement(element)) {
      for (const option of Object.values(element.options)) read(option.value, into);
    }
    if (isTagElement(element)) read(element.children, into);
  }
  return into;
}
const understand = (text: string) => read(parse(text), { arguments: new Set(), plurals: [] });

/** What a message is always given as a number: plain, it would come in Latin digits and ungrouped in every language. */
const COUNTED = new Set(
  "all count done fresh known left matched men most needed places ready row taken women".split(" "),
);
const plainOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

describe.each(locales)("[R89] the messages in %s", (locale) => {
  const mine = spoken[locale] ?? new Map<string, string>();

  it("have the same keys as English", () => {
    expect([...mine.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("write what they count in the reader's digits", () => {
    const bare = [...mine].filter(([, text]) => plainOf(text).some((name) => COUNTED.has(name)));
    expect(bare).toEqual([]);
  });

  it("are never empty, and parse with the same arguments as English", () => {
    const wrong = [...mine].flatMap(([key, text]) => {
      if (!text.trim()) return [`${key}: empty`];
      const [ours, theirs] = [understand(text), understand(english.get(key) ?? "")];
      const strange = [...ours.arguments].filter((name) => !theirs.arguments.has(name));
      // A language without plurals may leave out the number that only chooses the form.
      const chooses = new Set(theirs.plurals.map(({ on }) => on));
      const lost = [...theirs.arguments].filter((name) => !ours.arguments.has(name) && !chooses.has(name));
      return [...strange.map((name) => `${key}: unknown {${name}}`), ...lost.map((name) => `${key}: lacks {${name}}`)];
    });
    expect(wrong).toEqual([]);
  });

  it("have every plural form the language needs", () => {
    const wrong = [...mine].flatMap(([key, text]) =>
      understand(text).plurals.flatMap(({ ordinal, cases }) => {
        const needed = new Intl.PluralRules(locale, { type: ordinal ? "ordinal" : "cardinal" }).resolvedOptions();
        const missing = needed.pluralCategories.filter((category) => !cases.includes(category));
        return missing.length ? [`${key}: ${missing.join()}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

const sources = ["app", "components", "lib", "server"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".gen.ts"))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(path.join(root, folder, file), "utf8") })),
);

/** `const t = useTranslations("shell.nav")` in a file makes every literal `t("x")` in it mean shell.nav.x. */
function spokenKeys(text: string): string[] {
  const makers = /const (\w+) = (?:await )?(?:useTranslations|getTranslations)\(\s*(?:"([^"]*)")?\s*\)/g;
  const spaces = new Map<string, string[]>();
  for (const [, name = "", space = ""] of text.matchAll(makers)) spaces.set(name, [...(spaces.get(name) ?? []), space]);
  return [...spaces].flatMap(([name, prefixes]) => {
    const calls = new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.has)?\\(\\s*"([^"]+)"`, "g");
    return [...text.matchAll(calls)].flatMap(([, key = ""]) => {
      const whole = prefixes.map((prefix) => (prefix ? `${prefix}.${key}` : key));
      return whole.some((one) => english.has(one)) ? [] : [whole.join(" or ")];
    });
  });
}

it("[R89] every message a file asks for exists", () => {
  const direct = /\btranslate\([^,()]+(?:\([^()]*\))?,\s*"([^"]+)"/g;
  const missing = sources.flatMap(({ file, text }) => {
    const asked = [...text.matchAll(direct)].map(([, key = ""]) => key).filter((key) => !english.has(key));
    return [...spokenKeys(text), ...asked].map((key) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});

it("[R89] every refusal code used in code has its sentence", () => {
  const codes = /(?:new Fault\(\s*"\w+",\s*|\bconflict\(\s*)"([a-z_]+)"/g;
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(codes)]
      .map(([, code = ""]) => code)
      .filter((code) => !english.has(`errors.${code}`) && !code.endsWith("_not_found"))
      .map((code) => `${file}: ${code}`),
  );
  expect(missing).toEqual([]);
});

it("the catalogue lists every message file (npm run gen)", () => {
  expect(readFileSync(path.join(root, "lib/i18n/catalogue.gen.ts"), "utf8")).toBe(renderCatalogue());
});
