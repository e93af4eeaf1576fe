/** Bytes that only this browser can read again. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const ALGORITHM = "AES-GCM";

/** A key that never leaves this browser: it is stored as one that cannot be exported. */
export const newDeviceKey = () =>
  crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes) };
}

/** Null when another key, or nobody's, sealed it. */
export const unsealBytes = (key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer | null> =>
  crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, data).catch(() => null);

export const seal = (key: CryptoKey, value: unknown) => sealBytes(key, new TextEncoder().encode(JSON.stringify(value)));

export async function unseal<T>(key: CryptoKey, sealed: Sealed): Promise<T | null> {
  const plain = await unsealBytes(key, sealed);
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T);
}
