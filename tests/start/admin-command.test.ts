import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database";
import { startRedis, type TestRedis } from "../support/redis";
import { scratchFolder } from "../support/scratch";

const run = promisify(execFile);
const scratch = scratchFolder();
let redis: TestRedis;
let database: TestDatabase;
beforeAll(async () => {
  [redis, database] = await Promise.all([startRedis(), freshDatabase()]);
});
afterAll(async () => {
  await redis.stop();
  await database.drop();
  scratch.remove();
});

it("whoever makes the first super admin beside several nodes reads the link and nothing for machines", async () => {
  const env = {
    ...process.env,
    DATA_DIR: scratch.path,
    DATABASE_URL: database.loginUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "not asked for here",
    SECRET_KEY: "Qx7-long-enough-and-of-this-test-alone-93Lp",
  };
  const args = ["--import", "tsx", "server/cli/admin.ts", "root@example.com"];
  const { stdout, stderr } = await run(process.execPath, args, { env });
  expect([stdout.trim().split("\n")[0], stderr]).toEqual([
    "This link signs root@example.com in as super admin, once, within the hour:",
    "",
  ]);
  expect(stdout).toMatch(/#[\w-]{43}\s*$/);
});
