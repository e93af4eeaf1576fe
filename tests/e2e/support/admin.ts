import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Cookie, chromium, type LaunchOptions, type Page } from "@playwright/test";
import { house } from "./logins";

const ROOT = join(import.meta.dirname, "../../..");

/** Makes the platform's first super admin by the program's own command. @returns the link that signs in once */
export async function makeAdmin(dataDir: string, url: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: url, LOG_LEVEL: "warn" };
  const args = ["--import", "tsx", "server/cli/admin.ts", "admin@qafila.test"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  const link = /http\S+#\S+/.exec(stdout)?.[0];
  if (!link) throw new Error(`no link was printed:\n${stdout}`);
  return `${url}/sign-in/link${new URL(link).hash}`;
}

/** Signs in by that link, which works once. @returns what the browser keeps of it */
export async function openAdmin(link: string, launch: LaunchOptions): Promise<Cookie[]> {
  const browser = await chromium.launch(launch);
  const page = await browser.newPage({ locale: "en-GB" });
  await page.goto(link);
  await page.locator("main button[data-kind=primary]").click();
  await page.waitForURL((at) => !at.pathname.startsWith("/sign-in"));
  const cookies = await page.context().cookies();
  await browser.close();
  return cookies;
}

/** The super admin's own session, wherever a journey needs it. */
export const signInAsAdmin = (page: Page): Promise<void> => page.context().addCookies(house().admin);
