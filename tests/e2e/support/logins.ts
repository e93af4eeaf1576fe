import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cookie, expect, type Page } from "@playwright/test";
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

/** Signs in through the door behind the form, which journeys of their own fill in (`people.spec.ts`), and opens `to`;
 * `null`: only the session is wanted. */
export async function signIn(page: Page, url: string, login: Login, to: string | null = login.path) {
  const { csrfToken } = await (await page.request.get(`${url}/api/auth/csrf`)).json();
  const form = { identifier: login.identifier, password: login.password, csrfToken, json: "true" };
  expect((await page.request.post(`${url}/api/auth/callback/credentials`, { form })).status()).toBe(200);
  if (to) await page.goto(url + to);
}
