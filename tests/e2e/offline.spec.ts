import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
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
  await expect.poll(() => keptPaths(page)).toEqual([HOME, `${HOME}/help`, `${HOME}/messages`, `${HOME}/settings`]);
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

  // It comes by itself once there is a network.
  const arrived = cold.waitForEvent("load");
  await context.setOffline(false);
  await arrived;
  await expect(cold.getByRole("heading", { name: "No network" })).toHaveCount(0);
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

const asMember = { "x-agency": "nurani" };
const chatsOf = async (who: APIRequestContext, url: string) =>
  (await (await who.get(`${url}/api/v1/chats`, { headers: asMember })).json()).data as { groupId: string }[];

/** A leader shows a picture in the group's chat. */
async function showPicture(leader: APIRequestContext, url: string, groupId: string) {
  const buffer = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#0d5c63" } })
    .png()
    .toBuffer();
  const at = `${url}/api/v1/groups/${groupId}`;
  const file = { name: "bus.png", mimeType: "image/png", buffer };
  const { id } = await (await leader.post(`${at}/attachments`, { multipart: { file }, headers: asMember })).json();
  const data = { clientId: crypto.randomUUID(), kind: "photo", attachment: id };
  expect((await leader.post(`${at}/messages`, { data, headers: asMember })).status()).toBe(201);
}

test("[R90] an update keeps what is unsent, pictures are there without a network, and signing out leaves nothing of it", async ({
  browser,
}) => {
  const { url, logins } = house();
  const [phone, other] = [await browser.newContext({ locale: "en" }), await browser.newContext({ locale: "en" })];
  const [page, theirs] = [await phone.newPage(), await other.newPage()];
  await signIn(page, url, loginOf(logins, "pilgrim"));
  await signIn(theirs, url, loginOf(logins, "leader"));
  const text = `We wait at gate ${Date.now()}`;
  const led = (await chatsOf(theirs.request, url)).map(({ groupId }) => groupId);
  const groupId = (await chatsOf(page.request, url)).find((one) => led.includes(one.groupId))?.groupId ?? "";
  await showPicture(theirs.request, url, groupId);
  const path = `${HOME}/messages/${groupId}`;
  await page.goto(url + path);
  const picture = page.locator(".chat-photo .chat-picture").last();
  await expect(picture).toHaveCSS("background-image", /^url\("blob:/);
  await expect.poll(() => keptPaths(page)).toContain(path);

  // The same worker under another name is a new version to the browser.
  await page.evaluate(() => navigator.serviceWorker.register("/sw.js?next"));
  await expect(page.getByText("A new version is ready.")).toBeVisible();
  await phone.setOffline(true);
  await page.getByRole("textbox", { name: "Write a message" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Waiting for signal")).toBeVisible();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Use it" }).click();
  await reloaded;
  const worker = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  expect(await worker()).toContain("?next");
  await expect(page.getByText("Waiting for signal")).toBeVisible();
  await expect(picture).toHaveCSS("background-image", /^url\("blob:/);

  await phone.setOffline(false);
  await expect(page.getByText("Waiting for signal")).toHaveCount(0);
  await expect(page.getByRole("log").getByText(text, { exact: true })).toHaveCount(1);

  await page.goto(`${url + HOME}/settings`);
  // To the browser the first worker is now the newer one.
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  const seen = () =>
    page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith("qafila-seen-")));
  await expect.poll(seen).toEqual([]);
  await Promise.all([phone.close(), other.close()]);
});

test("[R82] whoever comes in on a phone by any way finds nothing of who was there before", async ({ context }) => {
  const { url, logins } = house();
  for (const way of ["sign-up", "sign-in/code", "invitation"]) {
    const page = await context.newPage();
    await signIn(page, url, loginOf(logins, "pilgrim"));
    await expect.poll(() => keptPaths(page)).not.toEqual([]);
    // The session ends elsewhere: nobody signs out on this phone.
    await context.clearCookies();
    await page.goto(`${url}/${way}`);
    await expect.poll(() => keptPaths(page), way).toEqual([]);
    await page.close();
  }
});

test("[R30] a phone without room for a new version's files shows and runs it all the same, as long as there is a network", async ({
  page,
  context,
}) => {
  const { url, logins } = house();
  await signIn(page, url, loginOf(logins, "pilgrim"));
  await expect.poll(() => keptPaths(page)).not.toEqual([]);
  await page.evaluate(() => caches.delete("static"));
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: url, quotaSize: 1_000 });
  const failed: string[] = [];
  page.on("requestfailed", (request) => request.url().includes("/_next/static/") && failed.push(request.url()));
  await page.goto(`${url + HOME}/help`);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(failed).toEqual([]);
});

test("[R90] a page that came from the phone says so also where the phone believes in a network that brings nothing", async ({
  page,
  context,
}) => {
  const { url, logins } = house();
  await signIn(page, url, loginOf(logins, "pilgrim"));
  await expect.poll(() => keptPaths(page)).toContain(`${HOME}/settings`);
  await page.goto(`${url + HOME}/settings`);
  const note = page.getByText("What you see below was kept on this device.");
  await expect(note).toHaveCount(0);
  await context.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => true }));
  await context.setOffline(true);
  await page.goto(`${url + HOME}/settings`);
  await expect(note).toBeVisible();
  await expect(page.getByText("No network.")).toHaveCount(0);
  await context.setOffline(false);
  await page.goto(`${url + HOME}/settings`);
  await expect(page.locator("h1")).toBeVisible();
  await expect(note).toHaveCount(0);
});
