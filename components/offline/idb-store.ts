import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type FixStore, memoryStore, type OutgoingFix } from "./fix";
import { newDeviceKey, type Sealed, seal, unseal } from "./seal";

type Kept = Sealed & { id: string };
interface PositionsDb extends DBSchema {
  fixes: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
}
type Db = IDBPDatabase<PositionsDb>;

async function deviceKey(db: Db): Promise<CryptoKey> {
  const fresh = await newDeviceKey();
  const tx = db.transaction("keys", "readwrite");
  const known = await tx.store.get("device");
  if (!known) await tx.store.put(fresh, "device");
  await tx.done;
  return known ?? fresh;
}

/**
 * The queue of one person and agency on this device; it survives reloads and log-out. Ids are UUID v7, so key order is time order.
 * Where the browser keeps nothing (private windows), the queue lives as long as the page.
 */
export async function openFixStore(userKey: string): Promise<FixStore> {
  try {
    const db = await openDB<PositionsDb>(`qafila-positions-${userKey}`, 1, {
      upgrade(fresh) {
        fresh.createObjectStore("fixes", { keyPath: "id" });
        fresh.createObjectStore("keys");
      },
    });
    return sealedStore(db, await deviceKey(db));
  } catch {
    return memoryStore();
  }
}

function sealedStore(db: Db, key: CryptoKey): FixStore {
  const remove = async (ids: readonly string[]) => {
    const tx = db.transaction("fixes", "readwrite");
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
  };
  return {
    add: async (fix) => void (await db.put("fixes", { id: fix.id, ...(await seal(key, fix)) })),
    async oldest(limit) {
      const rows = await db.getAll("fixes", null, limit);
      const fixes = await Promise.all(rows.map((row) => unseal<OutgoingFix>(key, row)));
      const unreadable = rows.filter((_, i) => fixes[i] === null).map((row) => row.id);
      if (unreadable.length > 0) await remove(unreadable);
      return fixes.filter((fix) => fix !== null);
    },
    remove,
    ids: () => db.getAllKeys("fixes"),
  };
}
