import { join } from "node:path";
import pino, { type DestinationStream } from "pino";
import { openClient } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { makePositionDays } from "@/db/partitions";
import { newId } from "@/lib/kernel/ids";
import { plainError } from "@/lib/kernel/plain-error";
import { choosePorts } from "./adapters/choose";
import { memoryKv } from "./adapters/kv.memory";
import { makeDemo, openDemo } from "./demo";
import { watchSessions } from "./doors/session-memory";
import { type Env, publicUrlOf } from "./env";
import { limiter } from "./http/limits";
import { keepPort } from "./port-file";
import { openRuntime, type Runtime } from "./runtime";
import { say } from "./say";

export const MIGRATIONS = join(process.cwd(), "db/migrations");

/** Callers one node counts by itself. */
const SPARE_KEYS = 20_000;

/** Secrets and personal data have no business in a log, whoever logs the object they are in. */
const SECRETS = ["password", "token", "accessToken", "refreshToken", "authorization", "cookie", "code", "secret"];

/** The program's log, as JSON to its output or `to`. Of an error it tells what failed and where: the words of a query, a mail
 * server or a file bring along what people typed. */
export const openLog = (level: string, to?: DestinationStream) =>
  pino(
    {
      level,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "•" },
      serializers: { err: (error: unknown) => pino.stdSerializers.err(plainError(error)) },
      base: { pid: process.pid },
    },
    to,
  );

async function openDatabase(settings: Env) {
  if (settings.database) {
    return { ownerUrl: settings.database.migrateUrl, loginUrl: settings.database.url, stop: async () => undefined };
  }
  const log = { info: say, warn: say, error: say };
  return openEmbedded({ dataDir: settings.dataDir, log });
}

/** How to close what was opened, the last first. */
export type Closers = (() => Promise<unknown>)[];
export async function closeAll(opened: Closers): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

/** Database, migrations, ports and runtime: everything that doors need before the first request. What was opened stands in
 * `opened`, also when the rest fails. */
export async function openHouse(settings: Env, port: number, opened: Closers = []) {
  const log = openLog(settings.logLevel);
  const { ownerUrl, loginUrl, stop } = await openDatabase(settings);
  opened.push(stop);
  await migrate(ownerUrl, MIGRATIONS);
  await makePositionDays(ownerUrl, new Date());
  const database = openClient(loginUrl, settings.databasePool);
  opened.push(database.close);
  const { ports, close } = await choosePorts(settings, log);
  opened.push(close);
  const runtime: Runtime = openRuntime({
    node: newId(),
    database,
    ports,
    lanes: new Map(),
    alone: settings.redisUrl === null,
    limits: limiter(ports.kv, {
      spare: memoryKv({ maxKeys: SPARE_KEYS, now: Date.now }),
      ingest: settings.ingestLimit,
      onOutage: (error) => log.warn({ err: error }, "limits count per node while the KV is down"),
    }),
    log,
    secret: new TextEncoder().encode(settings.secretKey),
    settings: { ...settings, publicUrl: publicUrlOf(settings, port) },
  });
  opened.push(await watchSessions());
  const isDemo = settings.demo && !settings.database;
  return {
    runtime,
    ownerUrl,
    /** Demo mode fills an empty house, before the worker begins; returns whether it did. */
    fill: async () => isDemo && makeDemo(runtime, settings.dataDir),
    /** Tells where the house is, and in demo mode how to get in. */
    greet: (at: number, isNew: boolean) => {
      const url = publicUrlOf(settings, at);
      if (!settings.database) keepPort(settings.dataDir, at);
      if (isDemo) opened.push(openDemo(runtime, settings.dataDir, url, isNew));
      say(`\nQafila is ready: ${url}\n`);
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
