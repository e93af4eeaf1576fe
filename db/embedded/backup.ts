import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chooseAccount, chooseHome } from "@/db/embedded/account";
import { asSuperuser } from "@/db/embedded/cluster";
import { type CopyOptions, copyTree } from "@/db/embedded/copy";
import { makeFolder } from "@/db/embedded/folder";
import { readState, type State, writeState } from "@/db/embedded/state";
import { StartError } from "@/db/start-error";

/** Written last: without it a backup was cut short. */
const SEAL = "backup.json";
/** What a server makes anew when it starts, and the log, of which only a part is needed (PostgreSQL manual, 25.3.4). */
const ANEW = /^(pg_(dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans|wal)\/.|postmaster\.(pid|opts)$)/;
const TEMPORARY = /(^|\/)pgsql_tmp/;
/** The database has a copy of its own; the lock belongs to whoever runs. */
const NOT_FILES = /^(qafila\.lock|database\.json|postgres$)/;

/**
 * Copies a data folder while its database runs: everything committed before the end of the database's copy, and the
 * files beside it. The copy holds every secret of the installation.
 * @param into a folder that does not exist yet
 * @param copied told after each file, with its bytes
 * @throws StartError when there is nothing to copy or `into` is taken
 */
export async function backUp(dataDir: string, into: string, copied: (bytes: number) => void): Promise<void> {
  const [folder, target] = [resolve(dataDir), resolve(into)];
  const state = readState(folder);
  if (!state) throw new StartError(`${folder} holds no database, so there is nothing to back up.`);
  if (existsSync(target)) throw new StartError(`${target} is there already; a backup goes into a folder of its own.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  try {
    await copyCluster(join(resolve(folder, state.home), "pgdata"), join(target, "pgdata"), state, copied);
    copyTree(folder, join(target, "files"), { copied, wanted: (path) => !NOT_FILES.test(path) });
    writeState(target, state);
    writeFileSync(join(target, SEAL), `${JSON.stringify({ madeAt: new Date() })}\n`, { flush: true });
  } catch (error) {
    rmSync(target, { recursive: true });
    throw error;
  }
}

/**
 * Puts a backup into a new data folder; the next start opens it.
 * @throws StartError for a backup that was cut short, and for a folder with something in it
 */
export function restore(from: string, dataDir: string, shelter = "/var/lib/qafila"): void {
  const source = resolve(from);
  const state = existsSync(join(source, SEAL)) ? readState(source) : null;
  if (!state) throw new StartError(`${source} is no complete backup.`);
  const folder = makeFolder(dataDir);
  if (readdirSync(folder).length > 0) {
    throw new StartError(`${folder} is not empty. A backup is put into a new folder: set DATA_DIR.`);
  }
  copyTree(join(source, "files"), folder);
  const account = chooseAccount();
  const home = chooseHome(folder, account, shelter);
  copyTree(join(source, "pgdata"), join(resolve(folder, home), "pgdata"), { owner: account });
  writeState(folder, { ...state, home });
}

/** A base backup by files. What begins here ends with the connection, so nothing is held for a backup that was killed. */
async function copyCluster(pgdata: string, into: string, state: State, copied: CopyOptions["copied"]) {
  const sql = asSuperuser(state, state.port, "postgres");
  try {
    await sql`select pg_create_physical_replication_slot(${`backup_${process.pid}`}, true, true)`;
    const [begun] = await sql<{ wal: string }[]>`select pg_walfile_name(pg_backup_start('qafila', true)) as wal`;
    copyTree(pgdata, into, { copied, wanted: (path) => !ANEW.test(path) && !TEMPORARY.test(path) });
    const [ended] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop(false)`;
    writeFileSync(join(into, "backup_label"), ended?.labelfile ?? "", { mode: 0o600 });
    const isNeeded = (path: string) => /^[0-9A-F]{24}$/.test(path) && path >= (begun?.wal ?? "");
    copyTree(join(pgdata, "pg_wal"), join(into, "pg_wal"), { copied, wanted: isNeeded });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
