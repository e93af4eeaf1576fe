/** About seven hours of walking at one fix per five seconds. */
export const QUEUE_MAX = 5_000;

/**
 * Which waiting fixes to give up when there are more than `max`: every second one of the older half, again until it
 * fits. The track keeps its shape, the newest half and the very first fix stay whole.
 */
export function idsToThin(idsOldestFirst: readonly string[], max = QUEUE_MAX): string[] {
  let kept = [...idsOldestFirst];
  const dropped: string[] = [];
  while (kept.length > max) {
    const half = Math.max(2, Math.ceil(kept.length / 2));
    const older = kept.slice(0, half);
    dropped.push(...older.filter((_, i) => i % 2 === 1));
    kept = [...older.filter((_, i) => i % 2 === 0), ...kept.slice(half)];
  }
  return dropped;
}
