import { expect, test } from "@playwright/test";
import { house, loginOf } from "./support/logins";

test("what is sent before a slow phone has the page's script waits for it, and is sent once", async ({ page }) => {
  const { url, logins } = house();
  const { identifier, password } = loginOf(logins, "owner");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await arrived;
    await route.continue();
  });
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(new URL(request.url()).pathname));
  await page.goto(`${url}/sign-in`, { waitUntil: "commit" });
  await page.locator("input[name=identifier]").fill(identifier);
  await page.locator("input[name=password]").fill(password);
  // A page that is half alive would send it too.
  const heard = await page.evaluateHandle(() => {
    const times = { count: 0 };
    document.addEventListener("submit", () => {
      times.count += 1;
    });
    return times;
  });
  const submit = page.locator("main form button[type=submit]");
  await submit.click({ noWaitAfter: true });
  await submit.click({ noWaitAfter: true });
  await expect(submit).toHaveAttribute("aria-busy", "true");
  await expect(page.locator("input[name=identifier]")).toHaveValue(identifier);
  expect([sent, await heard.jsonValue()]).toEqual([[], { count: 0 }]);
  arrive();
  await page.waitForURL(/\/office$/);
  expect(sent.filter((path) => path.includes("sign-in") || path.includes("callback")).length).toBe(1);
});
