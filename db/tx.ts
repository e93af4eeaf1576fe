import type { PgDatabase } from "drizzle-orm/pg-core";
import { type PostgresJsQueryResultHKT, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";
import type { Database } from "./client";

export type Tx = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
export type FenceRole = "qafila_tenant" | "qafila_platform";

const FENCE = `select set_config('role', $1, true), set_config('app.agency_id', $2, true),
  set_config('lock_timeout', '3s', true), set_config('transaction_read_only', $3, true)`;

/**
 * Runs `work` inside the fence: a role without grants of its own elsewhere, one agency, a bounded lock wait.
 * The fence is sent without being awaited, so it shares a round trip with the first query; if it fails, nothing after it can succeed.
 */
export async function fenced<T>(
  { sql, db }: Database,
  role: FenceRole,
  agencyId: string | null,
  readOnly: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const result = await sql.begin(async (raw) => {
    const fence = raw.unsafe(FENCE, [role, agencyId ?? "", readOnly ? "on" : "off"], { prepare: true }).execute();
    fence.catch(() => undefined);
    const done = await work(transactionOver(raw, db));
    await fence;
    return done;
  });
  return result as T;
}

/** Drizzle over one connection, with prepared statements: its own `transaction` sends every query unprepared. */
function transactionOver(raw: TransactionSql, db: Database["db"]): Tx {
  const prepared = Object.assign(raw, {
    unsafe: preparing(raw),
  }) as unknown as Sql;
  const { dialect } = db as unknown as { dialect: ConstructorParameters<typeof PostgresJsTransaction>[0] };
  const session = new PostgresJsSession(prepared as never, dialect, undefined);
  return new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Tx;
}

function preparing(raw: TransactionSql): TransactionSql["unsafe"] {
  const plain = raw.unsafe.bind(raw);
  return ((query: string, values?: never[], options?: object) =>
    plain(query, values, { prepare: true, ...options })) as TransactionSql["unsafe"];
}
