import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Account } from "@/db/embedded/account";
import type { Site } from "@/db/embedded/postmaster";
import { DATABASE, prepareStatements } from "@/db/embedded/prepare";
import { BARE_ENV } from "@/db/embedded/process";
import type { State } from "@/db/embedded/state";
import { StartError } from "@/db/start-error";

const MAJOR = "18";
const MB = 1024 * 1024;

/** The sentence for a full disk, the same whoever notices it. */
export function diskFull(home: string, detail: string): StartError {
  return new StartError(
    `The disk is full: the database in ${home} cannot start (${detail}). Free some space, or set DATA_DIR to a folder on another disk.`,
  );
}

/** Makes an empty cluster, whole or not at all. Throws a StartError when the disk has no room. */
export async function createCluster(home: string, initdb: string, account: Account, password: string): Promise<void> {
  demandSpace(home, 200);
  const draft = join(home, "pgdata.new");
  const secret = join(home, "password.new");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [draft, secret]) chownSync(path, account.uid, account.gid);
  try {
    await runInitdb(initdb, home, account, [
      `--pgdata=${draft}`,
      `--pwfile=${secret}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
    renameSync(draft, join(home, "pgdata"));
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Refuses what is no cluster of ours before PostgreSQL trips over it. */
export function demandCluster(pgdata: string): void {
  const version = join(pgdata, "PG_VERSION");
  const found = existsSync(version) ? readFileSync(version, "utf8").trim() : "";
  if (found === MAJOR) return;
  const what = found ? `was made by PostgreSQL ${found}, this is ${MAJOR}` : "is damaged: PG_VERSION is missing";
  throw new StartError(
    `The database in ${pgdata} ${what}. Restore a backup, or move the data folder away to start afresh.`,
  );
}

/** Refuses to go on with less than so many megabytes free. */
export function demandSpace(home: string, megabytes: number): void {
  const { bavail, bsize } = statfsSync(home);
  const free = Math.floor((bavail * bsize) / MB);
  if (free < megabytes) throw diskFull(home, `${free} MB free, ${megabytes} MB needed`);
}

/** Opens one connection as the superuser, which nothing but this folder uses. */
export function asSuperuser(state: State, port: number, database: string) {
  return postgres({
    host: "127.0.0.1",
    port,
    database,
    username: "postgres",
    password: state.superPassword,
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
}

/** Roles, database and extensions; template1 too, so that databases made for tests have the extensions. */
export async function prepareCluster(site: Site, state: State): Promise<void> {
  const { cluster, create, database } = prepareStatements(state);
  demandSpace(site.home, 32);
  await runAll(state, "postgres", cluster);
  await runAll(state, "template1", database);
  const sql = asSuperuser(state, state.port, "postgres");
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql.unsafe(create);
  } finally {
    await sql.end();
  }
  await runAll(state, DATABASE, database);
}

async function runAll(state: State, database: string, statements: string[]): Promise<void> {
  const sql = asSuperuser(state, state.port, database);
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

async function runInitdb(initdb: string, home: string, account: Account, args: string[]): Promise<void> {
  const child = spawn(initdb, args, {
    ...account,
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
    env: BARE_ENV,
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", resolve);
  });
  if (code === 0) return;
  if (/No space left on device|Disk quota exceeded/.test(said)) throw diskFull(home, "initdb ran out of space");
  throw new StartError(`The database could not be made in ${home}: ${said.trim() || code}`);
}
