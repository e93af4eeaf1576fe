import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "@/db/embedded/folder";
import { type DemoLogin, seedDemo } from "@/db/seed/demo";
import { openWalk } from "@/db/seed/walk";
import { listAgencyIds } from "@/lib/agencies/queries/agency";
import { MINUTE } from "@/lib/kernel/clock";
import { openCall } from "./doors/call";
import type { Runtime } from "./runtime";
import { say } from "./say";

const fileOf = (dataDir: string) => join(dataDir, "demo-logins.json");

/** Fills an empty house with two agencies and keeps their random log-ins in its data folder; returns whether it did.
 * The worker must not run yet: it would close periods that savers are still paying into. */
export async function makeDemo(house: Runtime, dataDir: string): Promise<boolean> {
  const file = fileOf(dataDir);
  const isBegun = existsSync(file);
  if (isBegun ? readLogins(file).length > 0 : await hasAgencies(house)) return false;
  say("Making two demo agencies…");
  // Without any log-in it was killed halfway, and what stands in the house is no agency of somebody's own.
  writeWhole(file, "[]");
  writeWhole(file, JSON.stringify(await seedDemo(house), null, 2));
  return true;
}

async function hasAgencies(house: Runtime): Promise<boolean> {
  const call = openCall({ actor: { kind: "system", task: "demo" }, agencyId: null, via: "task" }, house);
  return (await listAgencyIds(call, {})).length > 0;
}

/** Tells the log-ins of a house with a demo, in full when they are new. The demo's people walk on until the returned close is called. */
export function openDemo(house: Runtime, dataDir: string, url: string, isNew: boolean): () => Promise<void> {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return async () => undefined;
  const logins = readLogins(file);
  say(isNew ? table(logins, url, file) : `Demo log-ins are in ${file}.`);
  return walkOn(house, slugsOf(logins));
}

const readLogins = (file: string) => JSON.parse(readFileSync(file, "utf8")) as DemoLogin[];

const slugsOf = (logins: readonly DemoLogin[]) => [
  ...new Set(logins.flatMap(({ path }) => /^\/a\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

/** Once now and then every minute, one step at a time; a step that fails is only a missed step. */
function walkOn(house: Runtime, slugs: readonly string[]): () => Promise<void> {
  const step = openWalk(house, slugs);
  const take = () =>
    step(new Date()).catch((error: unknown) => house.log.warn({ err: error }, "the demo stands still"));
  let taken: Promise<unknown> = take();
  const timer = setInterval(() => {
    taken = taken.then(take);
  }, MINUTE);
  return async () => {
    clearInterval(timer);
    await taken;
  };
}

/** Of the many pilgrims one per agency is printed; the file has them all. */
function table(logins: DemoLogin[], url: string, file: string): string {
  const shown = logins.filter(
    (one, i) => one.role !== "pilgrim" || logins.findIndex((other) => isAlike(one, other)) === i,
  );
  const rows = shown.map(({ agency, role, identifier, password, path }) => ({
    who: `${agency}, ${role}`,
    identifier,
    password,
    address: `${url}/sign-in?next=${encodeURIComponent(path)}`,
  }));
  const width = (key: "who" | "identifier" | "password") => Math.max(...rows.map((row) => row[key].length));
  const line = (row: (typeof rows)[number]) =>
    `  ${row.who.padEnd(width("who"))}  ${row.identifier.padEnd(width("identifier"))}  ${row.password.padEnd(width("password"))}  ${row.address}`;
  const title = `Demo log-ins (made for this installation only; the other pilgrims' are in ${file}):`;
  return `\n${title}\n${rows.map(line).join("\n")}`;
}

const isAlike = (a: DemoLogin, b: DemoLogin) => a.agency === b.agency && a.role === b.role;
