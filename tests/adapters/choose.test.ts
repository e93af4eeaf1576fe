import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { choosePorts } from "@/server/adapters/choose";
import { openEnv } from "@/server/env";
import { openLog } from "@/server/open";
import { startRedis, type TestRedis } from "@/tests/support/redis";
import { scratchFolder } from "@/tests/support/scratch";

const scratch = scratchFolder();
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.stop();
  scratch.remove();
});

/** What a node says as it starts with these settings. */
async function said(more: object) {
  const log = openLog("silent");
  const warn = vi.spyOn(log, "warn");
  const { close } = await choosePorts({ ...openEnv({ DATA_DIR: scratch.path }), ...more }, log);
  await close();
  return warn.mock.calls.map(([about]) => about);
}

it("a node among several says that the others must find its files, too; a node alone has nothing to say", async () => {
  const folder = expect.stringContaining(scratch.path);
  expect(await said({ redisUrl: redis.url })).toEqual([{ folder }]);
  expect(await said({})).toEqual([]);
  const s3 = { bucket: "b", region: "r", accessKeyId: "a", secretAccessKey: "s" };
  expect(await said({ redisUrl: redis.url, files: { kind: "s3", s3 } })).toEqual([]);
});
