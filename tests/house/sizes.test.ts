import { readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { nodesOf, ROOT, type Source, sourcesIn, treeOf } from "./sources";

const lines = (text: string) => text.replace(/\n$/, "").split("\n").length;

/** ARCHITECTURE 10: the first kind that fits a file is its budget; nothing is ever above 400. */
const BUDGETS: [RegExp, number][] = [
  [/^app\/.*\/page\.tsx$/, 60],
  [/(^|\/)actions\.ts$/, 30],
  [/^components\/.*\.tsx$/, 200],
  [/^lib\/[^/]+\/(commands|store)(\/.*)?\.ts$/, 250],
  [/^db\/schema\//, 200],
  [/^lib\/kernel\//, 80],
  [/^tests\/.*\.test\.tsx?$/, 300],
  [/./, 400],
];
const budgetOf = (file: string) => BUDGETS.find(([kind]) => kind.test(file))?.[1] ?? 400;

const ALL = sourcesIn("app", "components", "lib", "server", "db", "tests", "bench");

/** Names and lengths of functions above the budget: the lines of the body that say something, without blank ones, comments and closing brackets. */
const longFunctions = (source: Source) => {
  const tree = treeOf(source);
  return nodesOf(tree, ts.isFunctionLike).flatMap((node) => {
    const { body } = node as { body?: ts.Node };
    const inner = body && ts.isBlock(body) ? body.getText(tree).slice(1, -1) : "";
    const length = inner.split("\n").filter((line) => !/^\s*($|\/\/|\/?\*|[\])}]+[;,]?$)/.test(line)).length;
    return length > 40 ? [`${source.file}: ${node.name?.getText(tree) ?? "a function"} has ${length} lines`] : [];
  });
};

const ENTRIES = [
  ".ci",
  ".dependency-cruiser.cjs",
  ".env.example",
  ".gitignore",
  ".npmrc",
  "README.md",
  "app",
  "bench",
  "biome.json",
  "components",
  "db",
  "docs",
  "drizzle.config.ts",
  "instrumentation-client.ts",
  "intl.config.ts",
  "knip.json",
  "lib",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "playwright.config.ts",
  "postcss.config.mjs",
  "public",
  "server",
  "tests",
  "tsconfig.json",
  "vitest.config.ts",
];
/** Made by tools, named in .gitignore. */
const MADE =
  /^(node_modules|\.git|\.next.*|dist|data|coverage|test-results|playwright-report|shots|next-env\.d\.ts|\.env(\.local)?)$/;

describe("sizes (ARCHITECTURE 10)", () => {
  it("no file is longer than its kind may be", () => {
    const long = ALL.filter(({ file, text }) => lines(text) > budgetOf(file));
    expect(long.map(({ file, text }) => `${file}: ${lines(text)} of ${budgetOf(file)}`)).toEqual([]);
  });

  it("a route file has one line per method", () => {
    const routes = ALL.filter(({ file }) => /^app\/api\/v1\/.*\/route\.ts$/.test(file));
    expect(routes.length).toBeGreaterThan(10);
    const bodies = routes.filter((source) => nodesOf(treeOf(source), ts.isFunctionLike).length > 0);
    expect(bodies.map(({ file }) => file)).toEqual([]);
  });

  it("no function in lib, server or db is longer than 40 lines", () => {
    const sources = ALL.filter(({ file }) => /^(lib|server|db)\/.*\.(ts|mjs)$/.test(file));
    expect(sources.flatMap(longFunctions)).toEqual([]);
  });

  it("files are named in kebab-case, and lie in folders of the closed list", () => {
    const odd = ALL.filter(({ file }) => !/^[a-z0-9/.[\]()_-]+$/.test(file.replaceAll(/\[[.\w]+\]/g, "[]")));
    expect(odd.map(({ file }) => file)).toEqual([]);
    const ROLES = /^lib\/[^/]+\/(contract|policy|rules|facts|store|commands|queries|tasks)(\/[a-z0-9-]+)?\.ts$/;
    const strangers = ALL.filter(
      ({ file }) => /^lib\//.test(file) && !/^lib\/(kernel|i18n)\//.test(file) && !ROLES.test(file),
    );
    expect(strangers.map(({ file }) => file)).toEqual([]);
  });

  it("the root stays short", () => {
    const entries = readdirSync(ROOT).filter((name) => !MADE.test(name));
    expect(entries.filter((name) => !ENTRIES.includes(name))).toEqual([]);
  });
});
