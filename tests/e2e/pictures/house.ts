import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cookie, chromium, type FullConfig, type LaunchOptions } from "@playwright/test";
import { openCrowd } from "../support/crowd";
import openHouse from "../support/house";
import { house, loginOf, signIn } from "../support/logins";
import { findPlace } from "./place";
import { type Place, SCREENS } from "./screens";

/** What all pictures stand on: the addresses of the screens, and what a browser keeps of each role's one session. */
export type Ground = { place: Place; sessions: Record<string, Cookie[]> };

/** Positions grow stale after ten minutes, and all pictures take longer. */
const AGAIN_MS = 120_000;

const withoutLocale = (cookies: Cookie[]) => cookies.filter(({ name }) => name !== "qafila_locale");

/** Signs each role in once for all workers, after everybody else: a second log-in of a leader or a pilgrim ends the first. */
async function signInAll(launch: LaunchOptions): Promise<Ground["sessions"]> {
  const { url, logins, admin } = house();
  const sessions: Ground["sessions"] = { nobody: [], platform: withoutLocale(admin) };
  const browser = await chromium.launch(launch);
  for (const [role] of SCREENS.filter(([name]) => !(name in sessions))) {
    const page = await browser.newPage({ locale: "en-GB" });
    await signIn(page, url, loginOf(logins, role));
    sessions[role] = withoutLocale(await page.context().cookies());
    await page.context().close();
  }
  await browser.close();
  return sessions;
}

/** The house of the journeys, whose people's phones stay on. */
export default async function setup(config: FullConfig) {
  const close = await openHouse(config);
  const refresh = await openCrowd(house());
  const count = await refresh();
  if (count < 20) throw new Error(`only ${count} people could be moved: the demo has changed`);
  const place = await findPlace();
  const ground: Ground = { place, sessions: await signInAll(config.projects[0]?.use.launchOptions ?? {}) };
  writeFileSync(join(house().dataDir, "ground.json"), JSON.stringify(ground));
  const timer = setInterval(() => void refresh().catch(() => undefined), AGAIN_MS);
  return async () => {
    clearInterval(timer);
    await close();
  };
}
