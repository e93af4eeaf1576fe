import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { birthmark } from "@/db/embedded/process";
import { codeOf, StartError } from "@/db/start-error";

/** The program that holds the lock at this path, if it still runs. A lock left by kill -9 or a reboot has no holder. */
export function holderOf(path: string): number | null {
  return livingHolder(read(path));
}

/**
 * Takes the lock file for this process and returns the way to give it back.
 * Throws a StartError when another living program holds it.
 */
export function takeLock(path: string, folder: string): () => void {
  const mine = `${process.pid} ${birthmark(process.pid)}`;
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    while (!linked(draft, path)) clearStale(path, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

function clearStale(path: string, folder: string): void {
  const seen = read(path);
  const holder = livingHolder(seen);
  if (holder !== null) {
    throw new StartError(
      `Another Qafila (process ${holder}) already uses the data folder ${folder}. Stop it first, or give this one its own folder with DATA_DIR.`,
    );
  }
  // Moved aside rather than deleted: whoever else clears the same stale lock must not throw away a fresh one.
  const aside = `${path}.${randomBytes(4).toString("hex")}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== seen) linked(aside, path);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function livingHolder(text: string | null): number | null {
  const [pid, born] = (text ?? "").split(/ (.*)/s);
  const id = Number(pid);
  return Number.isInteger(id) && id > 0 && birthmark(id) === born ? id : null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
