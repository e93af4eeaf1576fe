/** One position as it waits on the device and goes over the wire (API.md: POST /positions, `position:send`). */
export type OutgoingFix = {
  /** UUID v7 made on this device: the server accepts the same id once. */
  id: string;
  /** RFC 3339, when the fix was taken. */
  at: string;
  lat: number;
  lng: number;
  accuracy?: number;
  speed?: number;
  heading?: number;
  battery?: number;
};

/** What the device keeps until the server has answered for it. Oldest first; `add` of a known id changes nothing. */
export type FixStore = {
  add(fix: OutgoingFix): Promise<void>;
  oldest(limit: number): Promise<OutgoingFix[]>;
  remove(ids: readonly string[]): Promise<void>;
  ids(): Promise<string[]>;
};

/** What came of one batch. `refused`: this content will never be taken. `failed`: try again later. */
export type SendOutcome =
  | { kind: "answered"; ids: string[] }
  | { kind: "refused" }
  | { kind: "failed"; retryAfterMs?: number };

export type SendBatch = (fixes: readonly OutgoingFix[]) => Promise<SendOutcome>;

/** A store that lives as long as the page: for tests, and for browsers that refuse to keep anything (private windows). */
export function memoryStore(): FixStore {
  const kept = new Map<string, OutgoingFix>();
  return {
    add: async (fix) => void (kept.has(fix.id) || kept.set(fix.id, fix)),
    oldest: async (limit) => [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit),
    remove: async (ids) => ids.forEach((id) => void kept.delete(id)),
    ids: async () => [...kept.keys()].sort(),
  };
}

/** What a phone has no room for waits as long as the page: a full disk is no reason not to send. */
export function withSpare(kept: FixStore, spare: FixStore = memoryStore()): FixStore {
  return {
    add: (fix) => kept.add(fix).catch(() => spare.add(fix)),
    oldest: async (limit) => {
      const both = [...(await kept.oldest(limit)), ...(await spare.oldest(limit))];
      return both.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    remove: async (ids) => {
      await spare.remove(ids);
      await kept.remove(ids);
    },
    ids: async () => [...(await kept.ids()), ...(await spare.ids())].sort(),
  };
}
