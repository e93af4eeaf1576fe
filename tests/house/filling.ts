import type { Sql } from "postgres";
import { type FencedTable, fencedTables } from "@/db/fence";
import { newId } from "@/lib/kernel/ids";

type Column = { table: string; name: string; type: string };

/** A value that any column of this type takes. */
function sample({ name, type }: Column): unknown {
  if (type === "uuid") return newId();
  if (type === "boolean") return false;
  if (type === "jsonb") return "{}";
  if (type === "ARRAY") return "{}";
  if (type === "date") return new Date().toISOString().slice(0, 10);
  if (type.startsWith("timestamp"))
    return new Date(Date.now() + (name.startsWith("ends") ? 86_400_000 : 0)).toISOString();
  if (/int|double|real|numeric/.test(type)) return 1;
  return `x${newId().replaceAll("-", "")}`;
}

/** Foreign keys, checks and what is judged at the commit would ask for whole stories; here only the fence is asked. For a
 * database of one's own. */
export async function dropForeignKeys(owner: Sql): Promise<void> {
  const keys = await owner<{ table: string; name: string; kind: string }[]>`
    select conrelid::regclass::text as table, conname as name, contype::text as kind from pg_constraint
    where contype in ('f', 'c', 't') and connamespace = 'public'::regnamespace and conparentid = 0`;
  for (const { table, name, kind } of keys) {
    await owner.unsafe(
      kind !== "t" ? `alter table ${table} drop constraint ${name}` : `drop trigger ${name} on ${table}`,
    );
  }
}

/** The insert of one row into each fenced table, ready to be sent by any role. */
export async function rowMakers(owner: Sql) {
  const columns = await owner<Column[]>`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and is_nullable = 'NO' and column_default is null`;
  return (table: FencedTable, agencyId: string) => {
    const own = columns.filter((column) => column.table === table.name && column.name !== table.key);
    const values = [table.key, ...own.map(({ name }) => name)].map((name, i) => ({
      name,
      value: i === 0 ? agencyId : sample(own[i - 1]!),
    }));
    const names = values.map(({ name }) => name).join(", ");
    const places = values.map((_, i) => `$${i + 1}`).join(", ");
    return {
      text: `insert into ${table.name} (${names}) values (${places})`,
      values: values.map(({ value }) => value) as never[],
    };
  };
}

export const agencyTables = fencedTables.filter(({ name }) => name !== "agencies");
