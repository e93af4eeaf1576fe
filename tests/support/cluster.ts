import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "@/db/embedded";
import { asSuperuser } from "@/db/embedded/cluster";
import { LOGIN, OWNER } from "@/db/embedded/prepare";
import { readState } from "@/db/embedded/state";
import { migrate } from "@/db/migrate";
import { makePositionDays } from "@/db/partitions";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { ownerUrl: string; loginUrl: string };
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Nothing of a test has to outlive the machine, only the server's death, and statistics are taken where a plan is looked at. */
const LIGHT = ["fsync = off", "full_page_writes = off", "autovacuum = off", "max_wal_size = '8GB'"];

async function lighten(dataDir: string): Promise<void> {
  const state = readState(dataDir)!;
  const boss = asSuperuser(state, state.port, "postgres");
  for (const setting of LIGHT) await boss.unsafe(`alter system set ${setting}`);
  await boss`select pg_reload_conf()`;
  // Two thousand connections are opened, and a password made hard to guess is as hard to check, at both ends.
  await boss`set scram_iterations = 1`;
  await boss.unsafe(`alter role ${OWNER} password '${state.ownerPassword}'`);
  await boss.unsafe(`alter role ${LOGIN} password '${state.loginPassword}'`);
  await boss.end();
}

/** One real PostgreSQL per run, with a migrated template that every test file clones. */
export async function setup(project: TestProject) {
  const folder = scratchFolder(fleetingPlace());
  const server = await openEmbedded({ dataDir: folder.path, log: quiet });
  await lighten(folder.path);
  await migrate(server.ownerUrl, join(process.cwd(), "db/migrations"));
  await makePositionDays(server.ownerUrl, new Date());
  const admin = postgres(server.ownerUrl.replace(/\/qafila$/, "/postgres"), { max: 1 });
  await admin.unsafe(`create database qafila_template template qafila`);
  await admin.end();
  project.provide("cluster", { ownerUrl: server.ownerUrl, loginUrl: server.loginUrl });
  return async () => {
    await server.stop();
    folder.remove();
  };
}
