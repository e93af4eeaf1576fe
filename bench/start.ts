import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/embedded/postmaster";
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

/** Seconds from the command to the first page, and the program that serves it. */
async function open(dataDir: string): Promise<{ seconds: number; program: ChildProcess }> {
  const port = await freePort();
  const began = performance.now();
  const program = spawn(process.execPath, ["server/start.mjs"], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: "production", LOG_LEVEL: "error" },
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
    if (answer?.status === 200 && (await answer.text()).includes("<html")) break;
    if (program.exitCode !== null) throw new Error(`npm start ended with ${program.exitCode}`);
    await wait(20);
  }
  return { seconds: (performance.now() - began) / 1_000, program };
}

async function stop(program: ChildProcess) {
  const gone = once(program, "exit");
  program.kill("SIGTERM");
  await gone;
}

/** A second start, from `npm start` to the first page. */
export async function start(stage: Stage): Promise<Row[]> {
  if (!isFresh()) {
    stage.say("  the build is not of these sources, so the start is left out: npm run build");
    return [];
  }
  const folder = scratchFolder();
  const dataDir = join(folder.path, "data");
  try {
    await stop((await open(dataDir)).program);
    const seconds: number[] = [];
    for (let i = 0; i < stage.rounds; i += 1) {
      const opened = await open(dataDir);
      seconds.push(opened.seconds);
      await stop(opened.program);
    }
    return [bound("warm start to the first page", "s", seconds, 5)];
  } finally {
    folder.remove();
  }
}
