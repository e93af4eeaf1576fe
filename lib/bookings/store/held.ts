import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { isOneOf } from "@/db/rows";
import { bookingPilgrims, bookings } from "@/db/schema/bookings";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { HELD } from "../rules/life";

const heldQuery = prepared((tx) =>
  tx
    .select({ userId: bookings.payerUserId, seats: sql<number>`count(*)::int` })
    .from(bookings)
    .innerJoin(
      bookingPilgrims,
      and(eq(bookingPilgrims.agencyId, bookings.agencyId), eq(bookingPilgrims.bookingId, bookings.id)),
    )
    .where(
      and(
        eq(bookings.agencyId, sql.placeholder("agencyId")),
        eq(bookings.departureId, sql.placeholder("departureId")),
        isOneOf(bookings.payerUserId, sql.placeholder("userIds")),
        inArray(bookings.status, HELD),
        sql`${bookings.holdEndsAt} > ${sql.placeholder("now")}::timestamptz`,
        ...[eq(bookingPilgrims.state, "active"), isNotNull(bookingPilgrims.claimId)],
      ),
    )
    .groupBy(bookings.payerUserId),
);
/** Seats of a departure that these payers hold and have not paid for, by payer. */
export async function countHeld(
  work: Work,
  departureId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0) return new Map();
  const now = work.now.toISOString();
  const rows = await heldQuery(work.tx, { agencyId: agencyOf(work), departureId, userIds: [...new Set(userIds)], now });
  return new Map(rows.flatMap(({ userId, seats }) => (userId ? [[userId, seats] as const] : [])));
}
