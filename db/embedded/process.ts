import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { platform } from "node:os";
import { codeOf } from "@/db/start-error";

const linux = platform() === "linux";

/** Whether a process of this id runs. A zombie nobody has collected counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  return !linux || procStat(pid) !== null;
}

/** When the process was born, as a text no later process with the same id shares; null when it is dead. */
export function birthmark(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (linux) return procStat(pid);
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** Whether this process is the PostgreSQL of that data directory, and not a stranger who got the same id later. */
export function isPostgresOf(pid: number, pgdata: string): boolean {
  if (!isAlive(pid)) return false;
  if (linux) return workingDirectory(pid) === pgdata;
  try {
    const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(pgdata);
  } catch {
    return false;
  }
}

/** Servers left behind by a killed postmaster: every process at work in that data directory. Linux only, else []. */
export function processesOf(pgdata: string): number[] {
  if (!linux) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => workingDirectory(pid) === pgdata && isAlive(pid));
}

/** Sends a signal and forgives a process that is gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

function procStat(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** What PostgreSQL's programs get to see of our environment: nothing that could change how they sort or speak. */
export const BARE_ENV = { LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
