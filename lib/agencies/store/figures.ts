import { and, count, eq, gt, gte, isNull, lte, min, type SQL, sql } from "drizzle-orm";
import { agencies, memberships } from "@/db/schema/agencies";
import { groupMembers } from "@/db/schema/groups";
import { users } from "@/db/schema/identity";
import { facts, later } from "@/db/schema/kernel";
import { deliveries } from "@/db/schema/notices";
import { agencyFigures } from "@/db/schema/reports";
import type { Work } from "@/lib/kernel/call";
import { addMs, DAY } from "@/lib/kernel/clock";
import { countFailed } from "./jobs";
import { onlyPilgrim } from "./platform";

// Figures across agencies, on the platform's side of the fence.

export const countByStatus = ({ tx }: Work) =>
  tx.select({ status: agencies.status, count: count() }).from(agencies).groupBy(agencies.status);

export async function countTrialsEnding({ tx, now }: Work): Promise<number> {
  const week = addMs(now, 7 * DAY);
  const [row] = await tx
    .select({ count: count() })
    .from(agencies)
    .where(and(eq(agencies.status, "trial"), lte(agencies.trialEndsAt, week)));
  return row?.count ?? 0;
}

export async function countPeople({ tx }: Work) {
  const [[all], [held], [places]] = await Promise.all([
    tx.select({ count: count() }).from(users).where(isNull(users.disabledAt)),
    tx
      .select({
        staff: sql<number>`count(*) filter (where not ${onlyPilgrim})::int`,
        pilgrims: sql<number>`count(*) filter (where 'pilgrim' = any(${memberships.roles}))::int`,
      })
      .from(memberships)
      .where(isNull(memberships.disabledAt)),
    tx.select({ count: count() }).from(groupMembers).where(isNull(groupMembers.leftAt)),
  ]);
  return {
    users: all?.count ?? 0,
    staff: held?.staff ?? 0,
    pilgrims: held?.pilgrims ?? 0,
    inGroups: places?.count ?? 0,
  };
}

export const countMessages = ({ tx, now }: Work) =>
  tx
    .select({ channel: deliveries.channel, status: sql<string>`${deliveries.status}`, count: count() })
    .from(deliveries)
    .where(gte(deliveries.createdAt, addMs(now, -30 * DAY)))
    .groupBy(deliveries.channel, deliveries.status)
    .orderBy(deliveries.channel, deliveries.status);

/** What agencies sold in thirty days, by currency. */
export async function countSales({ tx, now }: Work) {
  const from = addMs(now, -30 * DAY)
    .toISOString()
    .slice(0, 10);
  const sums = await tx
    .select({
      currency: agencyFigures.currency,
      bookings: sql<number>`sum(${agencyFigures.bookings})::int`,
      orders: sql<number>`sum(${agencyFigures.orders})::int`,
      paid: sql<string>`sum(${agencyFigures.paid})`,
    })
    .from(agencyFigures)
    .where(gte(agencyFigures.day, from))
    .groupBy(agencyFigures.currency)
    .orderBy(agencyFigures.currency);
  return sums.map(({ paid, currency, ...row }) => ({ ...row, paid: { amount: Number(paid), currency } }));
}

/** What waits in the database: facts for the queue, plans that are due, jobs that failed, letters; and how large it is. */
export async function readQueue(work: Work) {
  const { tx, now } = work;
  const [failed, [waiting], [due], [letters], [size]] = await Promise.all([
    countFailed(work),
    tx.select({ count: count(), oldest: min(facts.createdAt) }).from(facts),
    tx
      .select({ count: count(), oldest: min(later.runAt) })
      .from(later)
      .where(lte(later.runAt, now)),
    tx
      .select({
        queued: sql<number>`count(*) filter (where ${deliveries.status} = 'queued')::int`,
        oldest: sql<string | null>`min(${deliveries.createdAt}) filter (where ${deliveries.status} = 'queued')`,
        failed: sql<number>`count(*) filter (where ${deliveries.status} = 'failed' and ${deliveries.createdAt} > ${addMs(now, -DAY).toISOString()}::timestamptz)::int`,
      })
      .from(deliveries),
    tx.execute<{ bytes: string; version: string }>(
      sql`select pg_database_size(current_database())::text as bytes, current_setting('server_version') as version`,
    ),
  ]);
  return {
    jobs: failed,
    facts: { count: waiting?.count ?? 0, oldest: waiting?.oldest ?? null },
    plans: { count: due?.count ?? 0, oldest: due?.oldest ?? null },
    letters: {
      queued: letters?.queued ?? 0,
      failed: letters?.failed ?? 0,
      oldest: letters?.oldest ? new Date(letters.oldest) : null,
    },
    database: { bytes: Number(size?.bytes ?? 0), version: size?.version ?? "" },
  };
}

const WEEKS = 12;
/** What began in each of the last twelve weeks, the oldest first. */
export async function countWeeks({ tx, now }: Work) {
  const from = addMs(now, -WEEKS * 7 * DAY);
  const week = (column: SQL) =>
    sql<number>`least(11, floor(extract(epoch from ${column} - ${from.toISOString()}::timestamptz) / 604800))::int`;
  const begun = async (table: typeof agencies | typeof users) => {
    const at = week(sql`${table.createdAt}`);
    const rows = await tx
      .select({ week: at, count: count() })
      .from(table)
      .where(gt(table.createdAt, from))
      .groupBy(sql`1`);
    return new Map(rows.map((row) => [row.week, row.count]));
  };
  const [opened, joined] = await Promise.all([begun(agencies), begun(users)]);
  return Array.from({ length: WEEKS }, (_, i) => ({
    from: addMs(from, i * 7 * DAY),
    agencies: opened.get(i) ?? 0,
    users: joined.get(i) ?? 0,
  }));
}
