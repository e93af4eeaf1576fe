import type { FullConfig } from "@playwright/test";
import { openCrowd } from "../support/crowd";
import openHouse from "../support/house";
import { house } from "../support/logins";

/** Positions grow stale after ten minutes, and all pictures take longer. */
const AGAIN_MS = 120_000;

/** The house of the journeys, whose people's phones stay on. */
export default async function setup(config: FullConfig) {
  const close = await openHouse(config);
  const refresh = await openCrowd(house());
  const count = await refresh();
  if (count < 20) throw new Error(`only ${count} people could be moved: the demo has changed`);
  const timer = setInterval(() => void refresh().catch(() => undefined), AGAIN_MS);
  return async () => {
    clearInterval(timer);
    await close();
  };
}
