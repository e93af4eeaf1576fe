import type { Kv, Slide, SlideRule } from "@/lib/kernel/ports";

/** A window is counted in this many slices; the one it starts in counts in full, so the limit is never passed. */
export const SLICES = 20;

type Entry = { expiresAt: number; value: string | Map<number, number> };
type Options = { maxKeys: number; now: () => number };

/** One node's state, at most `maxKeys` entries: the longest unused leaves first. `now` in milliseconds. */
export function memoryKv({ maxKeys, now }: Options): Kv {
  const entries = new Map<string, Entry>();

  function find(key: string): Entry | null {
    const entry = entries.get(key);
    if (!entry) return null;
    entries.delete(key);
    if (entry.expiresAt <= now()) return null;
    entries.set(key, entry);
    return entry;
  }

  function keep(key: string, value: Entry["value"], ttlMs: number): void {
    entries.delete(key);
    entries.set(key, { value, expiresAt: now() + ttlMs });
    const longestUnused = entries.keys().next();
    if (entries.size > maxKeys && !longestUnused.done) entries.delete(longestUnused.value);
  }

  function text(key: string): string | null {
    const value = find(key)?.value;
    return typeof value === "string" ? value : null;
  }

  const read = (key: string) => JSON.parse(text(key) ?? "null");

  return {
    get: async (key) => read(key),
    mget: async (keys) => keys.map(read),
    set: async (key, value, ttlMs) => keep(key, JSON.stringify(value ?? null), ttlMs),
    del: async (...keys) => {
      for (const key of keys) entries.delete(key);
    },
    slide: async (key, rule) => {
      const value = find(key)?.value;
      const counts = value instanceof Map ? value : new Map<number, number>();
      const answer = slideIn(counts, rule);
      if (answer.allowed && (rule.cost ?? 1) > 0) keep(key, counts, sliceMs(rule.windowMs) * (SLICES + 1));
      return answer;
    },
    lease: async (key, owner, ttlMs) => {
      const holder = text(key);
      if (holder !== null && holder !== JSON.stringify(owner)) return false;
      keep(key, JSON.stringify(owner), ttlMs);
      return true;
    },
    release: async (key, owner) => text(key) === JSON.stringify(owner) && entries.delete(key),
  };
}

/** Width of one slice of a window, in whole milliseconds. */
export function sliceMs(windowMs: number): number {
  return Math.ceil(windowMs / SLICES);
}

// The same steps as the script in kv.upstash.ts; a shared test holds the two together.
function slideIn(counts: Map<number, number>, { limit, windowMs, now, cost = 1 }: SlideRule): Slide {
  const width = sliceMs(windowMs);
  const own = Math.floor(now / width);
  const taken = counts.get(own) ?? 0;
  if (cost < 0 && taken > 1) counts.set(own, taken - 1);
  else if (cost < 0) counts.delete(own);
  // Clocks of instances differ: all follow the fastest.
  let current = own;
  for (const slice of counts.keys()) if (slice > current) current = slice;
  let oldest = current;
  let used = 0;
  for (const [slice, count] of counts) {
    if (slice < current - SLICES) counts.delete(slice);
    else {
      used += count;
      if (slice < oldest) oldest = slice;
    }
  }
  const allowed = cost < 0 || used < limit;
  if (allowed && cost > 0) {
    counts.set(current, (counts.get(current) ?? 0) + 1);
    used += 1;
  }
  const resetMs = counts.size ? (oldest + SLICES + 1) * width - now : 0;
  return { allowed, remaining: Math.max(0, limit - used), resetMs };
}
