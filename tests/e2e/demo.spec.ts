import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { readState } from "@/db/embedded/state";
import { house } from "./support/logins";

test("nothing runs by the clock before the demo is whole: it would close months that are still being paid into", async () => {
  const { dataDir } = house();
  const state = readState(dataDir);
  const bare = postgres(`postgres://postgres:${state?.superPassword}@127.0.0.1:${state?.port}/qafila`, { max: 1 });
  const [clock] = await bare<{ began: Date }[]>`
    select min(known_since) as began from graphile_worker._private_known_crontabs`;
  await bare.end();
  expect(clock?.began.getTime()).toBeGreaterThanOrEqual(
    Math.floor(statSync(join(dataDir, "demo-logins.json")).mtimeMs),
  );
});
