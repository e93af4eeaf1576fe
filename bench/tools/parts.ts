import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const OUT = join(process.cwd(), "dist", "bench");
/** Longer than any round; a part that needs more hangs. */
const PATIENCE_MS = 90_000;
const SOURCES = join(process.cwd(), "bench", "parts");

export type Part = {
  /** Asks the part to do something; rejects with the part's own stack. */
  ask: <R>(method: string, input?: unknown) => Promise<R>;
  /** Runs `work` and tells how much CPU this part used meanwhile, in microseconds. */
  during: <R>(work: () => Promise<R>) => Promise<R & { cpu: number }>;
  /** Resident bytes after collecting garbage. */
  memory: () => Promise<number>;
  pid: number;
  close: () => Promise<void>;
};

/** Every process of the bench runs bundled like the product does: tsx's own shims would cost a hot path a quarter. */
export async function bundleParts(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(SOURCES).map((file) => join(SOURCES, file)),
    outdir: OUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
}

type Options = { env?: Record<string, string>; profile?: boolean };
type Reply = { id?: number; ready?: true; value?: unknown; error?: string };

/** Starts one part in a process of its own. `profile` leaves a CPU profile of the last round in dist/bench. */
export async function openPart(name: string, { env, profile }: Options = {}): Promise<Part> {
  const child = fork(join(OUT, `${name}.mjs`), [], {
    execArgv: ["--expose-gc", "--enable-source-maps"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const waiting = new Map<number, { settle: (value: never) => void; fail: (error: Error) => void }>();
  const failAll = (error: Error) => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const ready = new Promise<void>((settle, fail) => {
    child.once("exit", (code) => fail(new Error(`bench part ${name} ended with ${code}`)));
    child.on("message", (reply: Reply) => (reply.ready ? settle() : take(waiting, reply)));
  });
  child.once("exit", (code) => failAll(new Error(`bench part ${name} ended with ${code}`)));
  await ready;
  let last = 0;
  const ask = <R>(method: string, input?: unknown) =>
    new Promise<R>((settle, fail) => {
      last += 1;
      const late = setTimeout(() => fail(new Error(`bench part ${name} does not answer ${method}`)), PATIENCE_MS);
      const done =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(late);
          then(value);
        };
      waiting.set(last, { settle: done(settle) as never, fail: done(fail) });
      child.send({ id: last, method, input });
    });
  return {
    ask,
    during: (work) => during(ask, work, profile ? join(OUT, `${name}.cpuprofile`) : null),
    memory: () => ask("memory"),
    pid: child.pid ?? 0,
    close: () => end(child),
  };
}

type Ask = Part["ask"];

async function during<R>(ask: Ask, work: () => Promise<R>, profile: string | null): Promise<R & { cpu: number }> {
  if (profile) await ask("profile", null);
  const before = await ask<number>("cpu");
  const result = await work();
  const cpu = (await ask<number>("cpu")) - before;
  if (profile) await ask("profile", profile);
  return { ...result, cpu };
}

function take(waiting: Map<number, { settle: (value: never) => void; fail: (error: Error) => void }>, reply: Reply) {
  const open = waiting.get(reply.id ?? 0);
  waiting.delete(reply.id ?? 0);
  if (reply.error === undefined) open?.settle(reply.value as never);
  else open?.fail(new Error(reply.error));
}

async function end(child: ChildProcess) {
  const gone = once(child, "exit");
  child.disconnect();
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(timer);
}
