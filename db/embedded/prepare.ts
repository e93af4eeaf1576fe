import { createHash } from "node:crypto";

export const DATABASE = "qafila";
export const OWNER = "qafila_owner";
export const LOGIN = "qafila_login";
const EXTENSIONS = ["citext", "btree_gist", "pg_trgm", "pgcrypto"];

type Passwords = { ownerPassword: string; loginPassword: string };

/**
 * Everything a cluster needs before the first migration, for an administrator to run as superuser.
 * `cluster` and `database` may be repeated; `cluster` runs anywhere, `create` outside a transaction, `database` inside Qafila's.
 */
export function prepareStatements(passwords: Passwords): { cluster: string[]; create: string; database: string[] } {
  return {
    cluster: [
      ...role(OWNER, "LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS", passwords.ownerPassword),
      ...role(LOGIN, "LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS", passwords.loginPassword),
      ...["qafila_tenant", "qafila_platform"].flatMap(groupRole),
    ],
    create: `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`,
    database: EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`),
  };
}

/** Changes when the statements do, so a cluster prepared by an older release is prepared again. */
export function fingerprint(): string {
  const statements = prepareStatements({ ownerPassword: "", loginPassword: "" });
  return createHash("sha256").update(JSON.stringify(statements)).digest("hex").slice(0, 16);
}

function role(name: string, options: string, password: string): string[] {
  return [createRole(name), `ALTER ROLE ${name} ${options} PASSWORD '${password.replaceAll("'", "''")}'`];
}

/** The login role steps into these per transaction, so it carries no rights between transactions. */
function groupRole(name: string): string[] {
  return [
    createRole(name),
    `ALTER ROLE ${name} NOLOGIN NOSUPERUSER NOBYPASSRLS`,
    `GRANT ${name} TO ${LOGIN} WITH INHERIT FALSE, SET TRUE`,
    `GRANT ${name} TO ${OWNER} WITH ADMIN TRUE, INHERIT FALSE, SET TRUE`,
  ];
}

const createRole = (name: string) =>
  `DO $$ BEGIN CREATE ROLE ${name}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`;
