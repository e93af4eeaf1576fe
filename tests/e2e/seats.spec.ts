import { expect, type Page, test } from "@playwright/test";
import { type Account, logIn, Refused } from "@/bench/simulate/rest";
import { rupiah } from "@/lib/kernel/money";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { loseAnswer } from "./support/lost";

const SEATS = 6;
const CALLERS = 50;
const DAY = 86_400_000;
const inDays = (n: number) => new Date(Date.now() + n * DAY).toISOString();
const ADULT = { passengerType: "adult", roomType: "quad" } as const;

/** A departure of the demo's first package, open, with six seats. */
async function openDeparture(owner: Account): Promise<{ id: string; packageId: string }> {
  const { data } = await owner.json<{ data: { id: string; published: boolean }[] }>("/packages");
  const packageId = data.find(({ published }) => published)!.id;
  const dates = { startsAt: inDays(70), endsAt: inDays(80), timeZone: "Asia/Jakarta" };
  const prices = [{ ...ADULT, amount: rupiah(34_500_000) }];
  const body = { ...dates, prices, city: "Jakarta", capacity: SEATS };
  const { id } = await owner.json<{ id: string }>(`/packages/${packageId}/departures`, { method: "POST", body });
  await owner.json(`/departures/${id}`, { method: "PATCH", body: { status: "open" } });
  return { id, packageId };
}

/** How a walk-in's wish for one seat ended. */
const walkIn = (owner: Account, departureId: string) =>
  owner.once("/bookings", { departureId, payer: { name: "Walk In" }, pilgrims: [{ ...ADULT, isPayer: true }] }).then(
    () => "booked",
    (error: unknown) => (error instanceof Refused ? error.code : `broke: ${error}`),
  );

/** Somebody who was never here before registers on the way to their seats. */
async function registerHere(page: Page): Promise<void> {
  await page.locator("a[href^='/sign-up']").click();
  await page.waitForURL(/\/sign-up/);
  await page.locator("input[name=name]").fill("Siti Rahmawati");
  await page.getByText("E-mail", { exact: true }).first().click();
  await page.locator("input[name=email]").fill(`siti.${Date.now()}@example.com`);
  await page.locator("input[name=password]").fill("A walk to the well 7");
  await page.locator("form button[type=submit]").click();
}

test("[R1] a departure is sold from the public page to its last seat, whoever calls at once, and then keeps a queue", async ({
  page,
  browser,
}) => {
  listenTo(page);
  const { url, logins } = house();
  const owner = await logIn(url, loginOf(logins, "owner"));
  const { id, packageId } = await openDeparture(owner);
  const offer = page.locator(`article[id="${id}"]`);

  await page.goto(`${url}/a/nurani/packages/${packageId}`);
  await expect(offer).toContainText("6 seats left");
  await inspect(page);
  await offer.getByRole("link", { name: "Choose this departure" }).click();
  await page.waitForURL(`**/book/${id}`);
  await inspect(page);
  await registerHere(page);
  await page.waitForURL(`**/book/${id}`);
  await page.getByRole("button", { name: "Hold the seats" }).click();
  await page.waitForURL(/\/my\/bookings\/[0-9a-f-]{36}/);
  await expect(
    page
      .getByRole("timer")
      .or(page.getByText(/Hold ends/))
      .first(),
  ).toBeVisible();
  // The way back is to the form: whoever takes it reads that they hold a seat already, and goes on with it.
  await page.goBack();
  await expect(page.getByText("You hold 1 seat here already.")).toBeVisible();
  await page.getByRole("link", { name: "My bookings" }).click();
  await page.getByRole("link", { name: /Hold ends/ }).click();
  await page.waitForURL(/\/my\/bookings\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Hold for a day, to pay" }).click();
  await expect(page.getByRole("status").filter({ hasText: /Still missing: .*Sex/ })).toBeVisible();
  await inspect(page);

  const ended = await Promise.all(Array.from({ length: CALLERS }, () => walkIn(owner, id)));
  expect(ended.filter((one) => one === "booked")).toHaveLength(SEATS - 1);
  expect(ended.filter((one) => one === "sold_out")).toHaveLength(CALLERS - SEATS + 1);

  const late = await browser.newPage();
  listenTo(late);
  await signIn(late, url, loginOf(logins, "leader"), `/a/nurani/packages/${packageId}`);
  await late.locator(`article[id="${id}"]`).getByRole("link", { name: "Full: wait for a seat" }).click();
  await late.getByRole("button", { name: "Wait for a seat" }).click();
  await expect(late.getByText("You are in the queue.")).toBeVisible();
  await inspect(late);
  await late.close();
});

test("[R13] seats whose answer was lost on the way are held once, however often they are asked for", async ({
  page,
}) => {
  const { url, logins } = house();
  const { id } = await openDeparture(await logIn(url, loginOf(logins, "owner")));
  await signIn(page, url, loginOf(logins, "leader"), `/a/nurani/book/${id}`);
  const hold = page.getByRole("button", { name: "Hold the seats" });
  await loseAnswer(page, `**/book/${id}`);
  await hold.click();
  await expect(page.getByText("No connection. Try again when there is a signal.")).toBeVisible();
  await hold.click();
  await page.waitForURL(/\/my\/bookings\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page.getByText("You hold 1 seat here already.")).toBeVisible();
});

test("a booking left open on a phone shows what the office did with it meanwhile", async ({ page }) => {
  const { url, logins } = house();
  const owner = await logIn(url, loginOf(logins, "owner"));
  const { id: departureId } = await openDeparture(owner);
  const payer = await logIn(url, loginOf(logins, "leader"));
  const { id } = (await payer.once("/bookings", { departureId, pilgrims: [ADULT] })) as { id: string };
  await signIn(page, url, loginOf(logins, "leader"), `/a/nurani/my/bookings/${id}`);
  await expect(page.getByRole("button", { name: "Hold for a day, to pay" })).toBeVisible();
  await owner.json(`/bookings/${id}/cancel`, { method: "POST", body: { reason: "The flight was cancelled." } });
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Hold for a day, to pay" })).toBeHidden();
});
