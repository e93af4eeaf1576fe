import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** Lists with numbers of passports are kept under AES-256-GCM, each bound to its own row (as numbers of papers are). */
const VERSION = "v1.";
const [NONCE, TAG] = [12, 16];
const keyOf = (work: Work) => Buffer.from(work.seal("travel.rows", agencyOf(work)), "base64url");

export function sealRows(work: Work, id: string, rows: unknown): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(work), nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(JSON.stringify(rows), "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** @throws Error when it was sealed by another secret, for another row, or changed since */
export function openRows<T>(work: Work, id: string, kept: string): T {
  const bytes = Buffer.from(kept.slice(VERSION.length), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(work), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  return JSON.parse(text) as T;
}
