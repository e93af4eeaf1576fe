import type { VariableName, Variables } from "@/server/env/variables";

type Problem = { name: VariableName; what: string };

const PAIRS: [VariableName, VariableName][] = [
  ["DATABASE_URL", "MIGRATE_DATABASE_URL"],
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["SMTP_URL", "MAIL_FROM"],
  ["TILE_URL", "TILE_ATTRIBUTION"],
];
const BUCKET: VariableName[] = ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];

/** What is wrong with variables that are right each by itself. `set` tells which ones were given, right or wrong. */
export function judgeTogether(values: Partial<Variables>, set: (name: VariableName) => boolean): Problem[] {
  return [...pairs(set), ...database(values, set), ...nodes(set), ...bucket(values, set)];
}

function pairs(set: (name: VariableName) => boolean): Problem[] {
  return PAIRS.flatMap(([a, b]) => {
    if (set(a) === set(b)) return [];
    const [given, missing] = set(a) ? [a, b] : [b, a];
    return [{ name: missing, what: `is missing while ${given} is set; set both or neither` }];
  });
}

function database(values: Partial<Variables>, set: (name: VariableName) => boolean): Problem[] {
  if (!set("DATABASE_URL")) return [];
  const problems: Problem[] = [];
  if (!set("SECRET_KEY")) {
    const what = "is missing; with DATABASE_URL every node needs the same one, make it with `openssl rand -base64 48`";
    problems.push({ name: "SECRET_KEY", what });
  }
  const { DATABASE_URL: login, MIGRATE_DATABASE_URL: owner } = values;
  if (login && owner && new URL(login).username === new URL(owner).username) {
    const what =
      "logs in as the owner, who stands outside the fence between agencies; use the login role (docs/operations)";
    problems.push({ name: "DATABASE_URL", what });
  }
  return problems;
}

function nodes(set: (name: VariableName) => boolean): Problem[] {
  if (!set("REDIS_URL")) return [];
  if (!set("DATABASE_URL")) {
    const what = "joins several nodes, but the embedded database serves only one; set DATABASE_URL too, or remove it";
    return [{ name: "REDIS_URL", what }];
  }
  if (set("UPSTASH_REDIS_REST_URL")) return [];
  const what =
    "is missing while REDIS_URL is set; several nodes must share sessions and limits, set it or remove REDIS_URL";
  return [{ name: "UPSTASH_REDIS_REST_URL", what }];
}

function bucket(values: Partial<Variables>, set: (name: VariableName) => boolean): Problem[] {
  if (values.FILES === "s3") {
    return BUCKET.filter((name) => !set(name)).map((name) => ({ name, what: "is missing; FILES=s3 needs it" }));
  }
  const stray = [...BUCKET, "S3_ENDPOINT" as const].filter(set);
  return stray.map((name) => ({ name, what: "is set but unused; set FILES=s3 too, or remove it" }));
}
