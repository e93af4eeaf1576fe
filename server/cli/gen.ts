import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { configTable } from "../env/variables";
import { keepWritten } from "./keep";

const ROOT = join(import.meta.dirname, "../..");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every route file below app/api that our own server serves; next-auth's stays with Next. */
function routeFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "auth" && folder.endsWith(`${sep}api`) ? [] : routeFiles(path);
      return entry.name === "route.ts" ? [path] : [];
    })
    .sort();
}

const pathOf = (file: string) =>
  `/${relative(join(ROOT, "app"), file).split(sep).slice(0, -1).join("/")}`.replaceAll(/\[(\w+)\]/g, ":$1");

const methodsOf = (file: string) => {
  const source = readFileSync(file, "utf8");
  return METHODS.filter((method) => new RegExp(`export const ${method}\\b`).test(source));
};

/** The route list as source: static imports, so that bundlers and readers see what is served. */
export function routesSource(): string {
  const files = routeFiles(join(ROOT, "app/api"));
  const imports = files.map(
    (file, i) => `import * as r${i} from "@/${relative(ROOT, file).replaceAll(sep, "/").replace(/\.ts$/, "")}";`,
  );
  const rows = files.flatMap((file, i) =>
    methodsOf(file).map((method) => `  { method: "${method}", path: "${pathOf(file)}", endpoint: r${i}.${method} },`),
  );
  return [
    "// Made by `npm run gen` from the folders below app/api. Do not edit.",
    'import type { Endpoint } from "../doors/http";',
    ...imports,
    "",
    "export type Route = { method: string; path: string; endpoint: Endpoint };",
    "",
    "export const routes: Route[] = [",
    ...rows,
    "];",
    "",
  ].join("\n");
}

export const ROUTES_FILE = join(ROOT, "server/http/routes.gen.ts");
export const CONFIGURATION_FILE = join(ROOT, "docs/configuration.md");

/** The configuration page, from the schema that refuses nonsense at the start. */
export const configurationPage = () =>
  [
    "# Configuration",
    "",
    "Made by `npm run gen` from `server/env`. Everything has a sensible default; nonsense is refused at the start with the",
    "variable's name. `.env` in the project's root counts where the environment is silent.",
    "",
    configTable(),
    "",
  ].join("\n");

if (process.argv[1] === import.meta.filename) {
  keepWritten(ROUTES_FILE, routesSource());
  keepWritten(CONFIGURATION_FILE, configurationPage());
}
