import { expect, type Page, test } from "@playwright/test";
import { house, loginOf, signIn } from "./support/logins";

// What the page's own listener in inspect.ts does not look for: words of an engine that lacks the language.
const FOREIGN = /\bM(0[1-9]|1[0-2])\b|-\d+ (min|h|d)\b|\b\d+ (min|hr|days?)\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/;
const PAGES = [
  ["leader", ["/a/nurani/lead", "/a/nurani/lead/map"]],
  ["pilgrim", ["/a/nurani/my", "/a/nurani/my/settings"]],
  ["owner", ["/a/nurani/office", "/a/nurani/office/groups"]],
] as const;

/** Errors of hydration: in a build "Minified React error #418", in development a sentence. */
function mismatches(page: Page): string[] {
  const found: string[] = [];
  const hear = (text: string) => {
    if (/#(418|423|425)\b|hydrat/i.test(text)) found.push(text.slice(0, 1_500));
  };
  page.on("pageerror", (error) => hear(String(error)));
  page.on("console", (message) => message.type() === "error" && hear(message.text()));
  return found;
}

for (const [role, paths] of PAGES) {
  test(`[R89] a browser without Kazakh reads what the server wrote to a ${role}`, async ({ page, context }) => {
    const { url, logins } = house();
    await context.addCookies([{ name: "qafila_locale", value: "kk", url }]);
    const found = mismatches(page);
    await signIn(page, url, loginOf(logins, role));
    for (const path of paths) {
      await page.goto(url + path);
      await page.waitForLoadState("networkidle");
      await expect(page.locator("html")).toHaveAttribute("lang", "kk");
      await expect.soft(page.locator("body"), path).not.toContainText(FOREIGN, { useInnerText: true });
      expect.soft(found, path).toEqual([]);
    }
    expect(await page.evaluate(() => new Intl.NumberFormat("kk").format(1_234.5))).toBe("1\u00A0234,5");
  });
}

test("[R89] an amount typed with Arabic digits stands in the field in Latin ones, also where somebody corrects it", async ({
  page,
  context,
}) => {
  const { url, logins } = house();
  await context.addCookies([{ name: "qafila_locale", value: "ar", url }]);
  await signIn(page, url, loginOf(logins, "owner"), "/a/nurani/office/settings/payments");
  const field = page.locator("main input[inputmode=decimal]");
  await expect(async () => {
    await field.fill("٢٥٠٠٠");
    await expect(field).toHaveValue("25000", { timeout: 1_000 });
  }).toPass();
  await field.press("ArrowLeft");
  await field.press("ArrowLeft");
  await field.pressSequentially("٧١");
  await expect(field).toHaveValue("2507100");
});

test("[R89] a page read in Arabic's own digits says all that the build has compiled", async ({ page, context }) => {
  const { url, logins } = house();
  await context.addCookies([{ name: "qafila_locale", value: "ar-u-nu-arab", url }]);
  const unsaid: string[] = [];
  page.on(
    "console",
    (message) => /FORMATTING_ERROR|MISSING_MESSAGE/.test(message.text()) && unsaid.push(message.text()),
  );
  await signIn(page, url, loginOf(logins, "pilgrim"));
  for (const path of ["/a/nurani/my", "/a/nurani/my/bookings", "/a/nurani/my/invoices"]) {
    await page.goto(url + path);
    await page.waitForLoadState("networkidle");
    await expect.soft(page.locator("main"), path).toContainText(/[٠-٩]/);
    // What its scripts ask for is answered in what stands here.
    await expect.soft(page.locator("html"), path).toHaveAttribute("lang", "ar-u-nu-arab");
  }
  await page.locator('main a[href*="/my/invoices/"]').first().click();
  await expect(page.locator("main h1")).toBeVisible();
  expect(unsaid).toEqual([]);
});

test("[R89] whoever chooses a language, or Arabic in its own digits, reads the pages and the letters in it", async ({
  page,
}) => {
  const { url, logins } = house();
  const reader = logins.find(({ identifier }) => identifier === "aqjol.pilgrim48")!;
  await signIn(page, url, reader, "/a/aqjol/my/settings");
  await page.getByRole("combobox", { name: "Language" }).selectOption("العربية (١٢٣)");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar-u-nu-arab");
  await page.goto(`${url}/account`);
  await expect(page.locator("select[name=locale]")).toHaveValue("ar-u-nu-arab");
});
