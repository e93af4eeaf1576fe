import { and, eq, gt, isNull } from "drizzle-orm";
import { agencies } from "@/db/schema/agencies";
import { guestSessions } from "@/db/schema/users";
import type { Work } from "@/lib/kernel/call";
import { hashToken } from "@/lib/kernel/hash-token";
import type { Db } from "./users";

export async function addGuestSession(work: Work, row: typeof guestSessions.$inferInsert) {
  await work.tx.insert(guestSessions).values(row);
  work.changed("guest_sessions", row.id, null, row);
}

/** Whose token this is, and in which agency, while it lasts. */
export async function findGuest({ tx }: Db, token: string, now: Date) {
  const [row] = await tx
    .select({
      phone: guestSessions.phone,
      endsAt: guestSessions.expiresAt,
      agencyId: agencies.id,
      slug: agencies.slug,
      status: agencies.status,
    })
    .from(guestSessions)
    .innerJoin(agencies, eq(agencies.id, guestSessions.agencyId))
    .where(
      and(
        eq(guestSessions.tokenHash, hashToken(token)),
        isNull(guestSessions.endedAt),
        gt(guestSessions.expiresAt, now),
      ),
    );
  return row ?? null;
}
