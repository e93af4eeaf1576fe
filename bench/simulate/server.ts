import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const START_MS = 120_000;

export type RunningServer = {
  url: string;
  port: number;
  child: ChildProcess;
  /** As hard as a power cut. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A folder for one run, which the database's own user may pass through. */
export function openFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "qafila-run-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** Starts the built program on a data folder of its own, or on `outside` services, and waits until it says that it is ready. */
export async function startServer(
  dataDir: string,
  port: number,
  outside: Record<string, string> = {},
): Promise<RunningServer> {
  const program = join(ROOT, "dist/server.js");
  if (!existsSync(program)) throw new Error("The program is not built. Run `npm run build` first.");
  const { DATABASE_URL: _, MIGRATE_DATABASE_URL: __, REDIS_URL: ___, ...rest } = process.env;
  const own = { NODE_ENV: "production" as const, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn" };
  const env = { ...rest, ...own, ...outside };
  const child = spawn(process.execPath, [program], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise<string>((ready, fail) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      fail(new Error(`The server is not ready after two minutes:\n${said}`));
    }, START_MS);
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const found = /Qafila is ready: (\S+)/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(late);
      ready(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(late);
      fail(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
  return {
    url,
    port,
    child,
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}
