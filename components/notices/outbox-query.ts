import type { Channel, DeliveryStatus } from "@/lib/notices/contract";

export const CHANNELS: readonly Channel[] = ["mail", "sms", "whatsapp"];
export const STATUSES: readonly DeliveryStatus[] = ["queued", "kept", "sent", "delivered", "read", "failed"];

/** What the outbox's address says; nothing in it is trusted. */
export type RawQuery = Record<string, string | string[] | undefined>;
export type OutboxQuery = { q?: string; channel?: Channel; status?: DeliveryStatus; cursor?: string; trail: string[] };

const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll(/\p{Cc}/gu, "").trim() || undefined;

/** Reads an address; whatever is not one of ours is as if it were not there. */
export const readOutboxQuery = (raw: RawQuery): OutboxQuery => ({
  q: one(raw.q)?.slice(0, 120),
  channel: CHANNELS.find((channel) => channel === one(raw.channel)),
  status: STATUSES.find((status) => status === one(raw.status)),
  cursor: one(raw.cursor)?.slice(0, 300),
  trail: one(raw.trail)?.split(",").filter(Boolean).slice(0, 100) ?? [],
});

/** An address for the same list with some things changed; a changed list begins at its first page. */
export function outboxHref(home: string, query: OutboxQuery, change: Partial<OutboxQuery>): string {
  const { trail, ...rest } = { ...query, cursor: undefined, trail: [], ...change };
  const given = Object.entries({ ...rest, trail: trail.join() });
  const params = new URLSearchParams(given.flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size > 0 ? `${home}?${params}` : home;
}
