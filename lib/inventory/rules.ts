import type { Availability, Line } from "./contract";

type Counts = { capacity: number; held: number; sold: number };
/** What one refused wish lacked, pool by pool. */
export type Shortage = { poolId: string; asked: number; left: number };

/** What may still be claimed of a pool. */
export const computeLeft = ({ capacity, held, sold }: Counts) => Math.max(0, capacity - held - sold);

/** How much a wish takes from each pool: lines of the same pool are one question (R2). */
export function sumByPool(lines: readonly Pick<Line, "poolId" | "quantity">[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { poolId, quantity } of lines) sums.set(poolId, (sums.get(poolId) ?? 0) + quantity);
  return sums;
}

/** Which wishes are granted, in order of arrival, each wholly or not at all. Returns the shortage of those refused. */
export function judgeWishes(
  pools: ReadonlyMap<string, Availability>,
  wishes: readonly (readonly Line[])[],
): (Shortage[] | null)[] {
  const left = new Map([...pools].map(([id, pool]) => [id, pool.left]));
  return wishes.map((lines) => {
    const asked = [...sumByPool(lines)];
    const short = asked
      .filter(([poolId, quantity]) => quantity > (left.get(poolId) ?? 0))
      .map(([poolId, quantity]) => ({ poolId, asked: quantity, left: left.get(poolId) ?? 0 }));
    if (short.length > 0) return short;
    for (const [poolId, quantity] of asked) left.set(poolId, (left.get(poolId) ?? 0) - quantity);
    return null;
  });
}
