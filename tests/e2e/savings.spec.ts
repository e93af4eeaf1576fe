import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { type Account, logIn } from "@/bench/simulate/rest";
import { house, loginOf, signIn } from "./support/logins";
import { loseAnswer } from "./support/lost";

const SAVED = 600_000_000;
const MORE = 75_000_000;
const PRICE = 3_450_000_000;
const DAY = 86_400_000;
const onDay = (n: number) => new Date(Date.now() + n * DAY).toISOString();
const rupiah = (amount: number) => ({ amount, currency: "IDR" });

/** An open departure, dearer than what is saved. */
async function sell(owner: Account): Promise<string> {
  const { data } = await owner.json<{ data: { id: string; published: boolean }[] }>("/packages");
  const packageId = data.find(({ published }) => published)!.id;
  const prices = [{ passengerType: "adult", roomType: "quad", amount: rupiah(PRICE) }];
  const dates = { startsAt: onDay(75), endsAt: onDay(85), timeZone: "Asia/Jakarta" };
  const body = { ...dates, prices, city: "Semarang", capacity: 3 };
  const { id } = await owner.json<{ id: string }>(`/packages/${packageId}/departures`, { method: "POST", body });
  await owner.json(`/departures/${id}`, { method: "PATCH", body: { status: "open" } });
  return id;
}

/** A plan of the saver's own, and how money gets onto it: one of the office writes it down, another checks it. */
async function begin(saver: Account, owner: Account, admin: Account) {
  const account = { bankName: "Bank Syariah Indonesia", holder: saver.name, number: "7120448899" };
  const startsOn = onDay(0).slice(0, 10);
  const plan = { name: "Umrah Ibu", target: rupiah(PRICE), monthly: rupiah(MORE), startsOn, account };
  const { id: planId } = await saver.json<{ id: string }>("/savings/plans", { method: "POST", body: plan });
  const { data: methods } = await owner.json<{ data: { id: string }[] }>("/payment-methods");
  const deposit = async (amount: number) => {
    const body = { planId, amount: rupiah(amount), methodId: methods[0]!.id, paidOn: startsOn };
    return (await admin.json<{ id: string }>("/savings/deposits", { method: "POST", body })).id;
  };
  const verify = (id: string) => owner.json(`/savings/deposits/${id}/verify`, { method: "POST" });
  return { planId, deposit, verify };
}

test("[R24] a saver turns savings into a seat, and what they were asked about is what is taken", async ({ page }) => {
  const { url, logins } = house();
  const owner = await logIn(url, loginOf(logins, "owner"));
  const login = logins.filter((one) => one.role === "pilgrim" && one.agency === "Nurani Wisata").at(-1)!;
  const { planId, deposit, verify } = await begin(
    await logIn(url, login),
    owner,
    await logIn(url, loginOf(logins, "admin")),
  );
  const departure = await sell(owner);
  await verify(await deposit(SAVED));
  const late = await deposit(MORE);

  await signIn(page, url, login, `/a/nurani/my/savings/${planId}`);
  await page.locator("main a[href$='/convert']").click();
  await page.getByLabel("What shall it pay for?").selectOption(departure);
  // The office checks one more deposit while they read.
  await verify(late);
  await page.getByRole("button", { name: "Turn into seats" }).click();
  await expect(page.getByRole("dialog")).toContainText("Take IDR 6,000,000 out of these savings?");
  await page.getByRole("dialog").getByRole("button", { name: "Turn into seats" }).click();

  await page.waitForURL(/\/my\/bookings\/[0-9a-f-]{36}/);
  await expect(page.getByText("IDR 6,000,000 of IDR 34,500,000")).toBeVisible();
  await page.goto(`${url}/a/nurani/my/savings/${planId}`);
  await expect(page.getByText("Paid for seats")).toBeVisible();
  await expect(page.getByText("IDR 750,000", { exact: true }).first()).toBeVisible();
});

test("[R13] what a saver typed stays while there is no network, and is sent once though its answer was lost", async ({
  page,
  context,
}) => {
  const { url, logins } = house();
  const login = logins.filter((one) => one.role === "pilgrim" && one.agency === "Nurani Wisata").at(-2)!;
  const [owner, admin] = [await logIn(url, loginOf(logins, "owner")), await logIn(url, loginOf(logins, "admin"))];
  const { planId } = await begin(await logIn(url, login), owner, admin);
  await signIn(page, url, login, `/a/nurani/my/savings/${planId}`);
  await page.getByRole("button", { name: "Put money in" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Amount in IDR").fill("750000");
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: "#0d5c63" } }).png();
  const buffer = await picture.toBuffer();
  await form.locator("input[type=file]").setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer });
  const send = form.getByRole("button", { name: "Send to the office" });

  await context.setOffline(true);
  await send.click();
  // Read aloud too: an open dialog does not silence it.
  await expect(page.getByRole("status").getByText("No connection. Try again when there is a signal.")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(form.getByText("receipt.png")).toBeVisible();
  await expect(form.getByLabel("Amount in IDR")).toHaveValue("750,000");

  await context.setOffline(false);
  await loseAnswer(page, `**/my/savings/${planId}`);
  await send.click();
  await expect(page.getByText("No connection. Try again when there is a signal.")).toBeVisible();
  await send.click();
  await expect(page.getByText("The office checks it now.", { exact: false })).toBeVisible();
  await expect(page.getByText("IDR 750,000 being checked, not counted yet")).toBeVisible();
});
