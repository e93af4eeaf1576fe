import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, type Stats, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { StartError } from "@/db/start-error";

/** Who PostgreSQL runs as: an unprivileged system user when we are root, else ourselves (null). */
export type Account = { uid: number; gid: number } | null;

const isRoot = () => process.getuid?.() === 0;

/** The user for a new database. As root: `qafila`, `postgres`, or a `qafila` made now; `nobody` where none can be made. */
export function chooseAccount(): Account {
  if (!isRoot()) return null;
  const known = find("qafila") ?? find("postgres") ?? make() ?? find("nobody");
  if (known) return known;
  throw new StartError(
    "PostgreSQL refuses to run as root and no system user could be made for it. Run Qafila as a normal user, add a system user `qafila`, or set DATABASE_URL.",
  );
}

/** The user for a database that exists: whoever owns it, since PostgreSQL opens no one else's. */
export function accountOf(pgdata: string): Account {
  const { uid, gid } = statSync(pgdata);
  if (isRoot()) return uid === 0 ? chooseAccount() : { uid, gid };
  if (uid === process.getuid?.()) return null;
  throw new StartError(
    `The database in ${pgdata} belongs to another user (number ${uid}). Start Qafila as that user or as root, or set DATA_DIR to a folder of your own.`,
  );
}

/** The first folder on the way to this path that the account may not enter; null when it can reach it. */
export function barrier(path: string, account: Account): string | null {
  if (!account) return null;
  const parents: string[] = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) parents.unshift(at);
  return parents.find((at) => !mayEnter(statSync(at), account)) ?? null;
}

/** Makes a place for a new database: inside the data folder, or in the shelter when its user cannot reach that. */
export function chooseHome(folder: string, account: Account, shelter: string): string {
  const home = barrier(folder, account) ? join(shelter, randomBytes(6).toString("hex")) : "postgres";
  if (isAbsolute(home)) makeShelter(shelter);
  mkdirSync(resolve(folder, home), { recursive: true, mode: 0o700 });
  if (account) chownSync(resolve(folder, home), account.uid, account.gid);
  return home;
}

/** Makes the folder for what cannot lie below root's home; anyone may pass through it, whatever the umask. */
export function makeShelter(shelter: string): void {
  if (existsSync(shelter)) return;
  mkdirSync(shelter, { recursive: true });
  chmodSync(shelter, 0o755);
}

function mayEnter(stats: Stats, account: { uid: number; gid: number }): boolean {
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}

function find(name: string): Account {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function make(): Account {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "qafila"],
      {
        stdio: "pipe",
      },
    );
  } catch {
    return null;
  }
  return find("qafila");
}
