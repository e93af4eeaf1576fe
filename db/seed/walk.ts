import { sql } from "drizzle-orm";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import { MINUTE } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import type { Runtime } from "@/server/runtime";
import { house, isSilent, METRES_PER_DEGREE, personCall } from "./people";

/** Whoever was heard this lately, and not by us, sends for themselves: a phone, a simulation, somebody who tries the demo. */
const OWN_PHONE_MS = 4 * MINUTE;
const STRIDE_M = 20;
/** Near the meeting point or a way off: who is in one ring stays in it, and who is in neither is nobody's to move. */
const RINGS = [
  { from: 0, to: 200, least: 12, most: 140 },
  { from: 200, to: 2_000, least: 250, most: 900 },
] as const;

type Spot = { lat: number; lng: number };
type Walker = Spot & {
  user_id: string;
  group_id: string;
  username: string;
  at: string;
  battery: number | null;
  centre_lat: number;
  centre_lng: number;
};

/** Lets the demo's people go on walking. The returned step moves everybody once and says how many; a minute apart, every
 * step stays a walk. @param slugs the agencies that the seed made */
export function openWalk(runtime: Runtime, slugs: readonly string[], random: () => number = Math.random) {
  const sent = new Map<string, string>();
  return async (now: Date): Promise<number> => {
    let moved = 0;
    for (const slug of slugs) {
      const agency = await readAgencyAtDoor(house({ runtime, now }, null), { slug });
      if (!agency) continue;
      const walkers = await listWalkers(runtime, agency.agencyId, slug, now);
      const mine = walkers.filter(({ user_id, at }) => isOurs(sent.get(user_id), new Date(at), now));
      const steps = mine.flatMap((walker) => stepOf(walker, now, random) ?? []);
      await Promise.all(
        steps.map(({ walker, fix }) => {
          const call = personCall({ runtime, locale: "en" }, agency.agencyId, walker.user_id, now, {
            groups: [walker.group_id],
          });
          return sendPositions(call, { positions: [fix] });
        }),
      );
      for (const { walker, fix } of steps) sent.set(walker.user_id, fix.at);
      moved += steps.length;
    }
    return moved;
  };
}

const isOurs = (own: string | undefined, at: Date, now: Date) =>
  at.toISOString() === own || now.getTime() - at.getTime() >= OWN_PHONE_MS;

/** The seed's people who share in a running group, with where they were last. Nobody looks, so no look is noted. */
async function listWalkers(runtime: Runtime, agencyId: string, slug: string, now: Date): Promise<Walker[]> {
  const at = now.toISOString();
  const people = await house({ runtime, now }, null).transact("platform", true, (tx) =>
    tx.execute<{ id: string; username: string }>(
      sql`select id, username from users where username ~ ${`^${slug}[.](pilgrim|leader)[0-9]+$`}`,
    ),
  );
  const names = new Map(people.map(({ id, username }) => [id, username]));
  const rows = await house({ runtime, now }, agencyId).transact("agency", true, (tx) =>
    tx.execute<Omit<Walker, "username">>(sql`
      select distinct on (m.user_id) m.user_id, m.group_id, p.at, p.lat, p.lng, p.battery,
        g.meeting_lat as centre_lat, g.meeting_lng as centre_lng
      from group_members m
      join groups g on g.agency_id = m.agency_id and g.id = m.group_id
      cross join lateral (
        select at, lat, lng, battery from positions
        where agency_id = m.agency_id and user_id = m.user_id order by at desc limit 1
      ) p
      where m.agency_id = ${agencyId}::uuid and m.user_id = any(${sql.param([...names.keys()])}::uuid[])
        and m.left_at is null and m.sharing = 'on' and g.meeting_lat is not null
        and ${at}::timestamptz between g.starts_at and g.ends_at
      order by m.user_id, g.starts_at`),
  );
  return rows
    .map((row) => ({ ...row, username: names.get(row.user_id) ?? "" }))
    .filter(({ username }) => !isSilent(username));
}

/** A few metres on from where they were, in their ring. */
function stepOf(walker: Walker, now: Date, random: () => number) {
  const { lat, lng, centre_lat, centre_lng, battery } = walker;
  const perLng = METRES_PER_DEGREE * Math.cos((centre_lat * Math.PI) / 180);
  const [north, east] = [(lat - centre_lat) * METRES_PER_DEGREE, (lng - centre_lng) * perLng];
  const metres = Math.hypot(north, east);
  const ring = RINGS.find(({ from, to }) => metres >= from && metres < to);
  if (!ring) return null;
  const swing = () => (random() * 2 - 1) * STRIDE_M;
  const far = Math.min(ring.most, Math.max(ring.least, metres + swing()));
  const turn = Math.atan2(east, north) + swing() / Math.max(far, STRIDE_M);
  const fix = {
    id: newId(),
    at: now.toISOString(),
    lat: centre_lat + (far * Math.cos(turn)) / METRES_PER_DEGREE,
    lng: centre_lng + (far * Math.sin(turn)) / perLng,
    accuracy: 6 + Math.floor(random() * 5) * 4,
    speed: 0.8,
    heading: null,
    battery,
  };
  return { walker, fix };
}
