import type { PgDatabase } from "drizzle-orm/pg-core";
import { type PostgresJsQueryResultHKT, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import { type Ask, begin } from "./begin";
import type { Database } from "./client";

export type Tx = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>> & {
  /** Sends a change whose answer nobody waits for: it travels with what follows, and the commit fails if it does. Who waits for
   * the sending lets it leave before more is written, so that PostgreSQL works meanwhile. */
  send: (change: PromiseLike<unknown>) => Promise<void>;
  /** A statement whose text is there already. */
  text: (text: string, values: readonly string[]) => PromiseLike<unknown>;
};
export type FenceRole = "qafila_tenant" | "qafila_platform";

const FENCE = `select set_config('role', $1, true), set_config('app.agency_id', $2, true),
  set_config('lock_timeout', '3s', true), set_config('transaction_read_only', $3, true)`;

/**
 * Runs `work` inside the fence: a role without grants of its own elsewhere, one agency, a bounded lock wait.
 * The fence is sent without being awaited, so it shares a round trip with the first query; if it fails, nothing after it can succeed.
 */
export function fenced<T>(
  { sql, db }: Database,
  role: FenceRole,
  agencyId: string | null,
  readOnly: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return new Promise<T>((settle, fail) => {
    const sent: PromiseLike<unknown>[] = [];
    const run = begin(sql, async (ask) => {
      const fence = ask(FENCE, [role, agencyId ?? "", readOnly ? "on" : "off"], { prepare: true }).execute();
      fence.catch(() => undefined);
      const done = await work(transactionOver(ask, { sql, db }, sent));
      await fence;
      // Nothing hangs on the end of a look.
      if (readOnly) settle(done);
      return done;
    });
    // A sent change that failed is the cause: the commit became a rollback, or whatever was asked after it was refused.
    run.then(
      (done) => Promise.all(sent).then(() => settle(done as T), fail),
      (error) => Promise.all(sent).then(() => fail(error), fail),
    );
  });
}

/** Drizzle over one connection, with prepared statements: its own `transaction` sends every query unprepared. */
function transactionOver(ask: Ask, { sql, db }: Pick<Database, "sql" | "db">, sent: PromiseLike<unknown>[]): Tx {
  const unsafe: Ask = (query, values, options) => ask(query, values, { ...options, prepare: true });
  const prepared = { options: sql.options, unsafe };
  const { dialect } = db as unknown as { dialect: ConstructorParameters<typeof PostgresJsTransaction>[0] };
  const session = new PostgresJsSession(prepared as never, dialect, undefined);
  const tx = new PostgresJsTransaction(dialect, session as never, undefined);
  const send = (change: PromiseLike<unknown>) => {
    const done = change.then(() => undefined);
    done.then(undefined, () => undefined);
    sent.push(done);
    return Promise.resolve();
  };
  const text = (query: string, values: readonly string[]) => unsafe(query, [...values]);
  return Object.assign(tx, { send, text }) as unknown as Tx;
}
