import { expect, type Page, test } from "@playwright/test";
import config from "../../playwright.config";
import { house, loginOf, signIn } from "./support/logins";

/** Twice the size of text a browser comes with, as its own settings make it: lengths and breakpoints in rem follow. */
const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), "--blink-settings=defaultFontSize=32"] },
});

/** Nothing runs out of the screen sideways, and no control is cut off. */
async function fits(page: Page, path: string) {
  await page.goto(house().url + path);
  await expect(page.locator("h1, h2").first()).toBeAttached();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isScrolled = (one: Element | null): boolean =>
      one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || isScrolled(one.parentElement));
    const outside = [...document.querySelectorAll("button, a, input:not([type=file]), select, textarea")].filter(
      (one) => {
        const { left, right, height } = one.getBoundingClientRect();
        const isSeen = height > 1 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return isSeen && (left < -1 || right > width + 1) && !isScrolled(one.parentElement);
      },
    );
    return {
      wider: Math.max(0, document.documentElement.scrollWidth - width),
      outside: outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    };
  });
  expect.soft(found, path).toEqual({ wider: 0, outside: [] });
}

const OUTSIDE = ["/sign-in", "/sign-up", "/sign-in/code", "/register-agency"];
const MY = ["", "/messages", "/settings"];
const LEAD = ["", "/people", "/chat", "/more"];
const OFFICE = ["", "/groups", "/bookings", "/staff", "/branches", "/settings", "/audit", "/proofs"];

for (const locale of ["ru", "ar"]) {
  test.describe(`text of twice the size, ${locale}`, () => {
    test.use({ locale });

    test("fits the phones of strangers, pilgrims and leaders", async ({ page, browser }) => {
      test.setTimeout(240_000);
      for (const path of OUTSIDE) await fits(page, path);
      for (const [role, home, paths] of [
        ["pilgrim", "/a/nurani/my", MY],
        ["leader", "/a/nurani/lead", LEAD],
      ] as const) {
        const context = await browser.newContext({ locale });
        const theirs = await context.newPage();
        await signIn(theirs, house().url, loginOf(house().logins, role));
        for (const path of [...paths, ...(role === "pilgrim" ? ["account"] : [])])
          await fits(theirs, path === "account" ? "/account" : home + path);
        await context.close();
      }
    });

    test("fits the office @desktop", async ({ page }) => {
      test.setTimeout(240_000);
      await signIn(page, house().url, loginOf(house().logins, "owner"));
      for (const path of OFFICE) await fits(page, `/a/nurani/office${path}`);
    });
  });
}
