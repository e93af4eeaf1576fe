import { type AnyColumn, getTableColumns, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./tx";

/**
 * Inserts any number of rows by one statement that is always the same text, so that it is prepared once: with a
 * parameter per value every number of rows would be a statement of its own. Rows share their columns; what none names
 * takes its default.
 */
export function insertRows<T extends PgTable>(tx: Tx, table: T, rows: readonly InferInsertModel<T>[]) {
  const given = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}));
  const names = sql.join(
    given.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const values = rows.map((row) => {
    const properties = row as Record<string, unknown>;
    return Object.fromEntries(given.map(([key, { name }]) => [name, properties[key]]));
  });
  return tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(values)}::text::json)`,
  );
}

/** Whether a column's id is one of these, with one parameter however many they are. */
export const isOneOf = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;
