/** What a person has seen here is kept in databases of this name; what they have yet to send is not. */
export const SEEN = "qafila-seen-";

/** Log-out: whoever uses this device next finds nothing of it. Safe to repeat. */
export async function forgetSeen(): Promise<void> {
  try {
    for (const { name } of await indexedDB.databases()) if (name?.startsWith(SEEN)) indexedDB.deleteDatabase(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
