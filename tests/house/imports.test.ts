import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const CONFIG = join(ROOT, ".dependency-cruiser.cjs");
const CLI = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
type Violation = { from: string; to: string; rule: { name: string } };

/** What dependency-cruiser finds in these folders. */
function cruise(cwd: string, folders: string[]): Violation[] {
  const args = [CLI, ...folders, "--config", CONFIG, "--output-type", "json"];
  const done = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 200_000_000 });
  return (JSON.parse(done.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** One way of breaking each rule: this file imports that one. */
const BREACHES: Record<string, [from: string, to: string]> = {
  "no-circles": ["lib/a/rules.ts", "lib/a/policy.ts"],
  "no-feature-circles": ["lib/b/commands.ts", "lib/a/queries.ts"],
  "nobody-imports-app": ["server/worker.ts", "app/page.tsx"],
  "app-stays-thin": ["app/page.tsx", "db/client.ts"],
  "components-stay-in-browser": ["components/desk.tsx", "lib/a/commands.ts"],
  "lib-knows-no-framework": ["lib/a/rules.ts", "react"],
  "only-stores-speak-sql": ["lib/a/commands.ts", "db/schema/a.ts"],
  "stores-use-the-open-transaction": ["lib/a/store.ts", "db/client.ts"],
  "private-parts": ["lib/b/commands.ts", "lib/a/store.ts"],
  "contracts-are-pure": ["lib/a/facts.ts", "db/schema/a.ts"],
  "contracts-run-in-browsers": ["lib/a/contract.ts", "node:fs"],
  "db-stands-alone": ["db/tx.ts", "lib/a/contract.ts"],
  "one-relations-file": ["db/schema/a.ts", "db/relations.ts"],
  "server-is-below-app": ["server/worker.ts", "components/desk.tsx"],
  "adapters-are-chosen-once": ["server/doors/call.ts", "server/adapters/kv.ts"],
};
/** The other half of the rings. */
const BACK: [string, string][] = [
  ["lib/a/policy.ts", "lib/a/rules.ts"],
  ["lib/a/commands.ts", "lib/b/queries.ts"],
];

/** A house in which every rule is broken once. */
function crookedHouse(): string {
  const root = mkdtempSync(join(tmpdir(), "qafila-crooked-"));
  const imports = new Map<string, string[]>();
  for (const [from, to] of [...Object.values(BREACHES), ...BACK]) {
    imports.set(from, [...(imports.get(from) ?? []), to.includes("/") ? `@/${to.replace(/\.tsx?$/, "")}` : to]);
    if (/\.tsx?$/.test(to) && !imports.has(to)) imports.set(to, []);
  }
  const files = [...imports].map(([file, names]): [string, string] => [
    file,
    ["export const x = 1;", ...names.map((name, i) => `import * as m${i} from "${name}"; void m${i};`)].join("\n"),
  ]);
  const module = JSON.stringify({ name: "react", version: "1.0.0", main: "index.js" });
  const options = JSON.stringify({
    compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } },
  });
  files.push(
    ["node_modules/react/package.json", module],
    ["node_modules/react/index.js", ""],
    ["tsconfig.json", options],
  );
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const ruleNames = () =>
  (createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name);

describe("who may import whom (ARCHITECTURE 3)", () => {
  it("is kept everywhere", () => {
    const found = cruise(ROOT, ["app", "components", "db", "lib", "server", "tests", "bench"]);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it("bites: each rule finds the one place where it is broken", () => {
    const root = crookedHouse();
    const found = cruise(root, ["app", "components", "db", "lib", "server"]);
    rmSync(root, { recursive: true });
    const caught = new Set(found.map(({ rule }) => rule.name));
    expect(ruleNames().filter((name) => !caught.has(name))).toEqual([]);
    expect(ruleNames().filter((name) => !(name in BREACHES))).toEqual([]);
    for (const { rule, from } of found.filter(({ rule: { name } }) => name === "private-parts")) {
      expect([rule.name, from]).toEqual(["private-parts", "lib/b/commands.ts"]);
    }
  });
});
