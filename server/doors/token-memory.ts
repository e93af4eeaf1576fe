import { runtime } from "../runtime";

/** What a token says: its session, and until when, in milliseconds. */
export type Opened = { sid: string; until: number };
type Memory = { keys: Map<string, Uint8Array>; tokens: Map<string, Opened> };

/** Tokens remembered; the longest unused leaves first. */
const KEPT = 10_000;
/** By the house's secret: what one house has opened says nothing to another in the same process. */
const houses = new WeakMap<Uint8Array, Memory>();

function memory(): Memory {
  const { secret } = runtime();
  const known = houses.get(secret) ?? { keys: new Map(), tokens: new Map() };
  houses.set(secret, known);
  return known;
}

/** A key derived once. */
export function keptKey(purpose: string, derive: () => Uint8Array): Uint8Array {
  const { keys } = memory();
  const key = keys.get(purpose) ?? derive();
  keys.set(purpose, key);
  return key;
}

/**
 * Opens a token once: a good signature stays good, only its time runs out, which the caller looks at every time.
 * Remembered under its purpose, so that a cookie never passes for an access token.
 */
export async function openedOnce(purpose: string, token: string, open: () => Promise<Opened>): Promise<Opened> {
  const { tokens } = memory();
  const name = `${purpose} ${token}`;
  const opened = tokens.get(name) ?? (await open());
  tokens.delete(name);
  tokens.set(name, opened);
  const oldest = tokens.keys().next();
  if (tokens.size > KEPT && !oldest.done) tokens.delete(oldest.value);
  return opened;
}
