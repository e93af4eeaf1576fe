import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

export type Database = { sql: Sql; db: PostgresJsDatabase; close: () => Promise<void> };

/** A pool on one URL. Outside the fence (db/tx.ts) the login role sees nothing at all.
 * @param max connections; about 8 on two cores, more makes a hot row slower (PERFORMANCE). */
export function openClient(url: string, max: number): Database {
  const sql = postgres(url, {
    max,
    idle_timeout: 0,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "qafila" },
  });
  return { sql, db: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}
