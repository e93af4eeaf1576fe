import { Column, getTableName, is, noopDecoder, SQL } from "drizzle-orm";

type Row = Record<string, unknown>;
type Decoder = { mapFromDriverValue: (value: unknown) => unknown };
type Selected = { path: readonly string[]; field: unknown };
/** What drizzle knows of a select: its columns in order, and which of its tables are there in every row. */
export type Selection = { fields?: readonly Selected[]; joinsNotNullableMap?: Readonly<Record<string, boolean>> };

type Cell = { key: string; at: number; decoder: Decoder | null };
/** An object inside a row; null when the table it comes from had none, which its first column tells. */
type Part = { key: string; cells: readonly Cell[]; blank: Row; tells: number | null };

/** Most values stay as they came: asking their decoder would cost more than everything else. */
const KEPT: readonly unknown[] = [noopDecoder.mapFromDriverValue, Column.prototype.mapFromDriverValue];

function cellOf({ path, field }: Selected, at: number): Cell {
  const source = is(field, Column) || is(field, SQL) ? field : (field as { sql: unknown }).sql;
  const decoder = (is(source, SQL) ? (source as unknown as { decoder: unknown }).decoder : source) as Decoder;
  return { key: path.at(-1) ?? "", at, decoder: KEPT.includes(decoder.mapFromDriverValue) ? null : decoder };
}

const blankOf = (keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, null]));

function partOf(key: string, fields: readonly Selected[], present: Readonly<Record<string, boolean>>): Part {
  const inside = fields.flatMap((one, at) => (one.path.length > 1 && one.path[0] === key ? [{ one, at }] : []));
  const columns = inside.flatMap(({ one: { field }, at }) => (is(field, Column) ? [{ field, at }] : []));
  const tables = new Set(columns.map(({ field }) => getTableName(field.table)));
  const [table] = tables;
  const mayLack = tables.size === 1 && table !== undefined && !present[table];
  const cells = inside.map(({ one, at }) => cellOf(one, at));
  return {
    key,
    cells,
    blank: blankOf(cells.map((cell) => cell.key)),
    tells: mayLack ? (columns[0]?.at ?? null) : null,
  };
}

function fill(row: Row, cells: readonly Cell[], values: readonly unknown[]): Row {
  for (const { key, at, decoder } of cells) {
    const value = values[at];
    row[key] = value === null || decoder === null ? value : decoder.mapFromDriverValue(value);
  }
  return row;
}

/** The same objects drizzle makes of rows, with everything settled beforehand that it asks anew of every value. */
export function rowMapper({ fields = [], joinsNotNullableMap = {} }: Selection) {
  if (fields.some(({ path }) => path.length > 2)) throw new Error("A kept query selects objects one deep.");
  const blank = blankOf([...new Set(fields.map(({ path }) => path[0] ?? ""))]);
  const plain = fields.flatMap((one, at) => (one.path.length === 1 ? [cellOf(one, at)] : []));
  const nested = new Set(fields.flatMap(({ path }) => (path.length > 1 ? [path[0] ?? ""] : [])));
  const parts = [...nested].map((key) => partOf(key, fields, joinsNotNullableMap));
  return (rows: readonly (readonly unknown[])[]): Row[] =>
    rows.map((values) => {
      // Copied, so that all rows are one shape to the engine from their first field on.
      const row = fill({ ...blank }, plain, values);
      for (const { key, cells, blank, tells } of parts) {
        row[key] = tells !== null && values[tells] === null ? null : fill({ ...blank }, cells, values);
      }
      return row;
    });
}
