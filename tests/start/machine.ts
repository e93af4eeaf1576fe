import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { processesOf } from "@/db/embedded/process";

type Said = { kind: string; text?: string; ownerUrl?: string; adopted?: boolean; ms?: number };

/** A log that keeps what it was told. */
export function notes() {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  return { lines, log: { info: write, warn: write, error: write } };
}

/** Starts another program on the data folder and waits until it has opened the database or was refused. */
export async function openElsewhere(dataDir: string, shelter?: string): Promise<{ child: ChildProcess; said: Said }> {
  const args = ["--import", "tsx", "tests/start/open-child.ts", dataDir, ...(shelter ? [shelter] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if (said.kind === "open" || said.kind === "refused") return { child, said };
  }
  throw new Error("the program ended without a word");
}

/** Kills that program as hard as possible and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
}

/** Where the database of this data folder lives. */
export function homeOf(dataDir: string): string {
  const { home } = JSON.parse(readFileSync(join(dataDir, "database.json"), "utf8")) as { home: string };
  return isAbsolute(home) ? home : resolve(dataDir, home);
}

export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(homeOf(dataDir), "pgdata", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Kills every process of the folder's PostgreSQL at once. */
export function killDatabase(dataDir: string): void {
  for (const pid of processesOf(join(homeOf(dataDir), "pgdata"))) process.kill(pid, "SIGKILL");
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}
