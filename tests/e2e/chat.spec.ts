import { expect, type Page, test } from "@playwright/test";
import { house, loginOf, signIn } from "./support/logins";

const MINE = "/a/nurani/my/messages";
const write = async (page: Page, text: string) => {
  await page.getByRole("textbox", { name: "Write a message" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
};
const said = (page: Page, text: string) => page.getByRole("log").getByText(text, { exact: true });

test.use({ locale: "en" });

test("[R65] what is written without a network is kept, survives a reload, and is said once when it is back", async ({
  browser,
}) => {
  const { url, logins } = house();
  const [phone, other] = [await browser.newContext({ locale: "en" }), await browser.newContext({ locale: "en" })];
  const [mine, theirs] = [await phone.newPage(), await other.newPage()];
  await signIn(mine, url, loginOf(logins, "pilgrim"), MINE);
  await signIn(theirs, url, loginOf(logins, "leader"), "/a/nurani/lead/chat");
  // Who has booked the next trip is in the talk of two groups.
  await mine.getByRole("link", { name: /Umrah Akhir Musim/ }).click();
  await expect(mine.getByRole("log")).toBeVisible();

  await write(theirs, "Is everybody here?");
  await expect(said(mine, "Is everybody here?")).toBeVisible();
  await write(mine, "We are coming down");
  await expect(said(theirs, "We are coming down")).toBeVisible();
  await expect(mine.getByText(/^read by/).last()).toBeVisible();
  await expect(theirs.getByText(/^\d+ online$/), "a leader sees that somebody is there").toBeVisible();
  await expect(mine.getByText(/online$/)).toHaveCount(0);

  await phone.setOffline(true);
  await write(mine, "Please wait for us");
  await expect(mine.getByText("Waiting for signal")).toBeVisible();
  await write(theirs, "The bus leaves in ten minutes");
  await phone.setOffline(false);
  await mine.reload();
  await expect(said(mine, "The bus leaves in ten minutes")).toBeVisible();
  await expect(said(mine, "Please wait for us")).toHaveCount(1);
  await expect(mine.getByText("Waiting for signal")).toHaveCount(0);
  await expect(said(theirs, "Please wait for us")).toHaveCount(1);

  await theirs.getByRole("button", { name: "More", exact: true }).click();
  await theirs.getByRole("menuitem", { name: "Only leaders write" }).click();
  await expect(mine.getByText("Only leaders write for now. You can read everything.")).toBeVisible();
  await expect(mine.getByRole("textbox", { name: "Write a message" })).toHaveCount(0);
  await theirs.getByRole("button", { name: "More", exact: true }).click();
  await theirs.getByRole("menuitem", { name: "Let everybody write" }).click();
  await expect(mine.getByRole("textbox", { name: "Write a message" })).toBeVisible();
  await Promise.all([phone.close(), other.close()]);
});

/** What can be done about a message, once the server has it. */
const optionsOf = (page: Page, text: string) =>
  page
    .getByRole("article")
    .filter({ hasText: text })
    .getByRole("button", { name: /^Message from/ });

test("[R68][R70] markup stays text, a change and a withdrawal are seen, and who read it is said in words", async ({
  browser,
}) => {
  const { url, logins } = house();
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await signIn(page, url, loginOf(logins, "leader"), "/a/nurani/lead/chat");
  const markup = '<img src="https://evil.example/x.png" onerror="document.title=1"> https://evil.example/page';
  await write(page, markup);
  await expect(said(page, markup)).toBeVisible();
  await optionsOf(page, markup).click();
  await expect(page.getByText(/^not read by/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Close" }), "one way back is enough").toHaveCount(1);
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("textbox", { name: "Write a message" }).fill("Bus 4 at nine");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(said(page, "Bus 4 at nine")).toBeVisible();
  await expect(page.getByText("edited", { exact: true }).last()).toBeVisible();
  await optionsOf(page, "Bus 4 at nine").click();
  await page.getByRole("button", { name: "Withdraw message" }).click();
  await page.getByRole("button", { name: "Withdraw message" }).click();
  await expect(said(page, "Bus 4 at nine")).toHaveCount(0);
  await expect(page.getByText("This message was withdrawn").last()).toBeVisible();
  expect(asked.filter((address) => address.includes("evil.example"))).toEqual([]);
  await context.close();
});

test("what is being written stays: through a change, an answer, a place, a chat closed for a moment and a look at the map", async ({
  browser,
}) => {
  const { url, logins } = house();
  const geolocation = { latitude: 21.4225, longitude: 39.8262 };
  const phone = await browser.newContext({ locale: "en", geolocation, permissions: ["geolocation"] });
  const other = await browser.newContext({ locale: "en" });
  const [mine, theirs] = [await phone.newPage(), await other.newPage()];
  await signIn(mine, url, loginOf(logins, "pilgrim"), MINE);
  await signIn(theirs, url, loginOf(logins, "leader"), "/a/nurani/lead/chat");
  await mine.getByRole("link", { name: /Umrah Akhir Musim/ }).click();
  const field = mine.getByRole("textbox", { name: "Write a message" });
  await write(mine, "At gate 79");
  await write(theirs, "Which gate?");
  await field.fill("We are nine");

  await optionsOf(mine, "At gate 79").click();
  await mine.getByRole("button", { name: "Change" }).click();
  await expect(field).toHaveValue("At gate 79");
  await optionsOf(mine, "Which gate?").click();
  await mine.getByRole("button", { name: "Answer" }).click();
  await expect(field).toHaveValue("We are nine");
  await optionsOf(theirs, "Which gate?").click();
  await theirs.getByRole("button", { name: "Withdraw message" }).click();
  await theirs.getByRole("button", { name: "Withdraw message" }).click();
  await expect(mine.locator("form blockquote")).toContainText("This message was withdrawn");
  await mine.getByRole("button", { name: "Stop" }).click();

  await mine.getByRole("button", { name: "Add a photo or your position" }).click();
  await mine.getByRole("menuitem", { name: "Send where I am" }).click();
  await expect(mine.getByRole("link", { name: /^Where .* is/ }).last()).toBeVisible();
  await expect(field).toHaveValue("We are nine");

  await theirs.getByRole("button", { name: "More", exact: true }).click();
  await theirs.getByRole("menuitem", { name: "Only leaders write" }).click();
  await expect(field).toHaveCount(0);
  await theirs.getByRole("button", { name: "More", exact: true }).click();
  await theirs.getByRole("menuitem", { name: "Let everybody write" }).click();
  await expect(field).toHaveValue("We are nine");
  await mine.getByRole("link", { name: "Map", exact: true }).click();
  await mine.waitForURL(/map$/);
  await mine.goBack();
  await expect(field).toHaveValue("We are nine");

  const group = `${url}/api/v1/groups/${new URL(mine.url()).pathname.split("/").at(-1)}`;
  const isRead = async () => {
    const { lastSeq, readSeq } = await (
      await mine.request.get(`${group}/chat`, { headers: { "x-agency": "nurani" } })
    ).json();
    return readSeq === lastSeq;
  };
  await expect.poll(isRead).toBe(true);
  // The phone is put away: what comes meanwhile is new, what was read before is not.
  const turn = (state: "hidden" | "visible") =>
    mine.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await turn("hidden");
  await write(theirs, "Come to gate 80");
  await expect(said(mine, "Come to gate 80")).toBeVisible();
  await turn("visible");
  const after = mine.locator(".chat-unread + .chat-row");
  await expect(after).toContainText("Come to gate 80");

  const long = "We are nine. ".repeat(400).trim();
  await field.fill(long);
  await mine.getByRole("button", { name: "Send", exact: true }).click();
  await expect(mine.getByText("Use at most 4,000 characters.")).toBeVisible();
  await expect(field).toHaveValue(long);
  await field.fill("We are ten");
  await mine.getByRole("button", { name: "Send", exact: true }).click();
  await expect(said(theirs, "We are ten")).toBeVisible();
  await Promise.all([phone.close(), other.close()]);
});

test("[R66] a chat with more new than a page holds begins at the first of it, and says how much is below", async ({
  browser,
}) => {
  const { url, logins } = house();
  const [phone, other] = [await browser.newContext({ locale: "en" }), await browser.newContext({ locale: "en" })];
  const [mine, theirs] = [await phone.newPage(), await other.newPage()];
  await signIn(mine, url, loginOf(logins, "pilgrim"), MINE);
  const chat = mine.getByRole("link", { name: /Umrah Akhir Musim/ });
  await chat.click();
  await expect(mine.getByRole("log")).toBeVisible();
  const room = mine.url();
  const newest = mine.getByRole("button", { name: /^To the newest/ });
  const group = `${url}/api/v1/groups/${new URL(room).pathname.split("/").at(-1)}`;
  const headers = { "x-agency": "nurani" };
  const { lastSeq: seq } = await (await mine.request.get(`${group}/chat`, { headers })).json();
  expect((await mine.request.post(`${group}/read`, { headers, data: { seq } })).ok()).toBe(true);
  await mine.goto(`${url}${MINE}`);
  await signIn(theirs, url, loginOf(logins, "leader"), "/a/nurani/lead/chat");
  for (let i = 1; i <= 50; i += 1) {
    const data = { clientId: crypto.randomUUID(), kind: "text", text: `Bed ${i}` };
    expect((await theirs.request.post(`${group}/messages`, { headers, data })).ok()).toBe(true);
  }
  await expect(chat).toBeVisible();

  await mine.goto(room);
  await expect(newest).toBeVisible();
  await expect(mine.locator(".chat-unread + .chat-row")).toContainText("Bed 1");
  await expect(said(mine, "Bed 1")).toBeInViewport();
  await newest.click();
  await expect(said(mine, "Bed 50")).toBeInViewport();
  await expect(newest).toHaveCount(0);
  await Promise.all([phone.close(), other.close()]);
});
