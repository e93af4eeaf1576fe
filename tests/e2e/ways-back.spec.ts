import { expect, type Page, test } from "@playwright/test";
import { logIn } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

const go = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("link", { name }).first().click();
const HOME = /\/a\/nurani\/my$/;

test("every way back from savings and shop says where it leads, and it is where one came from", async ({ page }) => {
  const { url, logins } = house();
  const login = loginOf(logins, "pilgrim");
  listenTo(page);
  await signIn(page, url, login, "/a/nurani/my");
  await go(page, /^My savings/);
  await expect(page).toHaveURL(/\/my\/savings/);
  await go(page, "Today");
  await expect(page).toHaveURL(HOME);

  await page.goto(`${url}/a/nurani/my/settings`);
  await go(page, "My savings");
  await expect(page).toHaveURL(/\/my\/savings.*from=settings/);
  await go(page, "Settings");
  await expect(page).toHaveURL(/\/my\/settings$/);
  await go(page, "Shop");
  await expect(page).toHaveURL(/\/my\/shop$/);
  await go(page, "Settings");
  await expect(page).toHaveURL(/\/my\/settings$/);
  await go(page, "Today");
  await expect(page).toHaveURL(HOME);
});

test("an order says its code once, and leads back to the shop", async ({ page }) => {
  const { url, logins } = house();
  const login = loginOf(logins, "pilgrim");
  const me = await logIn(url, login);
  const { data } = await me.json<{ data: { variants: { id: string; left: number }[] }[] }>("/products");
  const variantId = data.flatMap(({ variants }) => variants).find(({ left }) => left > 0)?.id;
  const { id, code } = await me.json<{ id: string; code: string }>("/orders", {
    method: "POST",
    body: { lines: [{ variantId, quantity: 1 }] },
  });
  listenTo(page);
  await signIn(page, url, login, `/a/nurani/my/shop/${id}`);
  await expect(page.getByText(code, { exact: true })).toHaveCount(1);
  await inspect(page);
  await go(page, "Shop");
  await expect(page).toHaveURL(/\/my\/shop$/);
});

test("an order that the desk opens on a phone stands in place of the list, and leads back to it: it lay under all the others", async ({
  page,
}) => {
  const { url, logins } = house();
  listenTo(page);
  await signIn(page, url, loginOf(logins, "owner"), "/a/nurani/office/orders");
  const list = page.getByRole("table");
  await list.getByRole("link", { name: /Suharti/ }).click();
  await expect(page.getByRole("region", { name: "Suharti" })).toBeInViewport();
  await expect(list).toBeHidden();
  await inspect(page);
  await go(page, "Close");
  await expect(list).toBeVisible();
  await expect(page).toHaveURL(/\/office\/orders$/);
});

test("whoever checks a statement's code comes back to it, also after a second code; with the paper alone, to whose statement it is", async ({
  page,
}) => {
  const { url, logins } = house();
  listenTo(page);
  await signIn(page, url, loginOf(logins, "pilgrim"), "/a/nurani/my/savings");
  await go(page, "Check it yourself");
  await expect(page.getByText("This statement is true")).toBeVisible();
  const field = page.getByLabel("Proof code");
  const code = await field.inputValue();
  await field.fill("AAAA BBBB CCCC");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("This code is not known")).toBeVisible();
  await inspect(page);
  await go(page, "Back");
  await expect(page).toHaveURL(/\/my\/savings\/[^/?]+$/);

  await page.goto(`${url}/statement?from=//elsewhere.example`);
  await expect(page.getByRole("main").getByRole("link", { name: "Qafila" })).toHaveAttribute("href", "/");
  await field.fill(code);
  await page.getByRole("button", { name: "Check" }).click();
  await go(page, "Nurani Wisata");
  await expect(page).toHaveURL(/\/a\/nurani$/);
});
