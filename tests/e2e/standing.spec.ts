import { expect, test } from "@playwright/test";
import { signInAsAdmin } from "./support/admin";
import { DESK } from "./support/desk";
import { house } from "./support/logins";

test.use({ locale: "en" });
const PENDING = "Until it is approved you can look around, not change.";

test("who waits to be let in is offered nothing they can't do, and sees it on the open page as soon as they are", async ({
  browser,
}) => {
  const { url } = house();
  const now = Date.now();
  const name = `Bakkah Safar ${now}`;
  const [office, desk] = await Promise.all(
    [1, 2].map(async () => (await browser.newContext({ ...DESK, locale: "en" })).newPage()),
  );
  if (!office || !desk) throw new Error("no window");
  await office.goto(`${url}/register-agency`);
  await office.locator("input[name=name]").fill(name);
  await office.locator("input[name=licenceNumber]").fill(`B-${now}`);
  await office.locator("input[name=personName]").fill("Rina Wulandari");
  await office.locator("input[name=email]").fill(`rina.${now}@example.com`);
  await office.locator("input[name=password]").fill("a long walk to Makkah");
  await office.locator("main form button[type=submit]").click();
  await office.getByRole("link", { name: "Open the office" }).click();
  await office.getByRole("link", { name: "Pilgrims", exact: true }).click();
  await expect(office.getByText("Nobody travels with you yet")).toBeVisible();
  await expect(office.getByText(PENDING)).toBeVisible();
  await expect(office.getByText("You can invite somebody now.")).toHaveCount(0);

  await signInAsAdmin(desk);
  await desk.goto(`${url}/admin`);
  await desk.getByRole("link", { name }).click();
  await expect(desk.getByRole("heading", { name })).toBeVisible();
  await desk.getByRole("button", { name: "Approve with 30 days" }).click();

  // Nobody reloads: the office's page follows.
  await expect(office.getByText(PENDING)).toHaveCount(0);
  await expect(office.getByText("You can invite somebody now.")).toBeVisible();
});
