import type { CancellationTier } from "@/lib/packages/contract/package";
import { type Day, daysBetween } from "./days";

/** What an agency keeps of one pilgrim's price, and by which line of its table; minor units, rounded down to what people pay. */
export type Kept = { daysBefore: number; keptPercent: number; price: number; kept: number; byAgency: boolean };

/**
 * The tier whose day has been reached; inside the last one, or past the departure, everything is kept. Without a table
 * nothing is kept before the departure, and never when the agency itself cancels. `least`: what is paid of the currency at all.
 */
export function computeKept(
  price: number,
  tiers: readonly CancellationTier[],
  { today, leavesOn, byAgency, least }: { today: Day; leavesOn: Day; byAgency: boolean; least: number },
): Kept {
  const daysBefore = daysBetween(today, leavesOn);
  const percent = () => {
    if (byAgency) return 0;
    if (daysBefore < 0) return 100;
    if (tiers.length === 0) return 0;
    const reached = tiers.filter((tier) => tier.daysBefore <= daysBefore).sort((a, b) => b.daysBefore - a.daysBefore);
    return reached[0]?.keptPercent ?? 100;
  };
  const keptPercent = percent();
  const share = Number((BigInt(price) * BigInt(keptPercent)) / 100n);
  return { daysBefore, keptPercent, price, byAgency, kept: keptPercent === 100 ? price : share - (share % least) };
}
