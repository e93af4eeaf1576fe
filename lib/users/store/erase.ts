import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { memberships } from "@/db/schema/agencies";
import { oneTimeCodes, sessions, users } from "@/db/schema/identity";
import { deliveries } from "@/db/schema/notices";
import { guestSessions, invitations } from "@/db/schema/users";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { UserRow } from "./users";

/** What an agency keeps of a person besides the membership. Platform fence. */
export async function eraseTraces(work: Work, { userId, email, phone }: UserRow) {
  const { tx } = work;
  const theirs = or(
    eq(invitations.acceptedBy, userId),
    email ? eq(invitations.email, email) : undefined,
    phone ? eq(invitations.phone, phone) : undefined,
  );
  await tx
    .update(invitations)
    .set({ personName: null, email: null, phone: null })
    .where(and(eq(invitations.agencyId, agencyOf(work)), theirs));
  const written = [email, phone].filter((to) => to !== null);
  if (written.length > 0) {
    const asStranger = and(isNull(deliveries.userId), inArray(deliveries.recipient, written));
    await tx.delete(deliveries).where(and(eq(deliveries.agencyId, agencyOf(work)), asStranger));
  }
  if (!phone) return;
  await tx.delete(guestSessions).where(and(eq(guestSessions.agencyId, agencyOf(work)), eq(guestSessions.phone, phone)));
}

/** Does another agency know this person, or do they run the platform? Their login is held first, so that one that is just
 * taking them in is waited for. Platform fence. */
export async function belongsElsewhere({ tx, agencyId }: Work, userId: string): Promise<boolean> {
  const superAdmin = { superAdmin: users.superAdmin };
  const [login] = await tx.select(superAdmin).from(users).where(eq(users.id, userId)).for("update");
  const elsewhere = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), ne(memberships.agencyId, agencyId ?? ""), isNull(memberships.erasedAt)))
    .limit(1);
  return elsewhere.length > 0 || login?.superAdmin === true;
}

/** Leaves an empty login behind, so that records still have somebody to point to. */
export async function eraseLogin(work: Work, userId: string, personName: string) {
  const blank = { email: null, phone: null, username: null, passwordHash: null, avatar: null, timeZone: null };
  const unasked = { phoneProvenAt: null, emailProvenAt: null, passwordBy: null, passwordAt: null, askedBy: null };
  await work.tx
    .update(users)
    .set({ ...blank, ...unasked, personName, disabledAt: work.now, erasedAt: work.now })
    .where(eq(users.id, userId));
  await work.tx.update(sessions).set({ device: null }).where(eq(sessions.userId, userId));
  await work.tx.delete(oneTimeCodes).where(eq(oneTimeCodes.userId, userId));
  work.changed("users", userId, null, { erasedAt: work.now });
}
