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
];

// Drawn at one dot per pixel: a real phone's seven are painted by our own two cores here.
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
const desktop = { viewport: { width: 1440, height: 900 } };
/** Looks at every page, which change nothing, and what has a house of its own. */
const APART = ["**/pages.spec.ts", "**/nodes.spec.ts", "**/simulate.spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/house.ts",
  timeout: 120_000,
  // A slow machine is no defect: what must be quick is measured in bench/.
  expect: { timeout: 15_000 },
  // What people do in one house goes one after another; the rest runs beside it.
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
  projects: [
    { name: "phone", use: phone, grepInvert: /@desktop/, testIgnore: APART, workers: 1 },
    { name: "phone apart", use: phone, grepInvert: /@desktop/, testMatch: APART, workers: 1 },
    { name: "desktop", use: desktop, grep: /@desktop/, testIgnore: APART, workers: 1, dependencies: ["phone"] },
    { name: "desktop apart", use: desktop, grep: /@desktop/, testMatch: APART, workers: 1 },
  ],
});
