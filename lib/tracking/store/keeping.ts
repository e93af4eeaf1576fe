import { sql } from "drizzle-orm";
import { positionDays } from "@/db/position-days";
import { agencyOf, type Work } from "@/lib/kernel/call";

export const firstKeptDay = (now: Date) => new Date(positionDays(now).keepFrom);

/** Makes the coming days' partitions and drops those whose promise has passed. @returns days dropped */
export async function keepDays(work: Work): Promise<number> {
  const { first, last, keepFrom } = positionDays(work.now);
  const [row] = await work.tx.execute<{ dropped: number }>(
    sql`select keep_position_days(${first}::date, ${last}::date, ${keepFrom}::date) as dropped`,
  );
  return row?.dropped ?? 0;
}

/** The newest hour of this agency that is summarised. */
export async function findLastHour(work: Work): Promise<Date | null> {
  const [row] = await work.tx.execute<{ hour: string | null }>(
    sql`select max(hour) as hour from position_hours where agency_id = ${agencyOf(work)}::uuid`,
  );
  return row?.hour ? new Date(row.hour) : null;
}

/** Writes the hourly summaries of these days of this agency; repeating it changes nothing. */
export const summarise = (work: Work, from: Date, to: Date) =>
  work.tx.execute(sql`
    insert into position_hours (agency_id, user_id, hour, fixes, min_lat, max_lat, min_lng, max_lng, first_at, last_at, metres)
    select agency_id, user_id, date_trunc('hour', at), count(*), min(lat), max(lat), min(lng), max(lng), min(at), max(at), coalesce(sum(step), 0)
    from (
      select *, 111195 * sqrt(power(lat - lag(lat) over w, 2) + power((lng - lag(lng) over w) * cos(radians(lat)), 2)) as step
      from positions
      where agency_id = ${agencyOf(work)}::uuid and at >= ${from.toISOString()}::timestamptz and at < ${to.toISOString()}::timestamptz
      window w as (partition by user_id, date_trunc('hour', at) order by at)
    ) steps
    group by agency_id, user_id, date_trunc('hour', at)
    on conflict (agency_id, user_id, hour) do nothing`);

/** Leaves one fix a minute of these days: the first of each. */
export const thin = (work: Work, from: Date, to: Date) =>
  work.tx.execute(sql`
    delete from positions p using (
      select user_id, at, row_number() over (partition by user_id, date_trunc('minute', at) order by at) as place
      from positions
      where agency_id = ${agencyOf(work)}::uuid and at >= ${from.toISOString()}::timestamptz and at < ${to.toISOString()}::timestamptz
    ) ranked
    where p.agency_id = ${agencyOf(work)}::uuid and p.user_id = ranked.user_id and p.at = ranked.at and ranked.place > 1`);
