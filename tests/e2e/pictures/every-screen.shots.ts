import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { inspect, listenTo } from "../support/inspect";
import { house } from "../support/logins";
import type { Ground } from "./house";
import { SCREENS } from "./screens";

const FOLDER = join(import.meta.dirname, "../../../shots");
const LONGEST = 2_400;
const GATE = { latitude: 21.42085, longitude: 39.82585, accuracy: 9 };

/** A page in its whole length, as on a very long phone: what stays at the bottom does not lie across the middle. */
async function take(page: Page, path: string, isMap: boolean) {
  const window = page.viewportSize();
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!isMap && window)
    await page.setViewportSize({ ...window, height: Math.min(LONGEST, Math.max(length, window.height)) });
  await page.screenshot({ path, animations: "disabled" });
  if (window) await page.setViewportSize(window);
}

const groundOf = (dataDir: string): Ground => JSON.parse(readFileSync(join(dataDir, "ground.json"), "utf8"));

for (const locale of locales) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`${locale} ${theme}`, () => {
      test.use({ colorScheme: theme, locale, geolocation: GATE, permissions: ["geolocation"] });
      for (const [role, screens] of SCREENS) {
        test(role, async ({ page, context }, { project }) => {
          const { url, dataDir } = house();
          const { place, sessions } = groundOf(dataDir);
          // One screen shows what is not there, one a hand-over that nobody made.
          listenTo(page, [/status of 404/, /status of 401.*callback\/handover/]);
          await context.addCookies([{ name: "qafila_locale", value: locale, url }]);
          await context.addCookies(sessions[role] ?? []);
          for (const screen of screens) {
            const answer = await page.goto(url + screen.path(place));
            expect.soft(answer?.status() === 404, `${screen.name} is missing`).toBe(screen.isMissing ?? false);
            await page.locator("main h1, main h2, h1, h2").first().waitFor({ state: "attached" });
            await page.evaluate(() => document.fonts.ready);
            await page.waitForLoadState("networkidle");
            await screen.act?.(page);
            const path = join(FOLDER, project.name, `${locale}-${theme}`, `${screen.name}.png`);
            await page.waitForFunction(() => !document.querySelector(".leaflet-cluster-anim, .leaflet-zoom-anim"));
            await inspect(page);
            await take(page, path, screen.isMap ?? false);
          }
        });
      }
    });
  }
}
