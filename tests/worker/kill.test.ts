import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openBranch } from "../kernel/grammar";
import { rowsOf } from "../kernel/support";
import { as, newWorld, type World } from "../support/world";
import { startWorker } from "./support";
import { type Hold, welcome } from "./tasks";

let world: World;
let child: ChildProcess | null = null;
beforeAll(async () => {
  world = await newWorld();
});
afterEach(() => {
  child?.kill("SIGKILL");
});
afterAll(() => world.close());

const SOON = { timeout: 60_000, interval: 20 };

async function startChild(hold: Hold) {
  const { ownerUrl, loginUrl } = world.house.database;
  const args = ["--import", "tsx", "tests/worker/worker-child.ts", ownerUrl, loginUrl, hold];
  child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout!, "data");
  return child;
}

const count = async (channel: string, branchId: string) =>
  (await rowsOf(world.house, "deliveries", `channel = '${channel}' and dedupe_key like '${branchId}%'`)).length;

describe("[R71] a worker killed with SIGKILL", () => {
  it.each(["before", "after"] as const)(
    "in the middle of a job, %s the message was sent: another takes the job over, and one message is seen",
    async (hold) => {
      const worker = await startChild(hold);
      const { id } = await openBranch(as(world.owner), { name: `Mati ${hold}` });
      await vi.waitFor(async () => expect(await count("attempt", id)).toBe(1), SOON);
      if (hold === "after") await vi.waitFor(async () => expect(await count("message", id)).toBe(1), SOON);
      worker.kill("SIGKILL");
      await once(worker, "exit");
      const heir = await startWorker(world.house, [welcome("never")]);
      await vi.waitFor(async () => expect(await count("attempt", id)).toBe(2), SOON);
      await vi.waitFor(async () => expect(await count("message", id)).toBe(1), SOON);
      await heir.close();
      expect(await count("message", id)).toBe(1);
    },
  );

  it("before it saw the fact: the fact waits for the next one", async () => {
    const worker = await startChild("never");
    worker.kill("SIGKILL");
    await once(worker, "exit");
    const { id } = await openBranch(as(world.owner), { name: "Sendiri" });
    const heir = await startWorker(world.house, [welcome("never")]);
    await vi.waitFor(async () => expect(await count("message", id)).toBe(1), SOON);
    await heir.close();
    expect(await count("attempt", id)).toBe(1);
  });
});
