import { chownSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { type Account, accountOf, barrier, chooseAccount, chooseHome } from "@/db/embedded/account";
import { findBinaries } from "@/db/embedded/binaries";
import { createCluster, demandCluster, demandSpace, prepareCluster } from "@/db/embedded/cluster";
import { makeFolder } from "@/db/embedded/folder";
import { holderOf, takeLock } from "@/db/embedded/lock";
import { freePort, livingPostmaster, type Site, shutDown } from "@/db/embedded/postmaster";
import { DATABASE, fingerprint, LOGIN, OWNER } from "@/db/embedded/prepare";
import { type Log, serve, watch } from "@/db/embedded/serve";
import { newState, readState, type State, writeState } from "@/db/embedded/state";
import { fileTrouble, StartError } from "@/db/start-error";

type Urls = { ownerUrl: string; loginUrl: string };

/** `adopted`: a server left running by a killed program was taken over. `stop` ends the server and frees the folder. */
export type Embedded = Urls & { adopted: boolean; stop: () => Promise<void> };

/**
 * Opens the PostgreSQL that lives in the data folder, making it on the first start, and keeps it alive until `stop`.
 * `shelter` is where the database goes when its user cannot reach the data folder (below root's home).
 * Throws a StartError, fit to be shown, for whatever a person must put right.
 */
export async function openEmbedded(options: { dataDir: string; log: Log; shelter?: string }): Promise<Embedded> {
  const { log, shelter = "/var/lib/qafila" } = options;
  const folder = makeFolder(options.dataDir);
  const locks: (() => void)[] = [];
  const unlock = () => {
    for (const release of locks.splice(0).reverse()) release();
  };
  try {
    locks.push(takeLock(join(folder, "qafila.lock"), folder));
    const state = readState(folder) ?? (await firstState(folder, shelter));
    const home = resolve(folder, state.home);
    // A copied data folder points to the same database outside: this lock keeps two programs off it.
    if (isAbsolute(state.home) && existsSync(home)) locks.push(takeLock(join(home, "qafila.lock"), home));
    const site = await settle(home, state, shelter, log);
    const running = await run(folder, site, state, log);
    const end = watch(site, state, running.pid, log);
    let stopped: Promise<void> | null = null;
    const stop = () => {
      stopped ??= end().then(unlock);
      return stopped;
    };
    return { ...urls(state), adopted: running.adopted, stop };
  } catch (error) {
    unlock();
    throw fileTrouble(error, folder);
  }
}

/** The addresses of a database that a running program serves from this folder, for tools beside it; null when none does. */
export function joinEmbedded(dataDir: string): Urls | null {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  if (holderOf(join(folder, "qafila.lock")) === null) return null;
  const state = readState(folder);
  const living = state?.prepared && livingPostmaster(join(resolve(folder, state.home), "pgdata"));
  return living && living.status === "ready" ? urls(state) : null;
}

async function firstState(folder: string, shelter: string): Promise<State> {
  if (existsSync(join(folder, "postgres", "pgdata"))) {
    throw new StartError(
      `${join(folder, "database.json")} is missing; it holds the passwords of the database beside it. Restore it from a backup, or move the data folder away to start afresh.`,
    );
  }
  const state = newState(chooseHome(folder, chooseAccount(), shelter), await freePort());
  writeState(folder, state);
  return state;
}

/** Makes sure the cluster exists and its user reaches it. */
async function settle(home: string, state: State, shelter: string, log: Log): Promise<Site> {
  const pgdata = join(home, "pgdata");
  const made = existsSync(pgdata);
  if (!made && state.prepared) {
    throw new StartError(
      `The database of this data folder is gone: ${pgdata} does not exist. Put it back, or move the data folder away to start afresh.`,
    );
  }
  const account = made ? accountOf(pgdata) : chooseAccount();
  const { postgres, initdb } = findBinaries(account, shelter);
  if (!made) {
    log.info(`Making the database in ${home} (first start only)…`);
    claim(home, account);
    await createCluster(home, initdb, account, state.superPassword);
  }
  const wall = barrier(home, account);
  if (wall) {
    throw new StartError(`The database's system user cannot enter ${wall}. Allow it with \`chmod o+x ${wall}\`.`);
  }
  demandCluster(pgdata);
  demandSpace(home, 32);
  return { home, pgdata: realpathSync(pgdata), postgres, account };
}

function claim(home: string, account: Account): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account) chownSync(home, account.uid, account.gid);
}

async function run(folder: string, site: Site, state: State, log: Log) {
  const before = { ...state };
  const running = await serve(site, state, log, false);
  try {
    if (state.prepared !== fingerprint()) {
      await prepareCluster(site, state);
      state.prepared = fingerprint();
    }
    if (state.prepared !== before.prepared || state.port !== before.port) writeState(folder, state);
    return running;
  } catch (error) {
    await shutDown(running.pid);
    throw error;
  }
}

function urls(state: State): Urls {
  const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${state.port}/${DATABASE}`;
  return { ownerUrl: url(OWNER, state.ownerPassword), loginUrl: url(LOGIN, state.loginPassword) };
}
