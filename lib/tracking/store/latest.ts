import { sql } from "drizzle-orm";
import type { SharingState } from "@/lib/groups/contract";
import type { Consent } from "@/lib/groups/policy";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { Position } from "../contract";

type LatestRow = {
  user_id: string;
  sharing: SharingState;
  consent_until: string | null;
  ends_at: string;
  position: (Omit<Position, "at"> & { at: string }) | null;
  told_battery: number | null;
  told_at: string | null;
  refused_battery: number | null;
  refused_at: string | null;
};

const AS_JSON = sql`json_build_object('at', p.at, 'lat', p.lat, 'lng', p.lng, 'accuracy', p.accuracy, 'speed', p.speed, 'heading', p.heading, 'battery', p.battery)`;

/** From when and until when a member's way may be seen. Where somebody is now lies behind every finished pause. */
const WINDOW = sql`(select greatest(g.starts_at, coalesce(m.shows_from, m.consented_at), (m.pauses -> -1 ->> 1)::timestamptz) as since,
  least(g.ends_at, m.consent_until) as until)`;

/** The newest fix of every member who shares, inside the trip and their consent; of the others nothing. Whom the agency shut
 * out is not among them: they can pause nothing themselves.
 * @param batteryMs how much older than that fix the last one with a battery may be */
export const listLatest = (work: Work, groupId: string, since: Date, batteryMs: number): Promise<LatestRow[]> =>
  work.tx.execute<LatestRow>(sql`
    select m.user_id, m.sharing, m.consent_until, g.ends_at, case when p.at is null then null else ${AS_JSON} end as position,
      t.battery as told_battery, t.at as told_at, b.battery as refused_battery, b.at as refused_at
    from group_members m
    join groups g on g.agency_id = m.agency_id and g.id = m.group_id
    join memberships a on a.agency_id = m.agency_id and a.user_id = m.user_id and a.disabled_at is null
    cross join lateral ${WINDOW} w
    left join lateral (
      select * from positions where agency_id = m.agency_id and user_id = m.user_id and m.sharing = 'on'
        and at >= greatest(w.since, ${since.toISOString()}::timestamptz) and at <= w.until
        and ${work.now.toISOString()}::timestamptz between g.starts_at and w.until
      order by at desc limit 1
    ) p on true
    left join lateral (
      select battery, at from positions where agency_id = m.agency_id and user_id = m.user_id and battery is not null
        and at <= p.at and at >= greatest(w.since, p.at - ${batteryMs} * interval '1 millisecond')
      order by at desc limit 1
    ) t on true
    left join battery_readings b on b.agency_id = m.agency_id and b.user_id = m.user_id and m.sharing = 'on'
      and b.at between w.since and w.until and ${work.now.toISOString()}::timestamptz between g.starts_at and w.until
    where m.agency_id = ${agencyOf(work)}::uuid and m.group_id = ${groupId}::uuid and m.left_at is null
    order by m.user_id`);

type TrailRow = { user_id: string; trail: { at: string; lat: number; lng: number; accuracy: number | null }[] };

/** How everybody who is shown has moved since: of each two minutes the last fix, oldest first. */
export async function listTrails(work: Work, groupId: string, since: Date): Promise<TrailRow[]> {
  const now = work.now.toISOString();
  return work.tx.execute<TrailRow>(sql`
    select m.user_id, json_agg(json_build_object('at', p.at, 'lat', p.lat, 'lng', p.lng, 'accuracy', p.accuracy) order by p.at) as trail
    from group_members m
    join groups g on g.agency_id = m.agency_id and g.id = m.group_id
    join memberships a on a.agency_id = m.agency_id and a.user_id = m.user_id and a.disabled_at is null
    cross join lateral ${WINDOW} w
    cross join lateral (
      select distinct on (date_bin('2 minutes', at, 'epoch')) at, lat, lng, accuracy from positions
      where agency_id = m.agency_id and user_id = m.user_id
        and at >= greatest(w.since, ${since.toISOString()}::timestamptz) and at <= w.until
      order by date_bin('2 minutes', at, 'epoch'), at desc
    ) p
    where m.agency_id = ${agencyOf(work)}::uuid and m.group_id = ${groupId}::uuid and m.left_at is null
      and m.sharing = 'on' and ${now}::timestamptz between g.starts_at and w.until
    group by m.user_id`);
}

type SignalRow = { travelling: number; sharing: number; heard: number };

/** Of everybody on the road: how many share, and how many of those were heard since. Counts only, so nobody is looked at. */
export async function countSignals(work: Work, branchId: string | null, since: Date): Promise<SignalRow> {
  const now = work.now.toISOString();
  const [row] = await work.tx.execute<SignalRow>(sql`
    select count(*)::int as travelling, count(*) filter (where m.sharing = 'on' and ${now}::timestamptz <= w.until)::int as sharing,
      count(*) filter (where m.sharing = 'on' and ${now}::timestamptz <= w.until and exists (
        select 1 from positions p where p.agency_id = m.agency_id and p.user_id = m.user_id
          and p.at >= greatest(w.since, ${since.toISOString()}::timestamptz)
      ))::int as heard
    from group_members m
    join groups g on g.agency_id = m.agency_id and g.id = m.group_id
    cross join lateral ${WINDOW} w
    where m.agency_id = ${agencyOf(work)}::uuid and m.left_at is null
      and ${now}::timestamptz between g.starts_at and g.ends_at
      and (${branchId}::uuid is null or g.branch_id = ${branchId}::uuid)`);
  return row ?? { travelling: 0, sharing: 0, heard: 0 };
}

type HistoryRow = Omit<Position, "at"> & { at: string };

/** What of a person's way is asked for: both ends count, and the pauses inside are left out. */
export type Stretch = { from: Date; to: Date; pauses: Consent["pauses"] };

/** One person's fixes in a stretch, oldest first, at most `limit`. */
export async function listHistory(work: Work, userId: string, stretch: Stretch, limit: number): Promise<Position[]> {
  const { from, to, pauses } = stretch;
  const rows = await work.tx.execute<HistoryRow>(sql`
    select at, lat, lng, accuracy, speed, heading, battery from positions
    where agency_id = ${agencyOf(work)}::uuid and user_id = ${userId}::uuid
      and at >= ${from.toISOString()}::timestamptz and at <= ${to.toISOString()}::timestamptz
      and not exists (
        select 1 from jsonb_array_elements(${JSON.stringify(pauses)}::text::jsonb) pause
        where at > (pause ->> 0)::timestamptz and at < (pause ->> 1)::timestamptz
      )
    order by at limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
