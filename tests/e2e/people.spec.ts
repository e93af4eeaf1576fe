import { type Browser, expect, type Page, test } from "@playwright/test";
import { signInAsAdmin } from "./support/admin";
import { DESK } from "./support/desk";
import { isAlive } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

const PASSWORD = "a long walk to Makkah";
const LONGER = "a longer walk to Madinah";
const now = Date.now();

test.use({ locale: "en" });

/** The program sends nothing here: what it would have sent stands in the platform's outbox. @returns what was looked for */
async function sentTo(browser: Browser, to: string, wanted: RegExp): Promise<string> {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  await signInAsAdmin(page);
  let found = "";
  await expect(async () => {
    await page.goto(`${house().url}/admin/outbox?q=${encodeURIComponent(to)}`);
    const newest = page.locator("main table button").first();
    await newest.waitFor({ timeout: 2_000 });
    await isAlive(page);
    await newest.click();
    const letter = page.getByRole("dialog");
    await expect(letter).toBeVisible({ timeout: 10_000 });
    const text = (await letter.locator("*").allTextContents()).join("\n");
    found = wanted.exec(text)?.[1] ?? "";
    expect(found).not.toBe("");
  }).toPass();
  await context.close();
  return found;
}

const submit = (page: Page) => page.locator("main form button[type=submit]").click();
const isIn = (page: Page) => page.waitForURL((at) => !/sign-(in|up)/.test(at.pathname));

test("somebody registers by user name, leaves, and comes back with the same name in another spelling", async ({
  page,
}) => {
  const { url } = house();
  await page.goto(`${url}/sign-up`);
  await page.getByText("User name", { exact: true }).click();
  await page.locator("input[name=name]").fill("Farah Nabila");
  await page.locator("input[name=username]").fill("no");
  await page.locator("input[name=password]").fill(PASSWORD);
  await submit(page);
  await expect(page.locator("input[name=username][aria-invalid=true]")).toBeVisible();
  await page.locator("input[name=username]").fill(`farah.${now}`);
  await submit(page);
  await isIn(page);
  await page.goto(`${url}/account`);
  await expect(page.getByText(`farah.${now}`)).toBeVisible();
  const everywhere = page.getByRole("button", { name: "Sign out everywhere" });
  await everywhere.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(everywhere, "the focus goes back to where it came from").toBeFocused();
  await everywhere.click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.locator("input[name=identifier]").fill(`  FARAH.${now} `);
  await page.locator("input[name=password]").fill(PASSWORD);
  await submit(page);
  await isIn(page);
});

test("a forgotten password is set anew by the link, and six digits sign in by themselves once they are there", async ({
  page,
  browser,
}) => {
  const { url } = house();
  const mail = `bayu.${now}@example.com`;
  const data = { name: "Bayu Prakoso", email: mail, password: PASSWORD, locale: "en" };
  await page.request.post(`${url}/api/v1/auth/register`, { data });
  await page.goto(`${url}/forgot-password`);
  await page.locator("input[name=identifier]").fill(mail);
  await submit(page);
  await expect(page.getByText(/a link is on its way/)).toBeVisible();
  const link = new URL(await sentTo(browser, mail, /(http\S+reset-password#[\w-]+)/));
  await page.goto(url + link.pathname + link.hash);
  await page.locator("input[name=password]").fill(LONGER);
  await submit(page);
  await expect(page.getByText("Your new password works from now on.")).toBeVisible();

  await page.goto(`${url}/sign-in/code`);
  await page.locator("input[name=identifier]").fill(mail);
  await submit(page);
  const field = page.locator("input[name=code]");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  const digits = await sentTo(browser, mail, /(?:^|\s)(\d{6})(?:[.\s]|$)/);
  await field.fill("000000" === digits ? "111111" : "000000");
  await expect(page.getByText("This code is not right", { exact: false })).toBeVisible();
  await field.fill(digits);
  await isIn(page);
});

test.describe("whose keyboard writes Arabic digits", () => {
  test.use({ locale: "ar" });
  const arabic = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!);

  test("[R89] a customer from an agency's own page comes in by a code, says the name, and is a pilgrim of that agency", async ({
    page,
    browser,
  }) => {
    const { url } = house();
    const phone = `+6281${String(now).slice(-8)}`;
    await page.goto(`${url}/a/nurani`);
    await page.getByRole("link", { name: "تسجيل الدخول" }).click();
    await page.getByRole("link", { name: "الدخول برمز بدلًا من ذلك" }).click();
    await page.waitForURL(/sign-in\/code/);
    await page.locator("input[name=identifier]").fill(arabic(phone));
    await expect(page.getByText("واتساب"), "a phone may be written to in two ways").toBeVisible();
    await submit(page);
    await page.locator("input[name=name]").fill("أمينة الزهراني");
    const digits = await sentTo(browser, phone, /(?:^|\s)(\d{6})(?:[.\s]|$)/);
    await page.locator("input[name=code]").fill(arabic(digits));
    await expect(page.locator("input[name=code]")).toHaveValue(digits);
    await submit(page);
    await page.waitForURL(/\/a\/nurani\/my$/);
    await expect(page.getByText("أمينة")).toBeVisible();
  });
});

test("who signs up from an agency's own page is a pilgrim of it, and comes back by the number as it is dialled there", async ({
  page,
}) => {
  const { url } = house();
  const number = `701 ${String(now).slice(-7)}`;
  await page.goto(`${url}/a/aqjol`);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Register" }).click();
  await page.locator("input[name=name]").fill("Aigerim Bekova");
  await page.getByRole("textbox", { name: "Phone" }).fill(number);
  await page.locator("input[name=password]").fill(PASSWORD);
  await submit(page);
  await page.waitForURL(/\/a\/aqjol\/my$/);
  await page.context().clearCookies();
  await page.goto(`${url}/a/aqjol`);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.locator("input[name=identifier]").fill(`8 ${number}`);
  await page.locator("input[name=password]").fill(PASSWORD);
  await submit(page);
  await page.waitForURL(/\/a\/aqjol\/my$/);
});

test("an agency asks to be let in, the platform's bell says so, and its owner brings somebody in", async ({
  page,
  browser,
}) => {
  const { url } = house();
  const atDesk = () => browser.newContext({ ...DESK, locale: "en" });
  const [admin, owner] = [await atDesk(), await atDesk()];
  const [desk, office] = [await admin.newPage(), await owner.newPage()];
  await signInAsAdmin(desk);
  await desk.goto(`${url}/admin/agencies`);
  const bell = desk.locator(".office-side").getByRole("button", { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName("Notifications, nothing new");

  await office.goto(`${url}/register-agency`);
  await office.locator("input[name=name]").fill(`Barakah Safar ${now}`);
  await office.locator("input[name=licenceNumber]").fill(`U-${now}`);
  await office.locator("input[name=personName]").fill("Iwan Firdaus");
  await office.locator("input[name=email]").fill(`iwan.${now}@example.com`);
  await office.locator("input[name=password]").fill(PASSWORD);
  await submit(office);
  await expect(office.getByText(`Barakah Safar ${now} has applied`)).toBeVisible();
  await expect(bell).toHaveAccessibleName("Notifications, 1 new");

  await bell.click();
  await desk.getByRole("link", { name: /1 agency waits to be let in/ }).click();
  await expect(desk.getByRole("heading", { name: `Barakah Safar ${now}` })).toBeVisible();
  await desk.getByRole("button", { name: "Approve with 30 days" }).click();
  await expect(bell).toHaveAccessibleName("Notifications, nothing new");

  await office.goto(`${url}/a/barakah-safar-${now}/office/staff`);
  await office.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Sari Utami");
  await dialog.getByText("Operator", { exact: true }).click();
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const link = /http\S+invitation#\S+/.exec((await dialog.locator("bdi").textContent()) ?? "")?.[0] ?? "";
  await page.goto(url + new URL(link).pathname + new URL(link).hash);
  await page.locator("input[name=email]").fill(`sari.${now}@example.com`);
  await page.locator("input[name=password]").fill(PASSWORD);
  await submit(page);
  await page.waitForURL(/\/office/);
  await office.goto(`${url}/a/barakah-safar-${now}/office/staff`);
  const row = office.getByRole("row", { name: /Sari Utami/ });
  await row.getByRole("button", { name: "What can be done with Sari Utami" }).click();
  await office.getByRole("menuitem", { name: "Erase personal data" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "Erase personal data" }).click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await page.waitForURL(/sign-in/);
  await Promise.all([admin.close(), owner.close()]);
});

test("what the platform asks and answers stands before the owner, with the way to answer it", async ({
  page,
  browser,
}) => {
  const { url } = house();
  const name = `Zamzam Safar ${now}`;
  const home = `${url}/a/zamzam-safar-${now}/office`;
  const [admin, owner] = await Promise.all([1, 2].map(() => browser.newContext({ ...DESK, locale: "en" })));
  const [desk, office] = await Promise.all([admin, owner].map((context) => context?.newPage() ?? page));
  if (!desk || !office) throw new Error("no window");
  const decide = async (note: string, act: string) => {
    await desk.goto(`${url}/admin`);
    await desk.getByRole("link", { name }).click();
    await expect(desk.getByRole("heading", { name })).toBeVisible();
    await desk.locator("textarea").fill(note);
    await desk.getByRole("button", { name: act }).click();
    await expect(desk.getByRole("status").filter({ hasText: name })).toBeVisible();
  };
  await signInAsAdmin(desk);
  await desk.goto(`${url}/admin`);
  await expect(desk.getByText("New applications appear here as soon as an agency registers.")).toBeVisible();

  await office.goto(`${url}/register-agency`);
  await office.locator("input[name=name]").fill(name);
  await office.locator("input[name=licenceNumber]").fill(`Z-${now}`);
  await office.locator("input[name=personName]").fill("Dewi Lestari");
  await office.locator("input[name=email]").fill(`dewi.${now}@example.com`);
  await office.locator("input[name=password]").fill(PASSWORD);
  await submit(office);
  await expect(desk.getByRole("heading", { name }), "the open desk shows who just asked").toBeVisible();
  await office.getByRole("link", { name: "Open the office" }).click();
  await office.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(office.getByText("When somebody cancels")).toBeVisible();
  await expect(office.getByText("Only the owner changes these."), "this is the owner").toHaveCount(0);
  await expect(office.getByRole("button", { name: "Add a step" })).toHaveCount(0);

  await decide("Which year is the licence of?", "Ask the owner");
  await office.getByRole("button", { name: /^Notifications/ }).click();
  await office.getByRole("link", { name: /has a question about/ }).click();
  await expect(office.getByText("Which year is the licence of?")).toBeVisible();
  await office.getByRole("link", { name: "Apply again" }).click();
  await office.locator("input[name=licenceNumber]").fill(`Z-${now}/2026`);
  await submit(office);
  await office.getByRole("link", { name: "Open the office" }).click();
  await expect(office.getByText("Your application is being looked at")).toBeVisible();

  await decide("The list has no such number.", "Reject with reason");
  await office.getByRole("link", { name: "Bookings", exact: true }).click();
  await office.waitForURL(/register-agency/);
  await expect(office.getByText("The list has no such number.")).toBeVisible();
  await office.goto(home);
  await office.waitForURL(/register-agency/);
  await submit(office);
  await office.getByRole("link", { name: "Open the office" }).click();
  await office.getByRole("link", { name: "Staff", exact: true }).click();
  await expect(office.getByText("Your application is being looked at")).toBeVisible();

  await decide("Welcome.", "Approve with 30 days");
  await office.getByRole("button", { name: /^Notifications/ }).click();
  await office.getByRole("link", { name: /is approved/ }).click();
  await expect(office.getByRole("link", { name: "Open the packages" })).toBeVisible();
  await expect(office.getByText("Your application is being looked at")).toHaveCount(0);

  await desk.getByRole("link", { name: "Agencies", exact: true }).click();
  await desk.getByRole("link", { name }).click();
  await desk.getByRole("button", { name: "Set the trial" }).click();
  await desk.getByRole("dialog").getByLabel("Days from now").fill("0");
  await desk.getByRole("dialog").getByRole("button", { name: "Set the trial" }).click();
  await expect(desk.getByRole("alert").filter({ hasText: "Enter 1 or more." })).toBeVisible();
  await desk.keyboard.press("Escape");
  await desk.getByRole("button", { name: "Look inside for an hour" }).click();
  await desk.getByRole("dialog").getByLabel("Reason").fill("The owner asked for help.");
  await desk.getByRole("dialog").getByRole("button", { name: "Look inside for an hour" }).click();
  await desk.getByRole("link", { name: "Open the office" }).click();
  await desk.waitForURL(home);
  await desk.getByRole("button", { name: /^Account/ }).click();
  await expect(desk.getByRole("link", { name: "Ask for access" }), "nobody is given anything who looks").toHaveCount(0);
  await desk.getByRole("link", { name: "To the platform" }).click();
  await desk.waitForURL(/\/admin$/);
  await Promise.all([admin?.close(), owner?.close()]);
});

test("who was removed from a group is taken back also from another page, where the leader has gone on to", async ({
  page,
}) => {
  const { url, logins } = house();
  await signIn(page, url, loginOf(logins, "leader"));
  await page.getByRole("link", { name: "People" }).click();
  await page.waitForURL(/\/roster$/);
  await page.getByRole("button", { name: /Rukmini/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove from the group" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove Rukmini" }).click();
  await page.getByRole("link", { name: "Today" }).click();
  await page.waitForURL(/\/lead$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Rukmini is in the group again.").first()).toBeVisible();
});
