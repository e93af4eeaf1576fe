import { sql } from "drizzle-orm";
import type { Work } from "@/lib/kernel/call";
import { agencyOf } from "@/lib/kernel/call";
import type { PositionSource } from "../contract";
import type { LastKnown } from "../rules/judge";

export type StoredFix = {
  id: string;
  userId: string;
  at: Date;
  lat: number;
  lng: number;
  accuracy: number | null;
  speed: number | null;
  heading: number | null;
  battery: number | null;
  source: PositionSource;
};

// Drizzle takes the driver's writer for arrays of times away, so times travel as text.
/** Inserts fixes in one statement; one that is there already (same person, same instant) stays as it is. */
export async function addFixes(work: Work, fixes: readonly StoredFix[]): Promise<void> {
  if (fixes.length === 0) return;
  const column = <T>(read: (fix: StoredFix) => T) => sql.param(fixes.map(read));
  await work.tx.execute(sql`
    insert into positions (agency_id, user_id, at, id, lat, lng, accuracy, speed, heading, battery, source, received_at)
    select ${agencyOf(work)}::uuid, u.*, ${work.now.toISOString()}::timestamptz from unnest(
      ${column((f) => f.userId)}::uuid[], ${column((f) => f.at.toISOString())}::text[]::timestamptz[], ${column((f) => f.id)}::uuid[],
      ${column((f) => f.lat)}::float8[], ${column((f) => f.lng)}::float8[], ${column((f) => f.accuracy)}::float4[],
      ${column((f) => f.speed)}::float4[], ${column((f) => f.heading)}::float4[], ${column((f) => f.battery)}::float4[],
      ${column((f) => f.source)}::text[]
    ) as u
    on conflict do nothing`);
}

/** The newest fix of each of these people within the last days, straight from history. */
export async function findLastFixes(
  work: Work,
  userIds: readonly string[],
  since: Date,
): Promise<Map<string, LastKnown>> {
  const rows = await work.tx.execute<{
    user_id: string;
    at: string;
    lat: number;
    lng: number;
    accuracy: number | null;
  }>(sql`
    select p.user_id, p.at, p.lat, p.lng, p.accuracy
    from unnest(${sql.param([...userIds])}::uuid[]) as u(id)
    cross join lateral (
      select * from positions where agency_id = ${agencyOf(work)}::uuid and user_id = u.id and at >= ${since.toISOString()}::timestamptz
      order by at desc limit 1
    ) p`);
  return new Map(
    rows.map((row) => [row.user_id, { at: new Date(row.at), lat: row.lat, lng: row.lng, accuracy: row.accuracy }]),
  );
}

/** Keeps the newest battery reading of fixes that were refused. */
export async function keepBatteries(
  work: Work,
  readings: readonly { userId: string; battery: number; at: Date }[],
): Promise<void> {
  if (readings.length === 0) return;
  const newest = new Map(readings.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((one) => [one.userId, one]));
  const rows = [...newest.values()];
  await work.tx.execute(sql`
    insert into battery_readings (agency_id, user_id, battery, at)
    select ${agencyOf(work)}::uuid, u.* from unnest(
      ${sql.param(rows.map((r) => r.userId))}::uuid[], ${sql.param(rows.map((r) => r.battery))}::float4[],
      ${sql.param(rows.map((r) => r.at.toISOString()))}::text[]::timestamptz[]) as u
    on conflict (agency_id, user_id) do update set battery = excluded.battery, at = excluded.at
      where battery_readings.at < excluded.at`);
}
