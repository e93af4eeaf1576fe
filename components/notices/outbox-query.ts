import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import type { Channel, DeliveryStatus } from "@/lib/notices/contract";

export const CHANNELS = ["mail", "sms", "whatsapp"] as const satisfies Channel[];
export const STATUSES = ["queued", "kept", "sent", "delivered", "read", "failed"] as const satisfies DeliveryStatus[];

/** What the outbox's address says. */
export const readOutboxQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", channel: CHANNELS, status: STATUSES, sort: ["oldest"] });
export type OutboxQuery = ReturnType<typeof readOutboxQuery>;
