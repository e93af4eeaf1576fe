import type { ParameterOrJSON, PendingQuery, Row, Sql } from "postgres";

/** Of the driver's own (3.4.9, pinned), as its `begin` uses them. */
type Connection = {
  /** Sends a statement; false when it takes no more until it is ready again. */
  execute: (asked: Asked) => boolean | undefined;
  /** Called when all that was sent is answered and the transaction still stands; its end frees the connection. */
  reserved: () => void;
  onclose: ((error: Error) => void) | null;
};
type Asked = Promise<unknown> & { handler: (asked: Asked) => void; reject: (error: Error) => void };

/** One connection from its BEGIN to the end of the transaction. */
type Line = { put: (asked: Asked) => void; lost: Promise<never> };

/** Says a statement inside the transaction. */
export type Ask = (text: string, values?: ParameterOrJSON<never>[], options?: object) => PendingQuery<Row[]>;

const silent = () => undefined;

/** Asks the pool for a connection by sending BEGIN over it. */
const openLine = (sql: Sql) =>
  new Promise<Line>((settle, fail) => {
    const options = { onexecute: (connection: Connection) => void settle(lineOver(connection, begun)) };
    const begun = sql.unsafe("begin", [], options as object).execute() as unknown as Asked;
    begun.catch(fail);
  });

function lineOver(connection: Connection, begun: Asked): Line {
  const waiting: Asked[] = [];
  let full = false;
  let gone: Error | null = null;
  const put = (asked: Asked) => {
    if (gone) asked.reject(gone);
    else if (full) waiting.push(asked);
    else full = !connection.execute(asked);
  };
  const lost = new Promise<never>((_, fail) => {
    // The driver may open the same connection for somebody else at once: nothing more of ours may travel over it.
    connection.onclose = (error) => {
      gone = error;
      for (const asked of waiting.splice(0)) asked.reject(error);
      fail(error);
    };
    begun.catch(connection.onclose);
  });
  lost.catch(silent);
  connection.reserved = () => {
    full = false;
    while (!full && waiting.length > 0) put(waiting.shift() as Asked);
  };
  return { put, lost };
}

/**
 * A transaction like the driver's own `begin`, but for one thing: what follows does not wait for the answer to BEGIN,
 * which is a way there and back less. Commits when `work` is done and no statement of it failed, caught or not.
 * @throws whatever `work` or a statement throws, and the driver's `CONNECTION_CLOSED`
 */
export async function begin<T>(sql: Sql, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { put, lost } = await openLine(sql);
  let failed: Error | null = null;
  const handler = (asked: Asked) => {
    asked.catch((error: Error) => {
      failed ??= error;
    });
    put(asked);
  };
  const ask: Ask = (text, values, options) => Object.assign(sql.unsafe<Row[]>(text, values, options), { handler });
  try {
    const done = await Promise.race([work(ask), lost]);
    if (failed) throw failed;
    await ask("commit");
    return done;
  } catch (error) {
    await ask("rollback").catch(silent);
    throw (error as { code?: string }).code === "25P02" ? (failed ?? error) : error;
  }
}
