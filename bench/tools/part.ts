import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { setTimeout as wait } from "node:timers/promises";

type Question = { id: number; method: string; input: unknown };
type Methods = Record<string, (input: never) => unknown>;

/** Microseconds of CPU this process has used, all threads. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Bytes held after everything that can be collected is gone. */
async function memory() {
  for (let i = 0; i < 3; i += 1) {
    globalThis.gc?.();
    await wait(100);
  }
  return process.memoryUsage().rss;
}

let session: Session | null = null;

/** Starts a CPU profile, or ends it and keeps it in this file. */
async function profile(file: string | null) {
  if (file === null) {
    session = new Session();
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
  } else if (session) {
    const { profile: taken } = await session.post("Profiler.stop");
    writeFileSync(file, JSON.stringify(taken));
    session.disconnect();
  }
}

/** The child's end: answers the bench's questions one by one until the bench lets go of it. */
export function answer(methods: Methods): void {
  const all: Methods = { cpu, memory, profile, ...methods };
  process.on("message", async ({ id, method, input }: Question) => {
    try {
      process.send?.({ id, value: await all[method]?.(input as never) });
    } catch (error) {
      process.send?.({ id, error: (error as Error).stack ?? String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ ready: true });
}
