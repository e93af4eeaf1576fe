import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DemoLogin, seedDemo } from "@/db/seed/demo";
import type { Runtime } from "./runtime";
import { say } from "./say";

/** Fills a new data folder with two agencies and keeps their random log-ins in it; prints them when they are made. */
export async function openDemo(house: Runtime, dataDir: string, url: string): Promise<void> {
  const file = join(dataDir, "demo-logins.json");
  if (existsSync(file)) return say(`Demo log-ins are in ${file}.`);
  say("Making two demo agencies…");
  const logins = await seedDemo(house);
  writeFileSync(file, JSON.stringify(logins, null, 2), { mode: 0o600 });
  say(table(JSON.parse(readFileSync(file, "utf8")) as DemoLogin[], url));
}

function table(logins: DemoLogin[], url: string): string {
  const rows = logins.map(({ agency, role, identifier, password, path }) => ({
    who: `${agency}, ${role}`,
    identifier,
    password,
    address: `${url}/sign-in?next=${encodeURIComponent(path)}`,
  }));
  const width = (key: "who" | "identifier" | "password") => Math.max(...rows.map((row) => row[key].length));
  const line = (row: (typeof rows)[number]) =>
    `  ${row.who.padEnd(width("who"))}  ${row.identifier.padEnd(width("identifier"))}  ${row.password.padEnd(width("password"))}  ${row.address}`;
  return `\nDemo log-ins (made for this installation only):\n${rows.map(line).join("\n")}`;
}
