import {
  type AnyColumn,
  getTableColumns,
  getTableName,
  type InferInsertModel,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./tx";

/** Statements of insertRows by table and columns: the text is the same for any number of rows. */
const inserts = new Map<string, string>();

function insertOf(table: PgTable, names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`).join(", ");
  const into = `"${getTableName(table)}"`;
  return `insert into ${into} (${quoted}) select ${quoted} from json_populate_recordset(null::${into}, $1::text::json)`;
}

/**
 * Inserts any number of rows by one statement that is always the same text, so that it is prepared once: with a
 * parameter per value every number of rows would be a statement of its own. Rows share their columns; what none names
 * takes its default.
 */
export function insertRows<T extends PgTable>(tx: Tx, table: T, rows: readonly InferInsertModel<T>[]) {
  const given = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}));
  const names = given.map(([, { name }]) => name);
  const key = `${getTableName(table)} ${names}`;
  const text = inserts.get(key) ?? insertOf(table, names);
  inserts.set(key, text);
  const values = rows.map((row) => {
    const properties = row as Record<string, unknown>;
    return Object.fromEntries(given.map(([key, { name }]) => [name, properties[key]]));
  });
  return tx.text(text, [JSON.stringify(values)]);
}

/** Whether a column's id is one of these, with one parameter however many they are. */
export const isOneOf = (column: AnyColumn, ids: readonly string[] | Placeholder): SQL =>
  sql`${column} = any(${Array.isArray(ids) ? sql.param([...ids]) : ids}::uuid[])`;

/** Steps a limit is rounded up to: every text is one more statement to prepare. */
const STEPS = [25, 50, 100, 500];

/** How many rows are read for a list of so many. @param limit 500 at most */
export function atMost(limit: number): number {
  const step = STEPS.find((one) => one >= limit);
  if (step === undefined) throw new Error(`No list reads ${limit} rows at once.`);
  return step;
}

/**
 * A list's limit, in the text: of a parameter PostgreSQL could not know how few rows it asks for, and would plan the
 * query anew each time. One row more than asked for tells that there are more; `cutPage` leaves the rest out.
 */
export const limitOf = (limit: number): Placeholder => sql.raw(String(atMost(limit) + 1)) as unknown as Placeholder;
