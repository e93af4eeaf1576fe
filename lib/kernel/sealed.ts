import { z } from "zod";
import type { Call } from "./call";

/** A token that is derived, not kept: an id and this house's seal on it. */
export const SealedToken = z
  .string()
  .regex(/^[0-9a-f]{32}[\w-]{43}$/)
  .meta({ examples: ["0193f0a46c5e7b1a8f2e1d5c3b7a9e12M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI"] });

/** @param purpose what it opens: a token of one purpose is worth nothing for another */
export const sealId = ({ seal }: Pick<Call, "seal">, purpose: string, id: string): string =>
  id.replaceAll("-", "") + seal(purpose, id);

/** The id under the seal; null when it is not ours. */
export function openSealed({ seal }: Pick<Call, "seal">, purpose: string, token: string): string | null {
  const id = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isSame(token.slice(32), seal(purpose, id)) ? id : null;
}

/** Compares in a time that says nothing about where two texts part. */
export function isSame(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < b.length; i += 1) differs |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differs === 0;
}
