import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/notices";
import type { Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { DeliveryStatus } from "../contract";
import { before, TRIES } from "../rules";

export type DeliveryRow = typeof deliveries.$inferSelect;
export type NewDelivery = Pick<
  DeliveryRow,
  "channel" | "userId" | "recipient" | "subject" | "body" | "locale" | "dedupeKey" | "carriesSecret"
>;
export type Report = { id: string; status: DeliveryStatus; providerId?: string; reason?: string };

/** The same work among the platform's own letters, wherever its caller stands. */
export const amongPlatforms = (work: Work): Work => ({ ...work, agencyId: null });
/** The agency's rows, or the platform's own. */
const ours = ({ agencyId }: Work) => (agencyId ? eq(deliveries.agencyId, agencyId) : isNull(deliveries.agencyId));

/** Keeps a message once per key, however often its task runs. @returns the row that counts */
export async function keepDelivery(work: Work, message: NewDelivery): Promise<DeliveryRow> {
  const row = { id: newId(), agencyId: work.agencyId, status: "queued" as const, createdAt: work.now, ...message };
  await work.tx.insert(deliveries).values(row).onConflictDoNothing();
  const same = and(ours(work), eq(deliveries.dedupeKey, message.dedupeKey));
  const [kept] = await work.tx.select().from(deliveries).where(same);
  return kept!;
}

/** Moves a delivery forward; a report of what it has passed already changes nothing. "queued" says that a try failed:
 * the last one of them ends it. */
export async function moveDelivery(work: Work, { id, status, ...more }: Report): Promise<void> {
  const again = status === "queued";
  const waits = sql`${deliveries.status} = 'queued'`;
  const ends = sql`case when ${deliveries.attempts} + 1 >= ${TRIES} then 'failed' else 'queued' end`;
  const left = status === "sent" || status === "delivered" || status === "read";
  await work.tx
    .update(deliveries)
    .set({
      ...more,
      status: again ? ends : status,
      attempts: sql`${deliveries.attempts} + case when ${waits} then 1 else 0 end`,
      ...(left && { sentAt: sql`coalesce(${deliveries.sentAt}, ${work.now.toISOString()})` }),
    })
    .where(and(ours(work), eq(deliveries.id, id), again ? waits : inArray(deliveries.status, before(status))));
}

export async function findDelivery(work: Work, id: string): Promise<DeliveryRow | null> {
  const [row] = await work.tx
    .select()
    .from(deliveries)
    .where(and(ours(work), eq(deliveries.id, id)));
  return row ?? null;
}

/** A failed one begins anew. False when somebody was faster. */
export async function reopenDelivery(work: Work, id: string): Promise<boolean> {
  const failed = and(ours(work), eq(deliveries.id, id), eq(deliveries.status, "failed"));
  const anew = { status: "queued" as const, attempts: 0, reason: null, providerId: null };
  const opened = await work.tx.update(deliveries).set(anew).where(failed).returning({ id: deliveries.id });
  return opened.length > 0;
}

export async function removeDeliveries(work: Work, agencyId: string, userId: string): Promise<void> {
  await work.tx.delete(deliveries).where(and(eq(deliveries.agencyId, agencyId), eq(deliveries.userId, userId)));
}
