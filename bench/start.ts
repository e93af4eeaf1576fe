import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/embedded/postmaster";
import { processesOf } from "@/db/embedded/process";
import { readState } from "@/db/embedded/state";
import { scratchFolder } from "@/tests/support/scratch";
import { bound, type Row } from "./tools/rounds";
import type { Stage } from "./tools/stage";

const STAMP = ".next/qafila-build";

/** Whether `npm start` would find its build fresh; a bench must not set off another one. */
function isFresh(): boolean {
  if (!existsSync(STAMP) || !existsSync("dist/server.js")) return false;
  const built = statSync(STAMP).mtimeMs;
  const folders = ["app", "components", "db", "lib", "public", "server"];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))),
  );
  return files.every((file) => statSync(file).mtimeMs <= built);
}

type Opened = { seconds: number; port: number; program: ChildProcess; ready: Promise<void> };

/** Seconds from the command to the first page, the program that serves it, and when all of it has started. */
async function open(dataDir: string): Promise<Opened> {
  const port = await freePort();
  const began = performance.now();
  const program = spawn(process.execPath, ["server/start.mjs"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: "production", LOG_LEVEL: "error" },
  });
  const ready = new Promise<void>((settle) => {
    program.stdout.on("data", (said) => String(said).includes("Qafila is ready") && settle());
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
    if (answer?.status === 200 && (await answer.text()).includes("<html")) break;
    if (program.exitCode !== null) throw new Error(`npm start ended with ${program.exitCode}`);
    await wait(20);
  }
  return { seconds: (performance.now() - began) / 1_000, port, program, ready };
}

async function stop(program: ChildProcess) {
  const gone = once(program, "exit");
  program.kill("SIGTERM");
  await gone;
}

async function killHard(program: ChildProcess) {
  const gone = once(program, "exit");
  program.kill("SIGKILL");
  await gone;
}

/** Ends every process of the folder's PostgreSQL at once. */
function killDatabase(dataDir: string) {
  const home = resolve(dataDir, readState(dataDir)?.home ?? "");
  for (const pid of processesOf(join(home, "pgdata"))) process.kill(pid, "SIGKILL");
}

/** Seconds from the death of PostgreSQL until the program that goes on says it is ready again. */
async function outage(dataDir: string, port: number): Promise<number> {
  killDatabase(dataDir);
  const began = performance.now();
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null))?.status === 200;
  while (!(await isReady())) await wait(20);
  return (performance.now() - began) / 1_000;
}

/** A second start, from `npm start` to the first page, and how long kill -9 of the program or of PostgreSQL is felt. */
export async function start(stage: Stage): Promise<Row[]> {
  if (!isFresh()) {
    stage.say("  the build is not of these sources, so the start is left out: npm run build");
    return [];
  }
  const folder = scratchFolder();
  const dataDir = join(folder.path, "data");
  try {
    await stop((await open(dataDir)).program);
    const seconds = { warm: [] as number[], killed: [] as number[], database: [] as number[] };
    for (let i = 0; i < stage.rounds; i += 1) {
      const first = await open(dataDir);
      seconds.warm.push(first.seconds);
      await killHard(first.program);
      const second = await open(dataDir);
      seconds.killed.push(second.seconds);
      await second.ready;
      seconds.database.push(await outage(dataDir, second.port));
      await stop(second.program);
    }
    return [
      bound("warm start to the first page", "s", seconds.warm, 5),
      bound("start after kill -9 of the program, to the first page", "s", seconds.killed, 5),
      bound("kill -9 of PostgreSQL under the program, until ready again", "s", seconds.database, 3),
    ];
  } finally {
    folder.remove();
  }
}
