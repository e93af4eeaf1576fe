import { createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "@/db/embedded/folder";
import { codeOf, fileTrouble, StartError } from "@/db/start-error";
import { judgeTogether } from "@/server/env/together";
import { type VariableName, type Variables, variables } from "@/server/env/variables";

type S3 = { bucket: string; region: string; endpoint?: string; accessKeyId: string; secretAccessKey: string };

/** The configuration, checked. `database` null means the embedded one. `publicUrl` null means this machine's own address. */
export type Env = ReturnType<typeof shape> & { secretKey: string; actionsKey: string };

type Source = Record<string, string | undefined>;

let known: Env | null = null;

/** The configuration of this process; `.env` counts where the environment is silent. Throws a StartError naming every mistake. */
export function env(): Env {
  if (!known) {
    known = openEnv(ownSource());
    // Next reads this one by itself; a key that changed with every build would break pages open in browsers.
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = known.actionsKey;
  }
  return known;
}

/** The same without its secrets, for who only looks: makes nothing. */
export const lookAtEnv = () => readEnv(ownSource());

function ownSource(): Source {
  if (process.env.NODE_ENV !== "test" && existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

/** The same for any source; in embedded mode makes the data folder and its secret. */
export function openEnv(source: Source): Env {
  const { secretKey: given, ...settings } = readEnv(source);
  const secretKey = given ?? keptSecret(settings.dataDir);
  return { ...settings, secretKey, actionsKey: actionsKey(secretKey) };
}

/** Checks a source without touching the disk; `secretKey` null means one has to be kept in the data folder. */
export function readEnv(source: Source) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(given);
  const single = parsed.error?.issues.map(({ path, message }) => ({ name: String(path[0]), what: message })) ?? [];
  const wrong = new Set(single.map(({ name }) => name));
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const values = parsed.data ?? variables.parse(sound);
  const problems = [...single, ...judgeTogether(values, (name: VariableName) => given[name] !== undefined)];
  if (problems.length > 0) {
    const lines = problems.map(({ name, what }) => `  ${name} ${what}.`);
    throw new StartError(`The configuration is wrong:\n${[...new Set(lines)].join("\n")}`);
  }
  return { ...shape(values), secretKey: values.SECRET_KEY ?? null };
}

/** The origin people reach us by, once we know the port that was free. */
export const publicUrlOf = (settings: Pick<Env, "publicUrl">, port: number): string =>
  settings.publicUrl ?? `http://localhost:${port}`;

/** The key of Next's server actions: the same on every node and after every build. server/start.mjs does the same sum. */
export const actionsKey = (secretKey: string): string =>
  createHmac("sha256", secretKey).update("next-server-actions").digest("base64");

function shape(values: Variables) {
  const { DATABASE_URL: url, MIGRATE_DATABASE_URL: migrateUrl } = values;
  const dataDir = resolve(values.DATA_DIR ?? "data");
  return {
    mode: values.NODE_ENV ?? "development",
    port: values.PORT ?? 3000,
    host: values.HOST ?? (url ? "0.0.0.0" : "127.0.0.1"),
    publicUrl: values.PUBLIC_URL ?? null,
    dataDir,
    demo: values.DEMO ?? !url,
    database: url && migrateUrl ? { url, migrateUrl } : null,
    databasePool: values.DATABASE_POOL ?? 8,
    redisUrl: values.REDIS_URL ?? null,
    upstash: pair(values.UPSTASH_REDIS_REST_URL, values.UPSTASH_REDIS_REST_TOKEN, (at, token) => ({ url: at, token })),
    files:
      values.FILES === "s3"
        ? { kind: "s3" as const, s3: bucket(values) }
        : { kind: "disk" as const, folder: join(dataDir, "files") },
    mail: pair(values.SMTP_URL, values.MAIL_FROM, (at, from) => ({ url: at, from })),
    tileUrl: values.TILE_URL ?? null,
    tileAttribution: values.TILE_ATTRIBUTION ?? null,
    corsOrigins: values.CORS_ORIGINS ?? [],
    trustedProxies: values.TRUST_PROXY ?? 0,
    metricsToken: values.METRICS_TOKEN ?? null,
    ingestLimit: values.INGEST_LIMIT,
    logLevel: values.LOG_LEVEL ?? "info",
    workerConcurrency: values.WORKER_CONCURRENCY ?? 4,
    jobAttempts: values.JOB_ATTEMPTS ?? 10,
  };
}

const pair = <T>(a: string | undefined, b: string | undefined, make: (a: string, b: string) => T): T | null =>
  a && b ? make(a, b) : null;

function bucket(values: Variables): S3 {
  return {
    bucket: values.S3_BUCKET ?? "",
    region: values.S3_REGION ?? "",
    endpoint: values.S3_ENDPOINT,
    accessKeyId: values.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? "",
  };
}

function keptSecret(dataDir: string): string {
  const file = join(makeFolder(dataDir), "secret.key");
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  try {
    // Linked, not written in place: several copies of this module may ask at once, and each must read the same.
    if (!existsSync(file)) {
      writeFileSync(draft, randomBytes(48).toString("base64"), { mode: 0o600, flush: true });
      linkSync(draft, file);
    }
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw fileTrouble(error, file);
  } finally {
    rmSync(draft, { force: true });
  }
  const kept = readFileSync(file, "utf8").trim();
  if (Buffer.byteLength(kept) >= 32) return kept;
  throw new StartError(`${file} is damaged. Restore it from a backup, or delete it (everybody has to log in again).`);
}
