import { and, asc, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { waitlistEntries } from "@/db/schema/booking-papers";
import { pools } from "@/db/schema/inventory";
import { departures, packages } from "@/db/schema/packages";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally, phonePart } from "@/lib/kernel/text";
import type { ListWaits, MyWait, WaitingRow } from "../contract/waitlist";
import { asEntry } from "./waitlist";

const WAITING = ["waiting", "offered"] as const;
const itsDeparture = and(
  eq(departures.agencyId, waitlistEntries.agencyId),
  eq(departures.id, waitlistEntries.departureId),
);
const itsPackage = and(eq(packages.agencyId, departures.agencyId), eq(packages.id, departures.packageId));

/** The places somebody has in queues, and what they wait for there. */
export async function listWaitsOf(work: Work, userId: string): Promise<MyWait[]> {
  const own = and(eq(waitlistEntries.agencyId, agencyOf(work)), eq(waitlistEntries.userId, userId));
  const { startsAt, timeZone } = departures;
  const rows = await work.tx
    .select({ entry: waitlistEntries, about: { packageName: packages.name, startsAt, timeZone } })
    .from(waitlistEntries)
    .innerJoin(departures, itsDeparture)
    .innerJoin(packages, itsPackage)
    .where(and(own, inArray(waitlistEntries.status, [...WAITING])))
    .orderBy(asc(waitlistEntries.id));
  return rows.map(({ entry, about }) => ({ ...asEntry(entry), ...about }));
}

/** Who waits for departures within reach: a branch sees its own queues, and of the whole agency's whom it put there. */
function inReach(work: Work): SQL | undefined {
  const within = reach(work.actor, "bookings");
  const whose = sql`coalesce(${departures.branchId}, ${waitlistEntries.branchId})`;
  const own = within.scope === "branch" ? eq(whose, within.branchId) : undefined;
  return and(eq(waitlistEntries.agencyId, agencyOf(work)), inArray(waitlistEntries.status, [...WAITING]), own);
}

/** How many wait or were offered seats. */
export async function countWaiting(work: Work): Promise<number> {
  const [row] = await work.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(waitlistEntries)
    .innerJoin(departures, itsDeparture)
    .where(inReach(work));
  return row?.count ?? 0;
}

function matching(q: string) {
  const phone = phonePart(q);
  return or(ilike(waitlistEntries.personName, literally(q)), phone ? ilike(waitlistEntries.phone, phone) : undefined);
}
const seatsLeft = sql<number>`greatest(0, ${pools.capacity} - ${pools.held} - ${pools.sold})`;
const Cursor = z.tuple([z.uuid()]);

/** Whoever waits, over all departures: ids are made in the order of time. */
export async function listWaitingRows(work: Work, input: ListWaits): Promise<Page<WaitingRow>> {
  const after = input.cursor ? decodeCursor(input.cursor, Cursor, input.sort) : null;
  const rows = await work.tx
    .select({
      entry: waitlistEntries,
      packageName: packages.name,
      departure: { startsAt: departures.startsAt, timeZone: departures.timeZone, status: departures.status },
      seatsLeft,
    })
    .from(waitlistEntries)
    .innerJoin(departures, itsDeparture)
    .innerJoin(packages, itsPackage)
    .innerJoin(pools, and(eq(pools.agencyId, departures.agencyId), eq(pools.id, departures.poolId)))
    .where(
      and(
        inReach(work),
        input.departureId ? eq(waitlistEntries.departureId, input.departureId) : undefined,
        input.status ? eq(waitlistEntries.status, input.status) : undefined,
        input.q ? matching(input.q) : undefined,
        after ? (input.sort === "newest" ? lt : gt)(waitlistEntries.id, after[0]) : undefined,
      ),
    )
    .orderBy((input.sort === "newest" ? desc : asc)(waitlistEntries.id))
    .limit(limitOf(input.limit));
  const { data, nextCursor } = cutPage(rows, input.limit, ({ entry }) => [entry.id], input.sort);
  return {
    nextCursor,
    data: data.map(({ entry, packageName, departure: { startsAt, timeZone, status }, seatsLeft: left }) => ({
      ...asEntry(entry),
      packageName,
      startsAt,
      timeZone,
      seatsLeft: left,
      departureStatus: status === "open" && left === 0 ? "full" : status,
    })),
  };
}
