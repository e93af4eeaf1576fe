import { hkdfSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { SignJWT } from "jose";
import postgres from "postgres";
import { freePort, type RunningServer, startServer } from "@/bench/simulate/server";
import { type BenchAgency, makeWorld } from "@/bench/tools/world";
import { openEmbedded } from "@/db/embedded";
import { readState } from "@/db/embedded/state";
import { startRedis, type TestRedis } from "@/tests/support/redis";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";
import { startUpstashFront } from "@/tests/support/upstash-front";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type Nodes = {
  first: RunningServer;
  second: RunningServer;
  redis: TestRedis;
  agency: BenchAgency;
  ownerToken: string;
};

/** Two nodes of the built program on one PostgreSQL, one Redis and one Upstash, opened at the same moment. */
export async function openNodes(): Promise<Nodes & { close: () => Promise<void> }> {
  const folder = scratchFolder(fleetingPlace());
  const dataDir = join(folder.path, "database");
  const [database, redis] = await Promise.all([openEmbedded({ dataDir, log: quiet }), startRedis()]);
  const kv = await startUpstashFront(redis.url);
  const secret = randomBytes(48).toString("base64");
  const [one, two] = [await freePort(), await freePort()];
  const outside = {
    DATABASE_URL: database.loginUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    UPSTASH_REDIS_REST_URL: kv.url,
    UPSTASH_REDIS_REST_TOKEN: kv.token,
    SECRET_KEY: secret,
    PUBLIC_URL: `http://localhost:${one}`,
    HOST: "127.0.0.1",
  };
  // Both bring the same empty database up to date.
  const [first, second] = await Promise.all([one, two].map((port) => startServer(folder.path, port, outside)));
  const state = readState(dataDir);
  const bare = postgres(`postgres://postgres:${state?.superPassword}@127.0.0.1:${state?.port}/qafila`, { max: 1 });
  const [agency] = await makeWorld(bare, { agencies: 1, groups: 1, pilgrims: 1 });
  await bare.end();
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "qafila access token", 32));
  const { userId, sid } = agency!.owner;
  const ownerToken = await new SignJWT({ sid })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setExpirationTime("15m")
    .sign(key);
  const close = async () => {
    await Promise.all([first!, second!].map((node) => node.stop()));
    await kv.stop();
    await redis.stop();
    await database.stop();
    folder.remove();
  };
  return { first: first!, second: second!, redis, agency: agency!, ownerToken, close };
}
