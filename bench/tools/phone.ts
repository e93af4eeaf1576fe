import { chromium, devices } from "@playwright/test";
import { browserPath } from "@/tests/support/browser";

// Chrome's own "Slow 4G" (1.6 Mbit/s down, 750 kbit/s up, 150 ms, as its DevTools shape each request) and its "mid-tier
// mobile", a fourth of the machine: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: ((1_600 * 1_000) / 8) * 0.9,
  uploadThroughput: ((750 * 1_000) / 8) * 0.9,
};
const SLOWER = 4;
/** Where the phone stands. */
const HARAM = { latitude: 21.4225205, longitude: 39.8261801, accuracy: 12 };

export type Phone = {
  /** Milliseconds until the largest thing in sight was painted, on a phone that was never here. @param cookie `name=value` */
  paint: (path: string, cookie: string) => Promise<number>;
  close: () => Promise<void>;
};

/** The last of them once the page is quiet, as the browser itself reckons it. */
const readPaint = () =>
  new Promise<number>((settle) => {
    new PerformanceObserver((list) => settle(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });

/** A mid-range phone on a slow mobile network, in front of what listens there. */
export async function openPhone(port: number): Promise<Phone> {
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
  const paint = async (path: string, cookie: string) => {
    const context = await browser.newContext({
      ...devices["Pixel 7"],
      viewport: { width: 390, height: 844 },
      permissions: ["geolocation"],
      geolocation: HARAM,
    });
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    if (name) await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(origin + path, { waitUntil: "load" });
    await page.waitForLoadState("networkidle");
    const at = await page.evaluate(readPaint);
    await context.close();
    return at;
  };
  return { paint, close: () => browser.close() };
}
