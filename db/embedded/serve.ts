import { setTimeout as wait } from "node:timers/promises";
import { asSuperuser, diskFull } from "@/db/embedded/cluster";
import { freePort, type Launch, launch, livingPostmaster, type Site, shutDown } from "@/db/embedded/postmaster";
import { isAlive, processesOf, signal } from "@/db/embedded/process";
import type { State } from "@/db/embedded/state";
import { StartError } from "@/db/start-error";

export type Log = Record<"info" | "warn" | "error", (message: string) => void>;

type Running = { pid: number; adopted: boolean };

/**
 * Takes over a living server or starts one, whatever the last one left behind.
 * Moves to another port when its own is taken, unless clients already hold its address (`keepPort`).
 */
export async function serve(site: Site, state: State, log: Log, keepPort: boolean): Promise<Running> {
  const begun = Date.now();
  for (;;) {
    const living = await adopt(site, state);
    if (living !== null) return { pid: living, adopted: true };
    await endOrphans(site);
    const slow = () => log.info("The database is getting ready; after a hard stop it repairs itself first…");
    const result = await launch(site, state.port, slow);
    if ("pid" in result) return { pid: result.pid, adopted: false };
    if (result.failed === "port" && !keepPort) state.port = await freePort();
    else await outlast(site, result, Date.now() - begun);
  }
}

/** Starts the server again whenever it dies. Returns the way to end both. */
export function watch(site: Site, state: State, first: number, log: Log): () => Promise<void> {
  let pid = first;
  let repair: Promise<void> | null = null;
  const revive = async () => {
    log.error("The database stopped unexpectedly; starting it again.");
    try {
      pid = (await serve(site, state, log, true)).pid;
      log.info("The database is back.");
    } catch (error) {
      log.error(error instanceof Error ? error.message : String(error));
    }
    repair = null;
  };
  const timer = setInterval(() => {
    if (!repair && !isAlive(pid)) repair = revive();
  }, 200).unref();
  return async () => {
    clearInterval(timer);
    await repair;
    await shutDown(pid);
  };
}

async function adopt(site: Site, state: State): Promise<number | null> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const living = livingPostmaster(site.pgdata);
    if (!living) return null;
    const answer = living.status === "ready" ? await ask(site, state, living.port) : "later";
    if (answer === "ours") {
      state.port = living.port;
      return living.pid;
    }
    if (answer === "strange" || (living.status === "ready" && Date.now() > patience)) {
      throw new StartError(
        `A PostgreSQL (process ${living.pid}) runs on ${site.pgdata} and does not know the passwords in database.json. Stop it, or restore database.json from a backup.`,
      );
    }
    await wait(20);
  }
}

async function ask(site: Site, state: State, port: number): Promise<"ours" | "strange" | "later"> {
  const sql = asSuperuser(state, port, "postgres");
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
    return row?.data_directory === site.pgdata ? "ours" : "strange";
  } catch (error) {
    const refused = error instanceof Error && "code" in error && error.code === "28P01";
    return refused ? "strange" : "later";
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function outlast(site: Site, result: Exclude<Launch, { pid: number }>, elapsedMs: number): Promise<void> {
  if (result.failed === "full") throw diskFull(site.home, result.because);
  if (result.failed === "broken" || elapsedMs > 30_000) {
    throw new StartError(
      `The database in ${site.home} cannot be opened: ${result.because}. Look into ${site.home}/postgres.log; restore a backup, or move the data folder away to start afresh.`,
    );
  }
  await wait(25);
}

/** Servers without a postmaster keep the next one out, for as long as their query lasts. What they did not commit is lost already. */
async function endOrphans(site: Site): Promise<void> {
  const orphans = processesOf(site.pgdata);
  for (const pid of orphans) signal(pid, "SIGKILL");
  while (orphans.some(isAlive)) await wait(5);
}
