import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";

it("a program whose terminal or collector of logs is gone goes on", async () => {
  const child = fork(join(import.meta.dirname, "talk-child.ts"), { execArgv: ["--import", "tsx"], silent: true });
  const said: unknown[] = [];
  child.on("message", (message) => said.push(message));
  await once(child, "message");
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.send("go");
  const [code] = await once(child, "exit");
  expect([said, code]).toEqual([["ready", "still here"], 0]);
});
