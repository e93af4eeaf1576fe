import { devices } from "@playwright/test";

const { defaultBrowserType: _, ...desktop } = devices["Desktop Chrome"]!;
/** The screen of an office, where journeys are made on a phone otherwise: `test.use(DESK)`. */
export const DESK = { ...desktop, viewport: { width: 1440, height: 900 } };
