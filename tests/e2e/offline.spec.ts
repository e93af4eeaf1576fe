import { expect, type Page, test } from "@playwright/test";
import { house, loginOf, signIn } from "./support/logins";

const HOME = "/a/nurani/my";

/** What this device keeps of somebody, by path. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("private:"));
    const kept = names.map(async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
    );
    return (await Promise.all(kept)).flat().sort();
  });

test("[R90][R82] without a network a cold start shows the trip; after signing out nothing of it is left", async ({
  context,
}) => {
  const { url, logins } = house();
  const page = await context.newPage();
  await signIn(page, url, loginOf(logins, "pilgrim"));
  const group = (await page.locator("main h2 bdi").first().textContent()) ?? "";
  await expect
    .poll(() => keptPaths(page), { timeout: 30_000 })
    .toEqual([HOME, `${HOME}/help`, `${HOME}/messages`, `${HOME}/settings`]);
  await page.close();

  await context.setOffline(true);
  const cold = await context.newPage();
  await cold.goto(url + HOME);
  await expect(cold.getByText(group).first()).toBeVisible();
  await expect(cold.getByText("No network.")).toBeVisible();
  await cold.goto(`${url + HOME}/help`);
  await expect(cold.locator("h1")).toBeVisible();
  // What was never kept says so, and leads to what was.
  await cold.goto(`${url + HOME}/trackers`);
  await expect(cold.getByRole("heading", { name: "No network" })).toBeVisible();
  await expect(cold.locator(`main a[href="${HOME}"]`)).toBeVisible();

  await context.setOffline(false);
  await cold.goto(`${url + HOME}/settings`);
  await cold.getByRole("button", { name: "Sign out" }).click();
  await cold.waitForURL(/sign-in/);
  await expect.poll(() => keptPaths(cold)).toEqual([]);
  await context.setOffline(true);
  await cold.goto(url + HOME);
  await expect(cold.getByRole("heading", { name: "No network" })).toBeVisible();
  await expect(cold.getByText(group)).toHaveCount(0);
});

test("the app can be installed under its agency's name", async ({ page }) => {
  const { url } = house();
  const manifest = await (await page.request.get(`${url}/a/nurani/manifest.webmanifest?surface=lead`)).json();
  expect(manifest).toMatchObject({ name: "Nurani Wisata", start_url: "/a/nurani/lead", display: "standalone" });
  for (const { src } of manifest.icons) expect((await page.request.get(url + src)).status()).toBe(200);
});
