import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { chooseAccount, chooseHome } from "@/db/embedded/account";
import { asSuperuser } from "@/db/embedded/cluster";
import { type CopyOptions, copyTree } from "@/db/embedded/copy";
import { makeFolder } from "@/db/embedded/folder";
import { readState, type State, writeState } from "@/db/embedded/state";
import { StartError } from "@/db/start-error";

/** Written last: without it a backup was cut short. It says how much there is, as whatever carries a backup elsewhere may
 * bring this small file first and be cut short, too. */
const SEAL = "backup.json";
const PARTS = ["pgdata", "files"];
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
 * @throws StartError when there is nothing to copy, `into` is taken or lies in the data folder
 */
export async function backUp(dataDir: string, into: string, copied: (bytes: number) => void): Promise<void> {
  const [folder, target] = [resolve(dataDir), resolve(into)];
  const state = readState(folder);
  if (!state) throw new StartError(`${folder} holds no database, so there is nothing to back up.`);
  if (existsSync(target)) throw new StartError(`${target} is there already; a backup goes into a folder of its own.`);
  if (`${realPlace(target)}${sep}`.startsWith(`${realPlace(folder)}${sep}`))
    throw new StartError(`${target} lies in the data folder, which a backup is to outlive. Choose a folder elsewhere.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  try {
    await copyCluster(join(resolve(folder, state.home), "pgdata"), join(target, "pgdata"), state, copied);
    copyTree(folder, join(target, "files"), { copied, wanted: (path) => !NOT_FILES.test(path) });
    writeState(target, state);
    putDown(target);
    writeFileSync(join(target, SEAL), `${JSON.stringify({ madeAt: new Date(), ...measure(target) })}\n`, {
      flush: true,
    });
    for (const place of [target, dirname(target)]) flush(place);
  } catch (error) {
    rmSync(target, { recursive: true });
    throw error;
  }
}

/**
 * Puts a backup into a new data folder; the next start opens it.
 * @param copied told after each file, with its bytes
 * @throws StartError for a backup that is not whole, and for a folder with something in it
 */
export function restore(
  from: string,
  dataDir: string,
  copied: (bytes: number) => void,
  shelter = "/var/lib/qafila",
): void {
  const source = resolve(from);
  const state = isWhole(source) ? readState(source) : null;
  if (!state) throw new StartError(`${source} is no complete backup.`);
  const folder = makeFolder(dataDir);
  if (readdirSync(folder).length > 0) {
    throw new StartError(`${folder} is not empty. A backup is put into a new folder: set DATA_DIR.`);
  }
  const account = chooseAccount();
  const home = chooseHome(folder, account, shelter);
  const pgdata = join(resolve(folder, home), "pgdata");
  // The state first, the database's name last: a start between them misses the database, and makes no empty one.
  writeState(folder, { ...state, home });
  copyTree(join(source, "files"), folder, { copied });
  copyTree(join(source, "pgdata"), `${pgdata}.new`, { copied, owner: account });
  for (const place of [folder, dirname(pgdata)]) putDown(place);
  renameSync(`${pgdata}.new`, pgdata);
  flush(dirname(pgdata));
}

function flush(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All that lies in this folder, and the names of it, on the disk itself: a power cut takes what is only in memory. */
function putDown(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true })) flush(join(folder, String(path)));
  flush(folder);
}

/** Where a path will lie, links on the way to it followed. */
const realPlace = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPlace(dirname(path)), basename(path));

function measure(backup: string): { files: number; bytes: number } {
  const there = PARTS.filter((part) => existsSync(join(backup, part)));
  const sizes = there
    .flatMap((part) => readdirSync(join(backup, part), { recursive: true, withFileTypes: true }))
    .flatMap((entry) => (entry.isFile() ? [statSync(join(entry.parentPath, entry.name)).size] : []));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Whether a backup was finished, and all of it is still there. */
function isWhole(backup: string): boolean {
  if (!existsSync(join(backup, SEAL))) return false;
  const { files = 0, bytes = 0 } = JSON.parse(readFileSync(join(backup, SEAL), "utf8")) as Partial<
    ReturnType<typeof measure>
  >;
  const there = measure(backup);
  return there.files >= files && there.bytes >= bytes;
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
