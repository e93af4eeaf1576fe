import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type FixStore, memoryStore, type OutgoingFix } from "./fix";

type Sealed = { id: string; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
interface PositionsDb extends DBSchema {
  fixes: { key: string; value: Sealed };
  keys: { key: string; value: CryptoKey };
}
type Db = IDBPDatabase<PositionsDb>;

const ALGORITHM = "AES-GCM";

/** The key never leaves this browser: it is stored as a key that cannot be exported. */
async function deviceKey(db: Db): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);
  const tx = db.transaction("keys", "readwrite");
  const known = await tx.store.get("device");
  if (!known) await tx.store.put(fresh, "device");
  await tx.done;
  return known ?? fresh;
}

async function seal(key: CryptoKey, fix: OutgoingFix): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, new TextEncoder().encode(JSON.stringify(fix)));
  return { id: fix.id, iv, data };
}

async function unseal(key: CryptoKey, { iv, data }: Sealed): Promise<OutgoingFix | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, data);
    return JSON.parse(new TextDecoder().decode(plain)) as OutgoingFix;
  } catch {
    return null;
  }
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
    add: async (fix) => void (await db.put("fixes", await seal(key, fix))),
    async oldest(limit) {
      const rows = await db.getAll("fixes", null, limit);
      const fixes = await Promise.all(rows.map((row) => unseal(key, row)));
      const unreadable = rows.filter((_, i) => fixes[i] === null).map((row) => row.id);
      if (unreadable.length > 0) await remove(unreadable);
      return fixes.filter((fix) => fix !== null);
    },
    remove,
    ids: () => db.getAllKeys("fixes"),
  };
}
