import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { logIn } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

type Sum = { amount: number };
type Listed = { data: { id: string; total: Sum; paid: Sum }[] };
const NAME = "bukti transfer (1).jpeg";

test.use({ locale: "ar-SA" });

test("a payer sees in their own language what they chose before it is sent, and then that it was", async ({ page }) => {
  const { url, logins } = house();
  listenTo(page);
  const payer = loginOf(logins, "pilgrim");
  // By the time they sign in here, that session is over: one phone at a time.
  const { data } = await (await logIn(url, payer)).json<Listed>("/invoices");
  const owed = data.find(({ total, paid }) => paid.amount < total.amount);
  await signIn(page, url, payer, `/a/nurani/my/invoices/${owed?.id}`);
  await page.getByRole("button", { name: "دفعت: أرسل الإثبات" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "إرسال الإثبات" }).click();
  await expect(dialog.getByText("اختر الصورة أولًا.")).toBeVisible();
  const buffer = await sharp({ create: { width: 60, height: 90, channels: 3, background: "#0b5d66" } })
    .jpeg()
    .toBuffer();
  const file = dialog.getByLabel("صورة الإيصال");
  await file.setInputFiles({ name: NAME, mimeType: "image/jpeg", buffer });
  await expect(dialog.getByText(NAME)).toBeVisible();
  await expect(dialog.getByText("اختر ملفًا آخر")).toBeVisible();
  await inspect(page);
  await dialog.getByRole("button", { name: "إرسال الإثبات" }).click();
  await expect(page.getByText("الإثباتات المرسلة")).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test("a payer who comes back to a page left open reads where to pay now, not an account that is closed since", async ({
  page,
}) => {
  const { url, logins } = house();
  listenTo(page);
  const [owner, payer] = [await logIn(url, loginOf(logins, "owner")), loginOf(logins, "pilgrim")];
  const { data } = await (await logIn(url, payer)).json<Listed>("/invoices");
  const owed = data.find(({ total, paid }) => paid.amount < total.amount);
  const body = {
    bankName: "Bank Penutup",
    accountHolder: "Nurani Wisata",
    accountNumber: "7700112233",
    currency: "IDR",
  };
  const { id } = await owner.json<{ id: string }>("/agency/bank-accounts", { method: "POST", body });
  await signIn(page, url, payer, `/a/nurani/my/invoices/${owed?.id}`);
  const closed = page.getByText(body.bankName);
  await expect(closed).toBeVisible();
  await owner.json(`/agency/bank-accounts/${id}`, { method: "DELETE" });
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(closed).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
});

test("[R15] the desk books what really came where the picture shows another amount than was asked for", async ({
  page,
}) => {
  const { url, logins } = house();
  listenTo(page);
  const owner = await logIn(url, loginOf(logins, "owner"));
  type Sum = { amount: number };
  type Waiting = { data: { id: string; amount: Sum; invoice: { id: string; number: string; paid: Sum } }[] };
  const { data } = await owner.json<Waiting>("/proofs?queue=to_check&limit=100");
  const one = data.find(({ amount }) => amount.amount < 1_000_000_000)!;
  await signIn(page, url, loginOf(logins, "admin"), "/a/nurani/office/proofs");
  await page.getByRole("button", { name: one.invoice.number }).click();
  await page.getByRole("button", { name: "وصل مبلغ آخر" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "الموافقة على هذا المبلغ" }).click();
  await expect(dialog.getByText("اكتب المبلغ أولًا.")).toBeVisible();
  await dialog.getByRole("textbox").fill("123456");
  await inspect(page);
  await dialog.getByRole("button", { name: "الموافقة على هذا المبلغ" }).click();
  await expect(page.getByRole("status").filter({ hasText: "123" })).toBeVisible();
  const { paid } = await owner.json<{ paid: Sum }>(`/invoices/${one.invoice.id}`);
  expect(paid.amount - one.invoice.paid.amount).toBe(12_345_600);
});
