import { defineConfig, devices } from "@playwright/test";
import { browserPath } from "./tests/support/browser";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page lives here for a second: making its code fast costs a tenth of all the journeys' time.
  "--js-flags=--no-maglev --no-turbofan",
];

// Drawn at one dot per pixel: a real phone's seven are painted by our own two cores here.
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
const OWN_HOUSE = ["**/nodes.spec.ts", "**/nodes-away.spec.ts", "**/simulate.spec.ts"];
/** Every page, of which none is changed. */
const LOOKS = "**/pages.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/house.ts",
  // A slow machine is no defect: what must be quick is measured in bench/, and patience costs nothing where all is well.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  reporter: [["list"]],
  use: {
    launchOptions: { executablePath: browserPath(), args },
    // Recording what may fail costs everything else a tenth of its time: ask again with `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    locale: "en-GB",
    timezoneId: "Asia/Riyadh",
  },
  // What people do in one house goes one after another; the rest runs beside it, the longest first.
  projects: [
    { name: "journeys", use: phone, testIgnore: [...OWN_HOUSE, LOOKS], workers: 1 },
    { name: "own house", use: phone, testMatch: OWN_HOUSE },
    { name: "looks", use: phone, testMatch: LOOKS, fullyParallel: true },
  ],
});
