import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { Account } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { asOwner, type RunningGroup, runningGroup, shownOf } from "./support/office";

const PASSWORD = "a long walk to Makkah";
const GATE = { latitude: 21.4210447, longitude: 39.8258406, accuracy: 12 };
const north = (metres: number) => ({ ...GATE, latitude: GATE.latitude + metres / 111_195 });

let owner: Account;
let group: RunningGroup;
test.beforeAll(async () => {
  owner = await asOwner();
  group = await runningGroup(owner);
});

/** A new person who types the group's code, registers and joins. */
async function join(page: Page, name: string) {
  await page.goto(`${house().url}/join`);
  await inspect(page);
  await page.locator("input[name=code]").first().pressSequentially(group.joinCode.replace("-", ""));
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/\/join\/\w+$/);
  await expect(page.getByText(group.name)).toBeVisible();
  await inspect(page);
  await page.locator("a[href^='/sign-up']").click();
  await page.waitForURL(/\/sign-up/);
  await inspect(page);
  await page.locator("input[name=name]").fill(name);
  await page.getByText("E-mail", { exact: true }).first().click();
  await page.locator("input[name=email]").fill(`${name.toLowerCase().replaceAll(/\W/g, ".")}@example.com`);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/\/join\/\w+$/);
  await page.getByRole("button", { name: /join/i }).click();
  await page.waitForURL(/\/a\/nurani\/my$/);
}

async function agree(page: Page) {
  await page.getByRole("button", { name: "Share my position" }).click();
  await expect(page.getByText("Before you share your position")).toBeVisible();
  await inspect(page);
  await page.getByRole("button", { name: "Share my position" }).click();
}

async function consent(page: Page) {
  await agree(page);
  await expect(page.getByText("You share your position", { exact: true })).toBeVisible();
}

const stand = async (context: BrowserContext, metres: number) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(north(metres));
};
/** The emulated receiver dates its fix to when it was placed, before the consent: what follows is of the one after it. */
const STEP_M = 15;
const step = (context: BrowserContext) => context.setGeolocation(north(STEP_M));
const whereIs = async (name: string) => (await shownOf(owner, group.id, name))?.position?.lat ?? null;
/** A real receiver reports every second, of which one in five seconds is sent; this one reports only when it is moved. */
async function walkTo(context: BrowserContext, metres: number, name: string) {
  const arrived = async () => {
    await context.setGeolocation(north(metres + Math.random()));
    return (await whereIs(name)) ?? 0;
  };
  await expect.poll(arrived).toBeGreaterThan(north(metres - 5).latitude);
}

test("a pilgrim joins by the code, consents, is seen, pauses, and leaves", async ({ page, context }) => {
  listenTo(page);
  const name = "Fatimah Azzahra";
  await stand(context, 0);
  await join(page, name);
  await expect(page.getByText("Nobody sees where you are")).toBeVisible();
  await inspect(page);
  expect(await shownOf(owner, group.id, name)).toMatchObject({ sharing: "off", position: null });

  await consent(page);
  await walkTo(context, STEP_M, name);
  await inspect(page);

  await page.goto(`${house().url}/a/nurani/my/map`);
  await expect(page.getByText("Your leader and the office can see where you are")).toBeVisible();
  await inspect(page);
  await walkTo(context, 120, name);

  await page.getByRole("button", { name: "Pause sharing" }).click();
  await expect(page.getByText("Nobody can see where you are")).toBeVisible();
  expect(await shownOf(owner, group.id, name)).toMatchObject({ sharing: "paused", position: null });
  // The way to the meeting point is the phone's own matter: it stays, and tells nobody.
  await context.setGeolocation(north(400));
  await expect(page.getByRole("img", { name: /^Go / })).toBeVisible();
  await expect(page.getByText("400 metres")).toBeVisible();
  expect(await shownOf(owner, group.id, name)).toMatchObject({ sharing: "paused", position: null });
  await inspect(page);

  await page.goto(`${house().url}/a/nurani/my/settings`);
  await page.getByRole("button", { name: "Leave the group" }).click();
  const asked = page.getByRole("dialog");
  await expect(asked).toContainText(/Leave group \d+\? Your place becomes free\./);
  await inspect(page);
  await asked.getByRole("button", { name: "Leave the group" }).click();
  await page.waitForURL(/\/a\/nurani\/my$/);
  await expect(page.getByRole("heading", { name: "Join a group" })).toBeVisible();
  expect(await shownOf(owner, group.id, name)).toBeNull();
});

test("what could not be sent survives a reload on the phone and goes out with the signal", async ({
  page,
  context,
}) => {
  listenTo(page, [/Failed to load resource|WebSocket|ERR_/]);
  const name = "Ruqayyah Salim";
  await stand(context, 0);
  await join(page, name);
  // The network to our server is cut for positions, in both ways they travel.
  let cut = true;
  await context.route(/\/api\/v1\/positions$|\/socket\.io\//, (route) => (cut ? route.abort() : route.fallback()));
  await context.routeWebSocket(/\/socket\.io\//, (socket) => (cut ? socket.close() : void socket.connectToServer()));
  // A socket that was open before would not notice.
  await page.reload();
  await consent(page);
  await step(context);
  const kept = page.getByText(/\d+ positions? (is|are|of yours)/);
  await expect(kept).toBeVisible();
  expect(await whereIs(name)).toBeNull();

  await page.reload();
  await expect(kept).toBeVisible();
  await inspect(page);
  expect(await whereIs(name)).toBeNull();

  cut = false;
  await expect.poll(() => whereIs(name)).toBe(north(STEP_M).latitude);
  await expect(kept).toBeHidden();
});

test("a phone that refuses its position says what to do, and nobody is shown", async ({ page, context }) => {
  listenTo(page);
  await context.clearPermissions();
  const name = "Zahra Malik";
  await join(page, name);
  await agree(page);
  await expect(page.getByText("Your phone does not let us read your position.")).toBeVisible();
  await inspect(page);
  expect((await shownOf(owner, group.id, name))?.position).toBeNull();
});

test("an open map follows the meeting point, and stays where it is while the house cannot be reached", async ({
  page,
  context,
}) => {
  listenTo(page, [/Failed to load resource|WebSocket|ERR_/]);
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const { meetingPoint } = await owner.json<{ meetingPoint: unknown }>(`/groups/${group.id}`);
  const meetAt = (point: unknown) =>
    owner.json(`/groups/${group.id}`, { method: "PATCH", body: { meetingPoint: point } });
  await signIn(page, house().url, loginOf(house().logins, "pilgrim"), "/a/nurani/my/map");
  await expect(page.getByRole("button", { name: "Pause sharing" })).toBeVisible();
  await meetAt({ lat: GATE.latitude, lng: GATE.longitude, label: "Beneath the clock" });
  await comeBack();
  await expect(page.getByText("Beneath the clock").first()).toBeVisible();
  await meetAt(meetingPoint);

  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await context.route("**/*", (route) => route.abort());
  let asked = false;
  page.on("requestfailed", (request) => {
    asked ||= request.url().endsWith("/health");
  });
  // A page that is just following the meeting point back asks no second time: who comes back then comes back again.
  await expect(async () => {
    await comeBack();
    expect(asked).toBe(true);
  }).toPass();
  await expect(page.locator("body[data-same-page]")).toBeVisible();
  await expect(page.getByText("Beneath the clock").first()).toBeVisible();
});

test("a leader takes a member's way from the map as a file, and the member reads who did", async ({
  page,
  browser,
}) => {
  listenTo(page);
  const { url, logins } = house();
  const pilgrim = loginOf(logins, "pilgrim");
  const theirs = await browser.newPage();
  await signIn(theirs, url, pilgrim, "/a/nurani/my/map");
  const me = await theirs.evaluate(() => fetch("/api/v1/auth/profile").then((answer) => answer.json()));
  await signIn(page, url, loginOf(logins, "leader"), `/a/nurani/lead/groups/${group.id}/map?person=${me.id}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "GPX", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${me.name}.gpx`);
  await inspect(page);
  const { data } = await theirs.evaluate((id) => fetch(`/api/v1/groups/${id}/looks`).then((a) => a.json()), group.id);
  expect(data).toContainEqual(expect.objectContaining({ what: "export", of: "me" }));
  await theirs.close();
});
