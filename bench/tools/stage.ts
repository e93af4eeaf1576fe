import { randomBytes } from "node:crypto";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { openEmbedded } from "@/db/embedded";
import { BARE_ENV } from "@/db/embedded/process";
import { readState } from "@/db/embedded/state";
import { migrate } from "@/db/migrate";
import { makePositionDays } from "@/db/partitions";
import { scratchFolder } from "@/tests/support/scratch";
import { buildDisk, SLOW_US } from "./disk";
import { openPart, type Part } from "./parts";

/** Where the benches play: a PostgreSQL of their own with a disk that can be slowed down, and child processes. */
export type Stage = {
  quick: boolean;
  rounds: number;
  /** How long one round of a rate lasts. */
  seconds: number;
  disks: readonly Disk[];
  setDisk: (disk: Disk) => void;
  /** A migrated database of one's own. `bareUrl` is the superuser's: no row-level security, as bare code would be. */
  database: () => Promise<StageDatabase>;
  part: (name: string, env?: Record<string, string>) => Promise<Part>;
  say: (line: string) => void;
  version: string;
};
export type Disk = "as it is" | "2 ms fsync";
export type StageDatabase = {
  ownerUrl: string;
  loginUrl: string;
  bareUrl: string;
  bare: Sql;
  env: Record<string, string>;
};

type Options = { quick: boolean; profile: boolean };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const at = (url: string, database: string) => url.replace(/\/[^/]+$/, `/${database}`);

/** Opens the stage; the returned `close` ends everything it started. */
export async function openStage({ quick, profile }: Options): Promise<Stage & { close: () => Promise<void> }> {
  const folder = scratchFolder();
  const disk = buildDisk(folder.path);
  // The server sees this environment and no other, so the slow disk has to come in by it.
  Object.assign(BARE_ENV, disk?.env);
  const server = await openEmbedded({ dataDir: join(folder.path, "data"), log: silent });
  await migrate(server.ownerUrl, join(process.cwd(), "db/migrations"));
  await makePositionDays(server.ownerUrl, new Date());
  const state = readState(join(folder.path, "data"));
  const bareUrl = `postgres://postgres:${state?.superPassword}@127.0.0.1:${state?.port}/postgres`;
  const admin = postgres(bareUrl, { max: 1, onnotice: () => undefined });
  const [server_version] = await admin<{ server_version: string }[]>`show server_version`;
  const opened: (() => Promise<unknown>)[] = [];
  return {
    quick,
    rounds: quick ? 2 : 5,
    seconds: quick ? 1.5 : 3,
    disks: disk ? ["as it is", "2 ms fsync"] : ["as it is"],
    setDisk: (kind) => disk?.set(kind === "as it is" ? 0 : SLOW_US),
    database: () => cloneDatabase(admin, server, bareUrl, opened),
    part: async (name, env) => {
      const part = await openPart(name, { env, profile });
      opened.push(() => part.close().catch(() => undefined));
      return part;
    },
    say: (line) => void process.stdout.write(`${line}\n`),
    version: server_version?.server_version ?? "",
    close: async () => {
      disk?.set(0);
      for (const close of opened.reverse()) await close();
      await admin.end();
      await server.stop();
      disk?.close();
      folder.remove();
    },
  };
}

type Urls = { ownerUrl: string; loginUrl: string };

async function cloneDatabase(admin: Sql, { ownerUrl, loginUrl }: Urls, bareUrl: string, opened: (() => unknown)[]) {
  const name = `b_${randomBytes(6).toString("hex")}`;
  await admin.unsafe(`create database ${name} template qafila owner qafila_owner`);
  const bare = postgres(at(bareUrl, name), { max: 4, onnotice: () => undefined });
  opened.push(() => bare.end());
  const urls = { ownerUrl: at(ownerUrl, name), loginUrl: at(loginUrl, name), bareUrl: at(bareUrl, name) };
  const env = {
    DATABASE_URL: urls.loginUrl,
    MIGRATE_DATABASE_URL: urls.ownerUrl,
    BARE_DATABASE_URL: urls.bareUrl,
    SECRET_KEY: randomBytes(48).toString("base64"),
    PUBLIC_URL: "http://127.0.0.1",
    LOG_LEVEL: "error",
    // A bench sends from few devices what is meant for many.
    INGEST_LIMIT: "1000000",
    HOST: "127.0.0.1",
  };
  return { ...urls, bare, env };
}
