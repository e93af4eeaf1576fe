/** What a browser says of a connection it has taken away: phones do so to pages in the background. */
const GONE = new Set(["InvalidStateError", "UnknownError"]);
const isGone = (error: unknown) => error instanceof Error && GONE.has(error.name);

/** A database that is opened again when its connection is gone, so that a queue goes on without a reload. */
export function lasting<D>(open: () => Promise<D>): <T>(use: (db: D) => Promise<T>) => Promise<T> {
  let held: Promise<D> | null = null;
  return async (use) => {
    held ??= open();
    const db = held;
    try {
      return await use(await db);
    } catch (error) {
      if (!isGone(error)) throw error;
      // Of many that fail at once, the first opens it anew.
      if (held === db) held = open();
      return use(await held);
    }
  };
}
