import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cookie, Page } from "@playwright/test";
import type { DemoLogin } from "@/db/seed/demo";

export type Login = DemoLogin;
type House = {
  url: string;
  dataDir: string;
  logins: Login[];
  /** The super admin's session. */
  admin: Cookie[];
};

export const readLogins = (dataDir: string) =>
  JSON.parse(readFileSync(join(dataDir, "demo-logins.json"), "utf8")) as Login[];

/** The running house of this test run: its address and the demo's log-ins. */
export const house = (): House => JSON.parse(readFileSync(process.env.QAFILA_HOUSE ?? "", "utf8")) as House;

/** The first log-in of a role in one of the demo's agencies. */
export function loginOf(logins: readonly Login[], role: string, agency = "Nurani Wisata"): Login {
  const found = logins.find((one) => one.role === role && one.agency === agency);
  if (!found) throw new Error(`the demo has no ${role} in ${agency}`);
  return found;
}

/** Signs in as a person does, and lands where that person begins. */
export async function signIn(page: Page, url: string, { identifier, password, path }: Login, to = path) {
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(to)}`);
  await page.locator("input[name=identifier]").fill(identifier);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL((at) => !at.pathname.startsWith("/sign-in"));
}
