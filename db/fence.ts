import { createHash } from "node:crypto";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "./schema";

export type FencedTable = { name: string; key: "agency_id" | "id"; platform: "all" | "read" | "none" };

/** What the platform role may do with an agency's rows; everything not named here is none of its business. */
const PLATFORM: Record<string, "all" | "read"> = {
  agencies: "all",
  memberships: "all",
  directory: "all",
  facts: "all",
  later: "all",
  audit_log: "all",
  idempotency_keys: "all",
  deliveries: "all",
  invitations: "all",
  guest_sessions: "all",
  notifications: "all",
  group_members: "read",
  branches: "read",
  agency_access: "read",
  agency_figures: "read",
};

const tables = Object.values(schema as Record<string, unknown>)
  .filter((value): value is PgTable => value instanceof PgTable)
  .map((table) => getTableConfig(table));

const isAgencys = ({ columns }: { columns: { name: string }[] }) =>
  columns.some((column) => column.name === "agency_id");

/** Every table that carries an agency, and the agencies themselves. */
export const fencedTables: FencedTable[] = tables
  .filter((table) => table.name === "agencies" || isAgencys(table))
  .map(({ name }) => ({ name, key: name === "agencies" ? "id" : "agency_id", platform: PLATFORM[name] ?? "none" }));

/** Identity rows: they belong to no agency, and only the platform role reaches them. */
export const platformTables = tables.filter((t) => t.name !== "agencies" && !isAgencys(t)).map(({ name }) => name);

const policy = (table: string, role: string, verb: string, using: string) => {
  const name = `${table}_${role}`;
  const check = verb === "select" ? "" : ` with check (${using})`;
  return [
    `drop policy if exists ${name} on ${table}`,
    `create policy ${name} on ${table} for ${verb} to ${role} using (${using})${check}`,
  ];
};

function fenceTable({ name, key, platform }: FencedTable): string[] {
  const own = `${key} = nullif(current_setting('app.agency_id', true), '')::uuid`;
  const writes = name === "agencies" ? "select, update" : "select, insert, update, delete";
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `grant ${writes} on ${name} to qafila_tenant`,
    ...policy(name, "qafila_tenant", "all", own),
    ...(platform === "none"
      ? []
      : [
          `grant ${platform === "all" ? "select, insert, update, delete" : "select"} on ${name} to qafila_platform`,
          ...policy(name, "qafila_platform", platform === "all" ? "all" : "select", "true"),
        ]),
  ];
}

/** The row-level fence, written from the schema so that no table can be forgotten. Safe to run again. */
export const fenceSql = (): string[] => [
  "grant usage on schema public to qafila_tenant, qafila_platform",
  ...platformTables.map((name) => `grant select, insert, update, delete on ${name} to qafila_platform`),
  ...fencedTables.flatMap(fenceTable),
  "revoke update, delete on audit_log from qafila_tenant, qafila_platform",
  "revoke update, delete on journals, entries, journal_seals, accounts, payments, invoice_lines from qafila_tenant",
  // The database itself keeps balances, as whoever writes the entries.
  "grant update (balance, reserved) on accounts to qafila_tenant",
  // The owner migrates and relays; FORCE binds it too, so what the relay needs is said here.
  ...["facts", "later", "deliveries"].flatMap((name) => policy(name, "qafila_owner", "all", "true")),
];

export const fenceHash = () => createHash("sha256").update(fenceSql().join(";")).digest("hex");
