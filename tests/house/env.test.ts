import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openEnv, publicUrlOf, readEnv } from "@/server/env";
import { configTable, describeEnv, EXAMPLE_SECRETS, variables } from "@/server/env/variables";
import { scratchFolder } from "@/tests/support/scratch";

const scratch = scratchFolder();
afterAll(scratch.remove);

const SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";
const outside = {
  DATABASE_URL: "postgres://qafila_login:a@db:5432/qafila",
  MIGRATE_DATABASE_URL: "postgres://qafila_owner:b@db:5432/qafila",
  SECRET_KEY: SECRET,
};
const upstash = { UPSTASH_REDIS_REST_URL: "https://kv.example", UPSTASH_REDIS_REST_TOKEN: "token" };

describe("nothing set", () => {
  it("is demo mode on this machine only, with a secret of its own that stays", () => {
    const source = { DATA_DIR: join(scratch.path, "fresh") };
    const settings = openEnv(source);
    expect(settings).toMatchObject({ database: null, demo: true, host: "127.0.0.1", port: 3000, redisUrl: null });
    expect(publicUrlOf(settings, 3001)).toBe("http://localhost:3001");
    expect(Buffer.byteLength(settings.secretKey)).toBeGreaterThanOrEqual(32);
    expect(Buffer.from(settings.actionsKey, "base64")).toHaveLength(32);
    expect(statSync(join(scratch.path, "fresh", "secret.key")).mode & 0o777).toBe(0o600);
    expect(openEnv(source).secretKey).toBe(settings.secretKey);
    expect(openEnv({ DATA_DIR: join(scratch.path, "other") }).secretKey).not.toBe(settings.secretKey);
  });

  it("counts empty lines of .env as not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, database: null });
  });
});

describe("outside services", () => {
  it("are taken as given", () => {
    const settings = readEnv({
      ...outside,
      ...upstash,
      REDIS_URL: "rediss://redis:6380",
      PUBLIC_URL: "https://qafila.example/",
      CORS_ORIGINS: "https://a.example, https://b.example",
      TRUST_PROXY: "2",
      FILES: "s3",
      S3_BUCKET: "papers",
      S3_REGION: "me-central-1",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "key",
    });
    expect(settings).toMatchObject({
      host: "0.0.0.0",
      demo: false,
      database: { url: outside.DATABASE_URL, migrateUrl: outside.MIGRATE_DATABASE_URL },
      upstash: { url: "https://kv.example", token: "token" },
      publicUrl: "https://qafila.example",
      corsOrigins: ["https://a.example", "https://b.example"],
      trustedProxies: 2,
      files: { kind: "s3", s3: { bucket: "papers" } },
    });
  });
});

const wrong: [string, Record<string, string>, RegExp][] = [
  ["a port out of range", { PORT: "70000" }, /PORT must be from 1 to 65535/],
  ["a port that is no number", { PORT: "3000x" }, /PORT must be a whole number/],
  ["a short secret", { ...outside, SECRET_KEY: "short" }, /SECRET_KEY is shorter than 32 bytes; make one/],
  ["the example's secret", { SECRET_KEY: EXAMPLE_SECRETS[0] ?? "" }, /SECRET_KEY is the one from \.env\.example/],
  ["the example's token", { METRICS_TOKEN: EXAMPLE_SECRETS[1] ?? "" }, /METRICS_TOKEN is the one from \.env\.example/],
  ["a short token", { METRICS_TOKEN: "abcdefgh12345678" }, /METRICS_TOKEN is shorter than 32 bytes/],
  ["a secret of one letter", { SECRET_KEY: "a".repeat(40) }, /SECRET_KEY is too easy to guess/],
  ["no secret beside a database", { ...outside, SECRET_KEY: "" }, /SECRET_KEY is missing; with DATABASE_URL/],
  [
    "a database address of another kind",
    { ...outside, DATABASE_URL: "mysql://db/qafila" },
    /DATABASE_URL is not an address/,
  ],
  ["a database without a name", { ...outside, DATABASE_URL: "postgres://a:b@db" }, /DATABASE_URL names no database/],
  [
    "a login role that is the owner",
    { ...outside, DATABASE_URL: outside.MIGRATE_DATABASE_URL },
    /DATABASE_URL logs in as the owner/,
  ],
  [
    "a database without its owner",
    { ...outside, MIGRATE_DATABASE_URL: "" },
    /MIGRATE_DATABASE_URL is missing while DATABASE_URL is set/,
  ],
  [
    "an owner without its database",
    { MIGRATE_DATABASE_URL: outside.MIGRATE_DATABASE_URL },
    /DATABASE_URL is missing while MIGRATE/,
  ],
  [
    "the embedded database for several nodes",
    { REDIS_URL: "redis://r:6379", ...upstash },
    /REDIS_URL joins several nodes, but the embedded/,
  ],
  [
    "several nodes without a shared store",
    { ...outside, REDIS_URL: "redis://r:6379" },
    /UPSTASH_REDIS_REST_URL is missing while REDIS_URL/,
  ],
  [
    "a store without its token",
    { UPSTASH_REDIS_REST_URL: "https://kv.example" },
    /UPSTASH_REDIS_REST_TOKEN is missing/,
  ],
  ["a redis address of another kind", { ...outside, ...upstash, REDIS_URL: "http://r" }, /REDIS_URL is not an address/],
  [
    "a public address with a path",
    { PUBLIC_URL: "https://a.example/app" },
    /PUBLIC_URL must be an origin without a path/,
  ],
  ["every origin at once", { CORS_ORIGINS: "*" }, /CORS_ORIGINS must be origins separated by commas/],
  ["mail without a sender", { SMTP_URL: "smtp://m:25" }, /MAIL_FROM is missing while SMTP_URL is set/],
  ["a sender that is no address", { SMTP_URL: "smtp://m:25", MAIL_FROM: "us" }, /MAIL_FROM must be an e-mail address/],
  ["tiles without their licence line", { TILE_URL: "https://t/{z}/{x}/{y}.png" }, /TILE_ATTRIBUTION is missing/],
  [
    "tiles without places for numbers",
    { TILE_URL: "https://t/a.png", TILE_ATTRIBUTION: "©" },
    /TILE_URL must be an address with \{z\}/,
  ],
  [
    "tiles from hosts that have no common name",
    { TILE_URL: "https://tile-{s}.example/{z}/{x}/{y}.png", TILE_ATTRIBUTION: "©" },
    /TILE_URL has a host that browsers can't be told to trust; \{s\} may only be/,
  ],
  ["a bucket without its keys", { FILES: "s3", S3_BUCKET: "b" }, /S3_REGION is missing; FILES=s3 needs it/],
  ["a bucket nobody uses", { S3_BUCKET: "b" }, /S3_BUCKET is set but unused/],
  ["a store of files we do not know", { FILES: "ftp" }, /FILES must be one of disk, s3/],
  ["a word that is neither yes nor no", { DEMO: "maybe" }, /DEMO must be yes or no/],
  ["a level we do not know", { LOG_LEVEL: "loud" }, /LOG_LEVEL must be one of fatal/],
  ["no worker at all", { WORKER_CONCURRENCY: "0" }, /WORKER_CONCURRENCY must be from 1 to 64/],
  ["fewer tries of a task than a letter needs to end", { JOB_ATTEMPTS: "7" }, /JOB_ATTEMPTS must be from 8 to 100/],
  ["proxies beyond reason", { TRUST_PROXY: "-1" }, /TRUST_PROXY must be a whole number/],
];

describe("nonsense is refused by name:", () => {
  it.each(wrong)("%s", (_what, source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it("every mistake at once, and no value is repeated", () => {
    const attempt = () =>
      readEnv({ PORT: "0", LOG_LEVEL: "loud", SECRET_KEY: "my-real-password", SMTP_URL: "smtp://m" });
    expect(attempt).toThrow(/PORT[\s\S]*SECRET_KEY[\s\S]*LOG_LEVEL[\s\S]*MAIL_FROM/);
    expect(attempt).not.toThrow(/my-real-password/);
  });
});

describe("the house", () => {
  it("explains every variable, in the table and in .env.example", () => {
    const names = Object.keys(variables.shape);
    expect(describeEnv().map(({ name }) => name)).toEqual(names);
    for (const { fallback, meaning } of describeEnv()) expect(fallback && meaning).not.toBe("");
    expect(configTable()).toContain("| `PORT` | 3000 |");
    const example = readFileSync(".env.example", "utf8");
    expect([...example.matchAll(/^#?([A-Z0-9_]+)=/gm)].map(([, name]) => name).sort()).toEqual([...names].sort());
    for (const secret of EXAMPLE_SECRETS) expect(example).toContain(secret);
  });

  it("reads the environment in one place", () => {
    const files = ["app", "components", "db", "lib", "server"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    );
    const readers = files.filter(
      (file) => /\.(ts|tsx|mjs)$/.test(file) && readFileSync(file, "utf8").includes("process.env"),
    );
    expect(readers.sort()).toEqual(["server/env.ts", "server/start.mjs"]);
  });
});
