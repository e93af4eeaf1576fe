import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { keepPositionDays } from "@/db/partitions";
import { scratchFolder } from "@/tests/support/scratch";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { ownerUrl: string; loginUrl: string };
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One real PostgreSQL per run, with a migrated template that every test file clones. */
export async function setup(project: TestProject) {
  const folder = scratchFolder();
  const server = await openEmbedded({ dataDir: folder.path, log: quiet });
  await migrate(server.ownerUrl, join(process.cwd(), "db/migrations"));
  await keepPositionDays(server.ownerUrl, new Date());
  const admin = postgres(server.ownerUrl.replace(/\/qafila$/, "/postgres"), { max: 1 });
  await admin.unsafe(`create database qafila_template template qafila`);
  await admin.end();
  project.provide("cluster", { ownerUrl: server.ownerUrl, loginUrl: server.loginUrl });
  return async () => {
    await server.stop();
    folder.remove();
  };
}
