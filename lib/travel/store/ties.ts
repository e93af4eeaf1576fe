import { and, asc, eq, gte, inArray, isNull, ne, or, type SQLWrapper, sql } from "drizzle-orm";
import { bookingPilgrims, bookings } from "@/db/schema/bookings";
import { groupMembers, groups } from "@/db/schema/groups";
import { departures, packages } from "@/db/schema/packages";
import { savingsPlans } from "@/db/schema/savings";
import { agencyOf, type Work } from "@/lib/kernel/call";

const here = (work: Work, agencyId: SQLWrapper) => sql`${agencyId} = ${agencyOf(work)}`;

/** Places in trips that run or are to come. */
export const listGroupTies = (work: Work, userId: string) =>
  work.tx
    .select({
      id: groups.id,
      number: groups.number,
      name: groups.name,
      branchId: groups.branchId,
      leadsAlone: sql<boolean>`${groupMembers.role} = 'leader' and not exists (select 1 from group_members o
        join memberships m on m.agency_id = o.agency_id and m.user_id = o.user_id and m.disabled_at is null
        where o.agency_id = ${groups.agencyId} and o.group_id = ${groups.id} and o.left_at is null
        and o.role = 'leader' and o.user_id <> ${userId})`,
    })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.agencyId, groupMembers.agencyId), eq(groups.id, groupMembers.groupId)))
    .where(
      and(
        ...[here(work, groupMembers.agencyId), eq(groupMembers.userId, userId)],
        ...[isNull(groupMembers.leftAt), gte(groups.endsAt, work.now)],
      ),
    )
    .orderBy(asc(groups.startsAt), asc(groups.id));

/** Bookings that stand, of trips that are not over, which this person pays for or travels on. */
export function listBookingTies(work: Work, userId: string) {
  const travels = work.tx
    .select({ id: bookingPilgrims.bookingId })
    .from(bookingPilgrims)
    .where(
      and(
        ...[here(work, bookingPilgrims.agencyId), eq(bookingPilgrims.userId, userId)],
        eq(bookingPilgrims.state, "active"),
      ),
    );
  return work.tx
    .select({
      id: bookings.id,
      code: bookings.code,
      branchId: bookings.branchId,
      packageName: packages.name,
      startsAt: departures.startsAt,
      timeZone: departures.timeZone,
    })
    .from(bookings)
    .innerJoin(departures, and(eq(departures.agencyId, bookings.agencyId), eq(departures.id, bookings.departureId)))
    .innerJoin(packages, and(eq(packages.agencyId, departures.agencyId), eq(packages.id, departures.packageId)))
    .where(
      and(
        ...[here(work, bookings.agencyId), gte(departures.endsAt, work.now)],
        inArray(bookings.status, ["draft", "pending_payment", "partially_paid", "paid"]),
        or(eq(bookings.payerUserId, userId), inArray(bookings.id, travels)),
      ),
    )
    .orderBy(asc(departures.startsAt), asc(bookings.id));
}

/** Plans that are not closed. */
export const listPlanTies = (work: Work, userId: string) =>
  work.tx
    .select({ id: savingsPlans.id, name: savingsPlans.name, branchId: savingsPlans.branchId })
    .from(savingsPlans)
    .where(and(here(work, savingsPlans.agencyId), eq(savingsPlans.userId, userId), ne(savingsPlans.state, "closed")))
    .orderBy(asc(savingsPlans.createdAt), asc(savingsPlans.id));
