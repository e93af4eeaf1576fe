import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
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

const keptAt = () => join(dirname(process.env.QAFILA_HOUSE ?? ""), "admin-cookies.json");

/** Signs in by that link; it works once, so what it gave is kept for whoever comes later in this run. */
export async function signInAsAdmin(page: Page): Promise<void> {
  if (existsSync(keptAt())) return page.context().addCookies(JSON.parse(readFileSync(keptAt(), "utf8")));
  await page.goto(house().admin);
  await page.locator("main button[data-kind=primary]").click();
  await page.waitForURL((at) => !at.pathname.startsWith("/sign-in"));
  writeFileSync(keptAt(), JSON.stringify(await page.context().cookies()));
}
