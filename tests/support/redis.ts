import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TestRedis = {
  url: string;
  port: number;
  down(): Promise<void>;
  up(): Promise<void>;
  /** Its connections stay, and nobody answers on them. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** A real redis-server on a free port, in a directory of its own that stop() removes. */
export async function startRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), "qafila-redis-"));
  const port = await freePort();
  let server = await launch(port, dir);
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    down: () => end(server),
    up: async () => {
      server = await launch(port, dir);
    },
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    stop: async () => {
      await end(server);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, dir: string): Promise<ChildProcess> {
  const settings = ["--port", String(port), "--dir", dir, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.once("exit", () => failed(new Error(`redis-server stopped:\n${printed}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes("Ready to accept connections")) ready();
    });
  });
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
