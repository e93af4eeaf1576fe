import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { logIn } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

type Listed = { data: { id: string; total: number; paid: number }[] };
const NAME = "bukti transfer (1).jpeg";

test.use({ locale: "ar-SA" });

test("a payer sees in their own language what they chose before it is sent, and then that it was", async ({ page }) => {
  const { url, logins } = house();
  listenTo(page);
  const payer = loginOf(logins, "pilgrim");
  // By the time they sign in here, that session is over: one phone at a time.
  const { data } = await (await logIn(url, payer)).json<Listed>("/invoices");
  const owed = data.find(({ total, paid }) => paid < total);
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
