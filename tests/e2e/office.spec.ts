import { expect, test } from "@playwright/test";
import { DESK } from "./support/desk";
import { inspect, isAlive, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

test.use(DESK);

/** The same key puts away what it opened, which may be on its way still. */
const COMES = { timeout: 10_000 };

test("the office creates a group, and its code opens it to whoever holds it", async ({ page, browser }) => {
  listenTo(page);
  await signIn(page, house().url, loginOf(house().logins, "owner"));
  await page.goto(`${house().url}/a/nurani/office/groups`);
  await inspect(page);
  await page.getByRole("button", { name: "New group" }).click();
  await inspect(page);
  const name = "Umrah Ramadhan Keluarga";
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Number", exact: true }).fill("27");
  await form.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await form.getByRole("button", { name: "Create group" }).click();
  await page.waitForURL(/\/office\/groups\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: new RegExp(name) })).toBeVisible();
  await inspect(page);
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await page.locator("main").textContent()) ?? "")?.[0];
  expect(code).toBeDefined();

  const guest = await browser.newPage();
  await guest.goto(`${house().url}/join/${code?.replace("-", "")}`);
  await expect(guest.getByText(name)).toBeVisible();
  await guest.close();
});

test("who asks for less motion sees nothing move: what comes into sight fades, and another light is there at once", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await signIn(page, house().url, loginOf(house().logins, "owner"));
  await page.goto(`${house().url}/a/nurani/office/groups`);
  await isAlive(page);
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.locator(".commands")).toHaveCSS("animation-name", "appear", COMES);
  }).toPass();
  await page.emulateMedia({ colorScheme: "dark" });
  const seen = await page.evaluate(() => {
    const inkOf = () => getComputedStyle(document.querySelector("h1") ?? document.body).color;
    const first = inkOf();
    const moving = document.getAnimations();
    const properties = moving.flatMap(({ effect }) =>
      effect instanceof KeyframeEffect ? effect.getKeyframes().flatMap((frame) => Object.keys(frame)) : [],
    );
    for (const one of moving) one.finish();
    return { first, last: inkOf(), properties };
  });
  expect(seen.first).toBe(seen.last);
  const still = ["offset", "computedOffset", "easing", "composite", "opacity"];
  expect(seen.properties.filter((name) => !still.includes(name) && !/color$/i.test(name))).toEqual([]);
});

test("a wrong password is refused in words, and the right one opens the door", async ({ page }) => {
  listenTo(page, [/status of 401/]);
  const owner = loginOf(house().logins, "owner");
  await page.goto(`${house().url}/a/nurani/office`);
  await page.waitForURL(/\/sign-in/);
  await page.locator("input[name=identifier]").fill(owner.identifier);
  await page.locator("input[name=password]").fill("not the password");
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.locator("input[name=identifier]")).toHaveValue(owner.identifier);
  await inspect(page);
  await page.locator("input[name=password]").fill(owner.password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/\/a\/nurani\/office$/);
});

test("[R59] another agency's owner finds nothing under our addresses", async ({ page }) => {
  listenTo(page, [/status of 404/]);
  await signIn(page, house().url, loginOf(house().logins, "owner", "Aq Jol Travel"));
  for (const path of ["/a/nurani/office", "/a/nurani/office/groups", "/a/nurani/lead", "/a/nurani/my"]) {
    await page.goto(house().url + path);
    await expect(page.getByRole("heading", { name: "This page does not exist" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText("Nurani");
    await inspect(page);
  }
});

test("a key pressed over an open list decides nothing about the proof beneath it @desktop", async ({ page }) => {
  listenTo(page);
  await signIn(page, house().url, loginOf(house().logins, "owner"));
  await page.goto(`${house().url}/a/nurani/office/proofs`);
  const queue = page.locator("main li button[aria-current]").first();
  await queue.waitFor();
  const first = await queue.textContent();
  const keys = page.getByRole("dialog", { name: "Keyboard" });
  await isAlive(page);
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(keys).toContainText("Approve a proof", COMES);
  }).toPass();
  await inspect(page);
  for (const key of ["j", "r", "a"]) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("menu").or(page.getByRole("dialog")).first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await expect(queue).toHaveText(first ?? "");
  await page.locator("body").press("j");
  await expect(page.locator("main li button[aria-current]").first()).not.toHaveText(first ?? "");
});

test("Escape leaves a question, and what stands open beside the list stays @desktop", async ({ page }) => {
  listenTo(page);
  await signIn(page, house().url, loginOf(house().logins, "owner"));
  await page.goto(`${house().url}/a/nurani/office/bookings`);
  await page.locator("main tbody a").first().click();
  await expect(page).toHaveURL(/open=/);
  const open = page.url();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  const question = page.getByRole("dialog", { name: "Cancel this booking?" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Cancel booking" })).toBeVisible();
  expect(page.url()).toBe(open);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/open=/);
});

test("an agency that speaks no language and cancels twice on one day is told where to mend it", async ({ page }) => {
  const { url, logins } = house();
  await signIn(page, url, loginOf(logins, "owner"));
  await page.goto(`${url}/a/nurani/office/settings`);
  const policies = page.locator("form").filter({ hasText: "When somebody cancels" });
  await policies.getByRole("checkbox", { name: "Bahasa Indonesia" }).uncheck();
  await policies.getByRole("button", { name: "Add a step" }).click();
  await policies.getByRole("button", { name: "Add a step" }).click();
  await policies.getByRole("button", { name: "Save", exact: true }).click();
  await expect(policies.getByRole("alert").filter({ hasText: "Fill this in." })).toBeVisible();
  await expect(policies.getByRole("alert").filter({ hasText: "Two lines begin on the same day." })).toBeVisible();
});
