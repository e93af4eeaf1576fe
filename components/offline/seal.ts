/** Bytes that only this browser can read again. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const ALGORITHM = "AES-GCM";

/** A store of keys inside a transaction of its own. */
type Keys = {
  get(name: string): Promise<CryptoKey | undefined>;
  put(key: CryptoKey, name: string): Promise<unknown>;
  transaction: { done: Promise<void> };
};

/** The key of this browser's database, made when there is none. It never leaves the browser: it is stored as one that cannot
 * be exported.
 * @param open begins the transaction, once a key is at hand: it would not wait for one being made */
export async function deviceKey(open: () => Keys): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);
  const keys = open();
  const known = await keys.get("device");
  if (!known) await keys.put(fresh, "device");
  await keys.transaction.done;
  return known ?? fresh;
}

/** Closes bytes with a key, each time anew. */
export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes) };
}

/** Null when another key, or nobody's, sealed it. */
export const unsealBytes = (key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer | null> =>
  crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, data).catch(() => null);

/** The same of anything that JSON holds. */
export const seal = (key: CryptoKey, value: unknown) => sealBytes(key, new TextEncoder().encode(JSON.stringify(value)));

/** Null when another key, or nobody's, sealed it. */
export async function unseal<T>(key: CryptoKey, sealed: Sealed): Promise<T | null> {
  const plain = await unsealBytes(key, sealed);
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T);
}
