import type { Money } from "@/lib/kernel/money";

/** Plain verb: above an agency's limit two people say yes. */
export const needsSecond = (amount: number, limit: number | null) => limit !== null && amount > limit;

type Limited = { policies: { secondPersonAbove: Money | null } };
/** Plain verb: an agency's limit is a sum of its own currency: of any other every sum is above it. */
export function limitIn(currency: string, { policies: { secondPersonAbove: limit } }: Limited): number | null {
  if (limit === null) return null;
  return limit.currency === currency ? limit.amount : 0;
}
