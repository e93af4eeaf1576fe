/** Rings and ages are recomputed this often, also when nothing arrives (R58). */
export const TICK_MS = 15_000;

/** Share of a cluster whose fixes are still fresh, 0..1. */
export function freshShare(fixesAtMs: readonly number[], stale: (at: Date) => boolean): number {
  if (fixesAtMs.length === 0) return 0;
  return fixesAtMs.filter((at) => !stale(new Date(at))).length / fixesAtMs.length;
}
