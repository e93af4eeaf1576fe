import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Account } from "@/db/embedded/account";
import { BARE_ENV, isAlive, isPostgresOf, signal } from "@/db/embedded/process";

/** One database on disk: its folder, the server program, the user it runs as. */
export type Site = { home: string; pgdata: string; postgres: string; account: Account };

export type Launch = { pid: number } | { failed: "port" | "busy" | "full" | "broken"; because: string };

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  // Until a table that fills up is counted, its foreign keys are looked up by the wrong index: a minute is an import too long.
  autovacuum_naptime: "10s",
  jit: "off",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_checkpoints: "off",
};

/** Starts the server in a process group of its own and waits until it takes connections (or tells why it will not). */
export async function launch(site: Site, port: number, onSlow: () => void): Promise<Launch> {
  const out = openLog(join(site.home, "postgres.log"));
  try {
    const begin = fstatSync(out).size;
    const flags = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(site.postgres, ["-D", site.pgdata, "-p", String(port), ...flags], {
      ...site.account,
      cwd: site.home,
      detached: true,
      stdio: ["ignore", out, out],
      env: BARE_ENV,
    });
    child.unref();
    const ended = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", () => resolve(""));
    });
    const problem = await untilReady(site.pgdata, child.pid, ended, onSlow);
    return problem === null && child.pid ? { pid: child.pid } : diagnose(problem || textFrom(out, begin));
  } finally {
    closeSync(out);
  }
}

async function untilReady(pgdata: string, pid: number | undefined, ended: Promise<string>, onSlow: () => void) {
  const slow = setTimeout(onSlow, 2000);
  try {
    for (;;) {
      const over = await Promise.race([ended, wait(10, null)]);
      if (over !== null) return over;
      const seen = readPidFile(pgdata);
      if (seen?.pid === pid && seen?.status === "ready") return null;
    }
  } finally {
    clearTimeout(slow);
  }
}

function diagnose(text: string): Launch {
  const fatal = text.split("\n").filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line));
  const because = (fatal.at(-1) ?? text.trim().split("\n").at(-1) ?? "").replace(
    /^.*?(FATAL|PANIC|ERROR|error):\s*/,
    "",
  );
  if (/No space left on device|Disk quota exceeded/.test(text)) return { failed: "full", because };
  if (/could not create any TCP\/IP sockets|could not bind/.test(text)) return { failed: "port", because };
  if (/pre-existing shared memory block|postmaster\.pid" already exists/.test(text)) return { failed: "busy", because };
  return { failed: "broken", because };
}

/** The last thing a living server said about itself; null when no file, or a stale one which is cleared away. */
export function livingPostmaster(pgdata: string): { pid: number; port: number; status: string } | null {
  const seen = readPidFile(pgdata);
  if (!seen) return null;
  if (isPostgresOf(seen.pid, pgdata)) return seen;
  // PostgreSQL takes any process of that id for itself, a stranger after a reboot or a zombie too. Left-over
  // servers are still noticed by their shared memory, so dropping the file is safe.
  rmSync(join(pgdata, "postmaster.pid"), { force: true });
  return null;
}

/** Ends the server: open transactions are rolled back, data is flushed. Waits until it is gone. */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  const patience = Date.now() + 10_000;
  while (isAlive(pid)) {
    if (Date.now() > patience) signal(pid, "SIGQUIT");
    await wait(10);
  }
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function openLog(path: string): number {
  const grown = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  if (grown) renameSync(path, `${path}.1`);
  return openSync(path, "a+", 0o600);
}

function readPidFile(pgdata: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

function textFrom(file: number, begin: number): string {
  const buffer = Buffer.alloc(fstatSync(file).size - begin);
  readSync(file, buffer, 0, buffer.length, begin);
  return buffer.toString("utf8");
}
