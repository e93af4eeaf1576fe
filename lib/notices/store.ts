import { and, eq, sql } from "drizzle-orm";
import { agencies } from "@/db/schema/agencies";
import { groups } from "@/db/schema/groups";
import { users } from "@/db/schema/identity";
import { deliveries } from "@/db/schema/notices";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

export type Letter = { recipient: string; subject: string; body: string; locale: string; dedupeKey: string };
/** "kept": no mail server is set, staff read it in the outbox. */
export type DeliveryStatus = "queued" | "sent" | "kept" | "failed";

/** Keeps a letter once per key, however often its task runs. @returns the row that counts */
export async function keepDelivery(work: Work, letter: Letter): Promise<{ id: string; status: string }> {
  await work.tx
    .insert(deliveries)
    .values({
      id: newId(),
      agencyId: agencyOf(work),
      channel: "mail",
      status: "queued",
      createdAt: work.now,
      ...letter,
    })
    .onConflictDoNothing();
  const [row] = await work.tx
    .select({ id: deliveries.id, status: deliveries.status })
    .from(deliveries)
    .where(and(eq(deliveries.agencyId, agencyOf(work)), eq(deliveries.dedupeKey, letter.dedupeKey)));
  return row!;
}

/** Moves a delivery forward; what was sent stays sent. */
export const moveDelivery = (work: Work, id: string, status: DeliveryStatus) =>
  work.tx
    .update(deliveries)
    .set({ status, attempts: sql`${deliveries.attempts} + 1`, sentAt: status === "sent" ? work.now : null })
    .where(and(eq(deliveries.agencyId, agencyOf(work)), eq(deliveries.id, id), eq(deliveries.status, "queued")));

export async function findContact(work: Work, userId: string) {
  const [row] = await work.tx
    .select({ email: users.email, locale: users.locale, personName: users.personName })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** The words a letter about a group needs. */
export async function findGroupNames(work: Work, groupId: string) {
  const [row] = await work.tx
    .select({ group: groups.name, agency: agencies.name })
    .from(groups)
    .innerJoin(agencies, eq(agencies.id, groups.agencyId))
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId)));
  return row ?? null;
}
