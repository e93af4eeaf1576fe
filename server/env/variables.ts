import { z } from "zod";
import { TRIES } from "@/lib/notices/rules";

/** Secrets anybody can read in .env.example, so nobody may use them. */
export const EXAMPLE_SECRETS = [
  "replace-this-with-48-random-characters-of-yours",
  "replace-this-metrics-token-with-your-own-too",
];

/** How long a secret must be, in bytes. */
const SECRET_BYTES = 32;

const text = z.string();
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` });
const yesNo = z
  .enum(["yes", "no", "true", "false", "1", "0"], { error: "must be yes or no" })
  .transform((word) => word === "yes" || word === "true" || word === "1");

const url = (protocols: string[], example: string) =>
  z.string().refine((value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== "";
  }, `is not an address this program understands; write it like ${example}`);
const database = url(["postgres:", "postgresql:"], "postgres://user:password@host:5432/qafila").refine(
  (value) => !URL.canParse(value) || new URL(value).pathname.length > 1,
  "names no database; add its name after the host, as in postgres://user:password@host:5432/qafila",
);
const origin = (value: string) => URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, "");
const webOrigin = z
  .string()
  .refine(
    (value) => origin(value) && /^https?:/.test(value),
    "must be an origin without a path, like https://qafila.example",
  )
  .transform((value) => value.replace(/\/$/, ""));
const origins = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .pipe(
    z.array(
      z
        .string()
        .refine(
          (item) => origin(item) && /^https?:/.test(item),
          "must be origins separated by commas, like https://app.example,https://office.example; * is not allowed",
        ),
    ),
  );
const secret = z
  .string()
  .refine(
    (value) => !EXAMPLE_SECRETS.includes(value),
    "is the one from .env.example, which everybody knows; make your own with `openssl rand -base64 48`",
  )
  .refine(
    (value) => Buffer.byteLength(value) >= SECRET_BYTES,
    `is shorter than ${SECRET_BYTES} bytes; make one with \`openssl rand -base64 48\``,
  )
  .refine((value) => new Set(value).size >= 8, "is too easy to guess; make one with `openssl rand -base64 48`");
const isTileHost = (host: string) => {
  const fixed = host.replace(/^\{s\}\./, "");
  return !/[{}*@;,\s]/.test(fixed) && URL.canParse(`https://${fixed}`);
};
const tiles = z
  .string()
  .refine(
    (value) => ["{z}", "{x}", "{y}"].every((part) => value.includes(part)) && /^(https?:\/\/|\/)/.test(value),
    "must be an address with {z}, {x} and {y}, like https://tiles.example/{z}/{x}/{y}.png",
  )
  .refine(
    (value) => value.startsWith("/") || isTileHost(/^https?:\/\/([^/?#]*)/.exec(value)?.[1] ?? ""),
    "has a host that browsers can't be told to trust; {s} may only be its whole first part, as in https://{s}.tiles.example",
  );

const variable = <T extends z.ZodType>(schema: T, fallback: string, meaning: string) =>
  schema.optional().meta({ fallback, meaning });

/** Every environment variable the program reads, with what it must look like, its default and its meaning. */
export const variables = z.object({
  NODE_ENV: variable(oneOf(["development", "production", "test"]), "development", "Set by the npm scripts."),
  PORT: variable(
    whole(1, 65535),
    "3000",
    "Port of the web server. In demo mode the next free one is taken when it is busy.",
  ),
  HOST: variable(text, "127.0.0.1; 0.0.0.0 with DATABASE_URL", "Address the web server listens on."),
  PUBLIC_URL: variable(
    webOrigin,
    "http://localhost:PORT",
    "Origin people type; links, QR codes and cookies are made for it.",
  ),
  DATA_DIR: variable(text, "./data", "Folder of the embedded database, stored files and demo log-ins."),
  DEMO: variable(yesNo, "yes; no with DATABASE_URL", "Fill an empty database with two demo agencies."),
  DATABASE_URL: variable(
    database,
    "embedded PostgreSQL",
    "PostgreSQL 16 or newer, as the login role (docs/operations).",
  ),
  MIGRATE_DATABASE_URL: variable(
    database,
    "none",
    "The same database as its owner: migrations and the queue. Goes with DATABASE_URL.",
  ),
  DATABASE_POOL: variable(whole(1, 100), "8", "Connections of one node; more than 8 makes two cores slower."),
  REDIS_URL: variable(
    url(["redis:", "rediss:"], "redis://host:6379"),
    "none: one node",
    "Joins several nodes. Needs DATABASE_URL and UPSTASH_REDIS_REST_URL.",
  ),
  UPSTASH_REDIS_REST_URL: variable(
    url(["http:", "https:"], "https://name.upstash.io"),
    "none: memory",
    "Shared store of sessions, limits and caches.",
  ),
  UPSTASH_REDIS_REST_TOKEN: variable(text, "none", "Token of that store."),
  SECRET_KEY: variable(
    secret,
    "made and kept in DATA_DIR; required with DATABASE_URL",
    "Signs sessions and codes; at least 32 bytes, the same on every node.",
  ),
  FILES: variable(
    oneOf(["disk", "s3"]),
    "disk",
    "Where documents and pictures are kept: DATA_DIR/files or an S3 bucket.",
  ),
  S3_BUCKET: variable(text, "none", "Private bucket; required with FILES=s3."),
  S3_REGION: variable(text, "none", "Its region; required with FILES=s3."),
  S3_ENDPOINT: variable(
    url(["http:", "https:"], "https://s3.example"),
    "Amazon's",
    "For MinIO, R2 and other stores that speak S3.",
  ),
  S3_ACCESS_KEY_ID: variable(text, "none", "Required with FILES=s3."),
  S3_SECRET_ACCESS_KEY: variable(text, "none", "Required with FILES=s3."),
  SMTP_URL: variable(
    url(["smtp:", "smtps:"], "smtps://user:password@host:465"),
    "none: mail waits in the outbox",
    "Mail server.",
  ),
  MAIL_FROM: variable(
    z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, "must be an e-mail address, like Qafila <mail@qafila.example>"),
    "none",
    "Who signs mail. Goes with SMTP_URL.",
  ),
  TILE_URL: variable(tiles, "none: our own schematic map", "Map tiles."),
  TILE_ATTRIBUTION: variable(text, "none", "The line their licence demands. Goes with TILE_URL."),
  CORS_ORIGINS: variable(origins, "none", "Other origins whose pages may call the API, separated by commas."),
  TRUST_PROXY: variable(whole(0, 10), "0", "How many proxies of yours stand in front and add X-Forwarded-For."),
  METRICS_TOKEN: variable(
    secret,
    "none: /metrics answers this machine only",
    "Bearer token of /metrics; at least 32 bytes.",
  ),
  INGEST_LIMIT: variable(
    whole(1, 1_000_000),
    "120",
    "Calls with positions that one device may make in a minute, each of up to 500 positions.",
  ),
  LOG_LEVEL: variable(
    oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    "info",
    "How much is logged.",
  ),
  WORKER_CONCURRENCY: variable(whole(1, 64), "4", "Tasks at a time on this node."),
  JOB_ATTEMPTS: variable(
    whole(TRIES, 100),
    "10",
    `How often a failing task is tried before it is set aside; ${TRIES} at least, so that a letter's last try is not cut off.`,
  ),
});

export type Variables = z.output<typeof variables>;
export type VariableName = keyof Variables;

/** One row per variable for people: name, default, meaning. */
export function describeEnv(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(variables.shape).map(([name, schema]) => {
    const { fallback, meaning } = schema.meta() as { fallback: string; meaning: string };
    return { name, fallback, meaning };
  });
}

/** The table of docs/configuration.md. */
export function configTable(): string {
  const rows = describeEnv().map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`);
  return ["| variable | default | meaning |", "|---|---|---|", ...rows, ""].join("\n");
}
