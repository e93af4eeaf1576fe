import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** Numbers of papers are kept under AES-256-GCM: a key per agency from the house's secret, a nonce each, bound to their
 * row and field, so that a value moved elsewhere opens nowhere. */
export type PaperField = "passportNumber" | "nationalId";

const VERSION = "v1.";
const [NONCE, TAG] = [12, 16];
const keyOf = (work: Work) => Buffer.from(work.seal("bookings.papers", agencyOf(work)), "base64url");
const bound = (pilgrimId: string, field: PaperField) => Buffer.from(`${pilgrimId}:${field}`);

export function sealPaper(work: Work, pilgrimId: string, field: PaperField, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(work), nonce).setAAD(bound(pilgrimId, field));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** @throws Error when it was sealed by another secret, for another row, or changed since */
export function openPaper(work: Work, pilgrimId: string, field: PaperField, kept: string): string {
  const bytes = Buffer.from(kept.slice(VERSION.length), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(work), bytes.subarray(0, NONCE))
    .setAAD(bound(pilgrimId, field))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}
