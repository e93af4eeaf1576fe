import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Call } from "./call";

const VERSION = "v1.";
const [NONCE, TAG] = [12, 16];
type House = Pick<Call, "seal" | "agencyId">;
const keyOf = ({ seal, agencyId }: House, purpose: string) => Buffer.from(seal(purpose, agencyId ?? ""), "base64url");

/** A text under AES-256-GCM: a key per agency and purpose from the house's secret, a nonce each, bound to its row. */
export function sealText(house: House, purpose: string, row: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(house, purpose), nonce).setAAD(Buffer.from(row));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** @throws Error when it was sealed by another secret, for another row, or changed since */
export function openText(house: House, purpose: string, row: string, kept: string): string {
  const bytes = Buffer.from(kept.slice(VERSION.length), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(house, purpose), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(row))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}
