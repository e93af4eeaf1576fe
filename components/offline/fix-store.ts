import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type FixStore, memoryStore, type OutgoingFix, withSpare } from "./fix";
import { lasting } from "./lasting";
import { deviceKey, type Sealed, seal, unseal } from "./seal";

type Kept = Sealed & { id: string };
interface PositionsDb extends DBSchema {
  fixes: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
}
type Db = IDBPDatabase<PositionsDb>;

/**
 * The queue of one person and agency on this device; it survives reloads and log-out. Ids are UUID v7, so key order is time order.
 * Where the browser keeps nothing (private windows), the queue lives as long as the page.
 */
export async function openFixStore(userKey: string): Promise<FixStore> {
  try {
    const use = lasting(() =>
      openDB<PositionsDb>(`qafila-positions-${userKey}`, 1, {
        upgrade(fresh) {
          fresh.createObjectStore("fixes", { keyPath: "id" });
          fresh.createObjectStore("keys");
        },
      }),
    );
    return withSpare(sealedStore(use, await use((db) => deviceKey(() => db.transaction("keys", "readwrite").store))));
  } catch {
    return memoryStore();
  }
}

type Use = <T>(run: (db: Db) => Promise<T>) => Promise<T>;

function sealedStore(use: Use, key: CryptoKey): FixStore {
  const remove = (ids: readonly string[]) =>
    use(async (db) => {
      const tx = db.transaction("fixes", "readwrite");
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
    });
  return {
    add: async (fix) => {
      const kept = { id: fix.id, ...(await seal(key, fix)) };
      await use((db) => db.put("fixes", kept));
    },
    async oldest(limit) {
      const rows = await use((db) => db.getAll("fixes", null, limit));
      const fixes = await Promise.all(rows.map((row) => unseal<OutgoingFix>(key, row)));
      const unreadable = rows.filter((_, i) => fixes[i] === null).map((row) => row.id);
      if (unreadable.length > 0) await remove(unreadable);
      return fixes.filter((fix) => fix !== null);
    },
    remove,
    ids: () => use((db) => db.getAllKeys("fixes")),
  };
}
