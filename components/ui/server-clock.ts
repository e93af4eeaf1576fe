/** Phones are set by hand, and wrongly: ages, trip windows and fixes go by the server's clock as far as it is known. */
let offsetMs = 0;
const listeners = new Set<() => void>();

/** Closer than this they agree: an answer tells whole seconds, and has been under way. */
const AGREED_MS = 10_000;
/** An answer read later than this after its question says nothing of now. */
const PROMPT_MS = 10_000;
/** A fix is read at once: one further from a clock than this was not stamped by it. */
const STAMPED_MS = 120_000;

export const serverNow = (): number => Date.now() + offsetMs;

/** What an answer tells of the server's clock. @param askedAt this device's time when it was asked, ms */
export function noteServerTime({ headers }: Response, askedAt: number): void {
  const [now, told] = [Date.now(), Date.parse(headers.get("date") ?? "")];
  const took = now - askedAt;
  if (Number.isNaN(told) || took < 0 || took > PROMPT_MS) return;
  const found = told - now;
  const next = Math.abs(found) < AGREED_MS ? 0 : found;
  if (Math.abs(next - offsetMs) < AGREED_MS && next !== 0) return;
  offsetMs = next;
  for (const tell of listeners) tell();
}

export function subscribeClock(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/** A moment this device has just read, by the server's clock. Some devices stamp by satellite, which is right already. */
export function onServerClock(atMs: number): number {
  const isRight = Math.abs(serverNow() - atMs) < STAMPED_MS;
  return isRight || Math.abs(Date.now() - atMs) >= STAMPED_MS ? atMs : atMs + offsetMs;
}
