import { defineConfig } from "@playwright/test";
import journeys from "../../playwright.config";

/** Every screen in every language, into shots/, to be looked at. `npm run shots -- -g "kk dark"` takes a part of them. */
export default defineConfig({
  ...journeys,
  testDir: "pictures",
  testMatch: "**/*.shots.ts",
  globalSetup: "./pictures/house.ts",
  timeout: 240_000,
  outputDir: "../../test-results",
  use: { ...journeys.use, trace: "off" },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
  ],
});
