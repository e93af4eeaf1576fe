import { distanceM, type Spot } from "@/lib/tracking/rules/geo";

/** One reading of the device, in its own units (metres, m/s, degrees). */
export type Reading = Spot & { atMs: number; accuracy: number | null; speed: number | null; heading: number | null };

const EVERY_MS = 5_000;
const STEP_M = 10;
/** Somebody sitting still is still heard of once a minute, by a real reading, never by an empty beat (R58). */
export const HEARTBEAT_MS = 60_000;

/** Is this reading worth sending after the last one sent? At most one per 5 s, and only for 10 m of movement or a minute passed. */
export function worthSending(last: Reading | null, next: Reading): boolean {
  if (!Number.isFinite(next.lat) || !Number.isFinite(next.lng)) return false;
  if (last === null) return true;
  const waited = next.atMs - last.atMs;
  // The device's clock was set back: until it caught up again nothing would be sent.
  if (waited < -EVERY_MS) return true;
  if (waited < EVERY_MS) return false;
  if (waited >= HEARTBEAT_MS) return true;
  const sharper = (next.accuracy ?? Number.POSITIVE_INFINITY) * 2 < (last.accuracy ?? Number.POSITIVE_INFINITY);
  return sharper || distanceM(last, next) >= STEP_M;
}
