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

type Insert = { given: [key: string, name: string][]; text: string };
/** How rows of a shape are inserted, by table: the text is the same for any number of rows. */
const inserts = new Map<PgTable, Map<string, Insert>>();

function insertOf(table: PgTable, row: object, otherwise: string): Insert {
  const given = Object.entries(getTableColumns(table)).flatMap(([key, { name }]): Insert["given"] =>
    key in row ? [[key, name]] : [],
  );
  const quoted = given.map(([, name]) => `"${name}"`).join(", ");
  const into = `"${getTableName(table)}"`;
  const read = `select ${quoted} from json_populate_recordset(null::${into}, $1::text::json)`;
  return { given, text: `insert into ${into} (${quoted}) ${read}${otherwise}` };
}

/**
 * Inserts any number of rows by one statement that is always the same text, so that it is prepared once: with a
 * parameter per value every number of rows would be a statement of its own. Rows share their columns; what none names
 * takes its default.
 * @param otherwise what to do about a row that is there already: an `on conflict` clause
 */
export function insertRows<T extends PgTable>(tx: Tx, table: T, rows: readonly InferInsertModel<T>[], otherwise = "") {
  const shapes = inserts.get(table) ?? new Map<string, Insert>();
  inserts.set(table, shapes);
  const shape = Object.keys(rows[0] ?? {}).join() + otherwise;
  const insert = shapes.get(shape) ?? insertOf(table, rows[0] ?? {}, otherwise);
  shapes.set(shape, insert);
  const values = rows.map((row) => {
    const properties = row as Record<string, unknown>;
    const value: Record<string, unknown> = {};
    for (const [key, name] of insert.given) value[name] = properties[key];
    return value;
  });
  return tx.text(insert.text, [JSON.stringify(values)]);
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
