import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { sourcesIn, writers } from "../house/sources";
import { BROWSERS, browserPath } from "../support/browser";
import { table } from "./table";

/** The same table, printed by a browser that is set to neither our languages nor our zones. */
async function printedInBrowser(): Promise<Record<Locale, string[]>> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error(`No browser to compare with: ${BROWSERS.join(", ")}. npm test installs one.`);
  const entry = { contents: `export { table } from "./tests/i18n/table";`, resolveDir: process.cwd() };
  const options = { bundle: true, write: false, format: "iife", globalName: "parity", target: "es2023" } as const;
  const { outputFiles } = await build({ ...options, stdin: entry, define: { "process.env.NODE_ENV": `"production"` } });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ locale: "tr-TR", timezoneId: "Pacific/Auckland" });
    await page.goto("data:text/html;charset=utf-8,<meta charset=utf-8>");
    await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
    return await page.evaluate<Record<Locale, string[]>>("parity.table()");
  } finally {
    await browser.close();
  }
}

describe("what a server prints, a browser prints too", () => {
  const here = table();
  let there: Record<Locale, string[]>;
  beforeAll(async () => {
    there = await printedInBrowser();
  });

  it.each(locales)("[R89] to the letter, in %s", (locale) => {
    const differing = here[locale].flatMap((text, i) => (there[locale][i] === text ? [] : [[text, there[locale][i]]]));
    expect(differing.slice(0, 20)).toEqual([]);
    expect(there[locale]).toHaveLength(here[locale].length);
    expect(here[locale].length).toBeGreaterThan(3_000);
  });

  it("in spaces and marks that no engine chooses", () => {
    const odd = Object.values(here)
      .flat()
      .filter((text) => /[\u2000-\u200D\u202F\u2009]/.test(text));
    expect(odd).toEqual([]);
  });
});

describe("everything printed goes through our formats", () => {
  it("no screen asks the engine for a language's words or order", () => {
    const engine = /\bIntl\.|\.toLocale(Date|Time)?String\(|\.localeCompare\(|\buseFormatter\b|\bgetFormatter\b/;
    expect(writers(sourcesIn("app", "components"), engine)).toEqual([]);
  });
});
