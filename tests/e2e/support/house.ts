import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { freePort, startServer } from "@/bench/simulate/server";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";
import { makeAdmin, openAdmin } from "./admin";
import { readLogins } from "./logins";

/** Starts the built program once for all journeys, with its demo, and stops it when they are over. */
export default async function setup({ projects }: FullConfig) {
  const folder = scratchFolder(fleetingPlace());
  const server = await startServer(folder.path, await freePort());
  const link = await makeAdmin(folder.path, server.url);
  const admin = await openAdmin(link, projects[0]?.use.launchOptions ?? {});
  const house = { url: server.url, dataDir: folder.path, logins: readLogins(folder.path), admin };
  const file = join(folder.path, "house.json");
  writeFileSync(file, JSON.stringify(house));
  // Workers are children of this process.
  process.env.QAFILA_HOUSE = file;
  return async () => {
    await server.stop();
    folder.remove();
  };
}
