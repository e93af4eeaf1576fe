import { and, asc, desc, eq, gt, ilike, isNull, lt, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { deliveries } from "@/db/schema/notices";
import type { Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import type { Delivery, ListOutbox } from "../contract";
import { isRepeatable } from "../policy";
import type { DeliveryRow } from "./deliveries";

function narrowed(work: Work, { q, channel, status, sort, cursor }: ListOutbox): SQL | undefined {
  const after = cursor ? decodeCursor(cursor, z.tuple([z.uuid()]), sort)[0] : null;
  return and(
    work.agencyId ? eq(deliveries.agencyId, work.agencyId) : isNull(deliveries.agencyId),
    channel && eq(deliveries.channel, channel),
    status && eq(deliveries.status, status),
    q ? or(ilike(deliveries.recipient, literally(q)), ilike(deliveries.subject, literally(q))) : undefined,
    after ? (sort === "oldest" ? gt : lt)(deliveries.id, after) : undefined,
  );
}

/** Ids are made in the order of time. @throws Fault `cursor_invalid` */
export async function listDeliveries(work: Work, input: ListOutbox): Promise<Page<Delivery>> {
  const rows = await work.tx
    .select()
    .from(deliveries)
    .where(narrowed(work, input))
    .orderBy((input.sort === "oldest" ? asc : desc)(deliveries.id))
    .limit(limitOf(input.limit));
  return cutPage(rows.map(asDelivery), input.limit, ({ id }) => [id], input.sort);
}

const asDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  channel: row.channel,
  to: row.recipient,
  subject: row.subject,
  body: row.body,
  locale: row.locale,
  status: row.status,
  reason: row.reason,
  attempts: row.attempts,
  mayRetry: isRepeatable(row),
  createdAt: row.createdAt,
  sentAt: row.sentAt,
});
