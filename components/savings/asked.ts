import { readAmount } from "@/lib/kernel/amounts";

/** How much of a plan was asked for, in minor units: undefined for an empty field, which is all that is there and owed; null
 * for what nobody can read, which is never all. */
export function readAsked(typed: string, currency: string): number | null | undefined {
  return typed.trim() === "" ? undefined : readAmount(typed, currency) || null;
}
