import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ROUTES_FILE, routesSource } from "@/server/cli/gen";
import { nodesOf, ROOT, reachedFrom, type Source, sourcesIn, treeOf, writers } from "./sources";

const PRODUCT = sourcesIn("app", "components", "lib", "server", "db");
const CONFIGS = ["next.config.ts", "vitest.config.ts", "playwright.config.ts", "drizzle.config.ts"];

/** Files that use this name as an identifier, not as a word in a comment. */
const users = (sources: Source[], name: string) =>
  sources
    .filter(({ text }) => text.includes(name))
    .filter((source) => nodesOf(treeOf(source), ts.isIdentifier).some(({ text }) => text === name))
    .map(({ file }) => file);

describe("habits of the house", () => {
  it("server/env.ts alone reads the environment", () => {
    expect(writers(PRODUCT, /process\.env\b/)).toEqual(["server/env.ts", "server/start.mjs"]);
    const allowed: string[] = ["next.config.ts", "playwright.config.ts"];
    const readers = CONFIGS.filter((file) => readFileSync(join(ROOT, file), "utf8").includes("process.env"));
    expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("server/runtime.ts alone keeps anything on globalThis", () => {
    expect(users(PRODUCT, "globalThis")).toEqual(["server/runtime.ts"]);
  });

  it("what is for Next's server alone stands in the doors, and the process itself never loads it", () => {
    const only = writers(PRODUCT, /^import "server-only"/m);
    expect(only.filter((file) => !file.startsWith("server/doors/"))).toEqual([]);
    const loaded = [...reachedFrom("server/main", PRODUCT), ...reachedFrom("server/cli/gen", PRODUCT)];
    expect(loaded).toContain("server/doors/session.ts");
    expect(only.filter((file) => loaded.includes(file))).toEqual([]);
  });

  it("what a page loads first brings no zod: contracts come with the dialogs that need them", () => {
    const pages = PRODUCT.filter(({ file }) => file.startsWith("app/") && file.endsWith(".tsx"));
    const reached = new Set(pages.flatMap(({ file }) => [...reachedFrom(file.replace(/\.tsx$/, ""), PRODUCT)]));
    const first = writers(PRODUCT, /^"use client"/).filter((file) => reached.has(file));
    expect(first).toContain("components/groups/group-panel.tsx");
    const parsing = new Set(writers(PRODUCT, /^import (?!type)[^;]*? from "zod"/m));
    const heavy = first.filter((file) =>
      [...reachedFrom(file.replace(/\.tsx?$/, ""), PRODUCT)].some((one) => parsing.has(one)),
    );
    expect(heavy).toEqual([]);
  });

  it("[R82] whatever a page asks or sends says for whom it was drawn; only a log-in names an agency alone", () => {
    const naming = writers(sourcesIn("components"), /"x-agency"/);
    expect(naming).toEqual(["components/entry/enter.ts", "components/offline/who.ts"]);
  });

  it("fields stand in their object: one spread literal costs Node more than the rest of it", () => {
    const everything = [...PRODUCT, ...sourcesIn("tests", "bench")];
    const spread = everything.filter((source) =>
      nodesOf(treeOf(source), ts.isSpreadAssignment).some(({ expression }) => ts.isObjectLiteralExpression(expression)),
    );
    expect(spread.map(({ file }) => file)).toEqual([]);
  });

  it("only call.ts mints the id of an agency", () => {
    const minters = writers(PRODUCT, /as AgencyId\b/);
    expect(minters).toEqual(["server/doors/call.ts"]);
  });

  it("nobody silences the compiler or the linter, leaves a to-do or skips a test", () => {
    const everything = [...PRODUCT, ...sourcesIn("tests", "bench")].filter(
      ({ file }) => !file.startsWith("tests/house/habits"),
    );
    expect(
      writers(everything, /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bTODO\b|\bFIXME\b/),
    ).toEqual([]);
    expect(
      writers(sourcesIn("tests"), /\b(it|test|describe)\.(skip|only|todo)\b/).filter((f) => !f.includes("habits")),
    ).toEqual([]);
  });

  it("no test sleeps", () => {
    const sleeps = /await new Promise[^;]*setTimeout\((?!fail)|timers\/promises/;
    // A script under test that takes its time is not the test waiting.
    const allowed = ["tests/house/habits.test.ts", "tests/start/start-script.test.ts"];
    expect(writers(sourcesIn("tests"), sleeps).filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("the seed is an entry point: only the demo's start imports it", () => {
    const importers = writers(PRODUCT, /from "(@\/db\/seed|\.\.?\/seed|\.\.\/db\/seed)\//).filter(
      (file) => !file.startsWith("db/seed/"),
    );
    expect(importers).toEqual(["server/demo.ts"]);
  });

  it("no barrels and no utils", () => {
    const barrels = PRODUCT.filter(({ file, text }) => /\/index\.tsx?$/.test(file) && /^export \* from/m.test(text));
    // The schema's index is read by drizzle-kit and the fence, which want all tables at once.
    expect(barrels.map(({ file }) => file)).toEqual(["db/schema/index.ts"]);
    expect(
      PRODUCT.filter(({ file }) => /\b(utils?|helpers?|misc|common)\b/.test(file.replace(/\.json$/, ""))).map(
        ({ file }) => file,
      ),
    ).toEqual([]);
  });

  it("a dot between two things of a line stays with the first where the line breaks", () => {
    // A page's title stands in one line of the browser's own.
    expect(writers(sourcesIn("components"), / ·/)).toEqual(["components/offline/kept-list.tsx"]);
  });

  it("a form that script sends is a Form: pressed before the page is alive it waits, and nothing typed is lost", () => {
    const plain = writers(sourcesIn("app", "components"), /<form\b(?![^>]*\b(action|method)=)/);
    expect(plain).toEqual([]);
    expect(writers(sourcesIn("components"), /<form method="post"/)).toEqual(["components/ui/form.tsx"]);
  });

  it("the list of routes is the one that npm run gen makes", () => {
    expect(readFileSync(ROUTES_FILE, "utf8")).toBe(routesSource());
  });
});
