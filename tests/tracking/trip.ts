import { and, eq, isNull, sql } from "drizzle-orm";
import { makePositionDays } from "@/db/partitions";
import { memberships } from "@/db/schema/agencies";
import { groupMembers } from "@/db/schema/groups";
import { users } from "@/db/schema/identity";
import { positions } from "@/db/schema/tracking";
import { fenced } from "@/db/tx";
import { createGroup } from "@/lib/groups/commands/create-group";
import { addMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import type { GroupRole } from "@/lib/groups/contract";
import type { Call } from "@/lib/kernel/call";
import { DAY, HOUR } from "@/lib/kernel/clock";
import type { Signal } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { lookAtGroup, readHistory } from "@/lib/tracking/commands/look";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { as, type House, NOON, type Somebody, type World } from "../support/world";

/** Near the King Abdulaziz Gate. */
export const GATE = { lat: 21.4210447, lng: 39.8258406 };
export const later = (seconds: number, from = NOON) => new Date(from.getTime() + seconds * 1_000);

/** A fix as a phone sends it: `seconds` after noon, `north` metres away from the gate. */
export const fixAt = (seconds: number, north = 0, more: Record<string, unknown> = {}) => ({
  id: newId(),
  at: later(seconds).toISOString(),
  lat: GATE.lat + north / 111_195,
  lng: GATE.lng,
  accuracy: 10,
  ...more,
});

/** A call by somebody with the groups they are in at this moment, as a door would see them. */
export async function by(house: House, who: Somebody, now = NOON): Promise<Call> {
  const rows = await fenced(house.database, "qafila_tenant", who.agencyId, true, (tx) =>
    tx
      .select({ groupId: groupMembers.groupId, role: groupMembers.role })
      .from(groupMembers)
      .where(and(eq(groupMembers.userId, who.userId), isNull(groupMembers.leftAt))),
  );
  const leads = rows.filter(({ role }) => role !== "pilgrim").map(({ groupId }) => groupId);
  return as(who, { groups: rows.map(({ groupId }) => groupId), leads }, now);
}

type Party = { owner: Somebody; members: readonly { who: Somebody; role?: GroupRole }[] };
type Window = { startsAt?: Date; endsAt?: Date; sharing?: boolean; consentAt?: Date };

const opened = new Map<string, number>();
/** A number that no other group of this agency bears: 7, then from 107 on. */
function freeNumber(agencyId: string) {
  const before = opened.get(agencyId) ?? 0;
  opened.set(agencyId, before + 1);
  return before === 0 ? 7 : 106 + before;
}

/** A group on its trip, everybody in it sharing. */
export async function openTrip(house: House, { owner, members }: Party, window: Window = {}) {
  await makePositionDays(house.database.ownerUrl, NOON);
  const { id: groupId } = await createGroup(as(owner), {
    number: freeNumber(owner.agencyId),
    name: "Umrah Akhir Musim",
    startsAt: (window.startsAt ?? later((-2 * DAY) / 1_000)).toISOString(),
    endsAt: (window.endsAt ?? later((5 * DAY) / 1_000)).toISOString(),
    timeZone: "Asia/Riyadh",
    capacity: 500,
  });
  for (const { who, role } of members) {
    await addMember(as(owner), { groupId, userId: who.userId, role: role ?? "pilgrim" });
    if (window.sharing !== false)
      await setSharing(await by(house, who, window.consentAt ?? later((-30 * DAY) / 1_000)), { groupId, state: "on" });
  }
  return groupId;
}

/** So many new pilgrims of an agency, in two statements. */
export async function crowd(house: House, agencyId: string, size: number): Promise<Somebody[]> {
  const people = Array.from({ length: size }, (_, i) => ({ userId: newId(), personName: `Jamaah ${i}` }));
  await fenced(house.database, "qafila_platform", null, false, async (tx) => {
    await tx.insert(users).values(people.map((one) => ({ ...one, id: one.userId, username: `u-${one.userId}` })));
    await tx.insert(memberships).values(people.map((one) => ({ ...one, id: newId(), agencyId, roles: ["pilgrim"] })));
  });
  return people.map((one) => ({ ...one, agencyId, roles: ["pilgrim"], branchId: null }));
}

/** Puts a crowd into a group at once, sharing, past capacity and code. */
export const fill = (house: House, agencyId: string, groupId: string, people: readonly Somebody[]) =>
  fenced(house.database, "qafila_tenant", agencyId, false, (tx) =>
    tx.insert(groupMembers).values(
      people.map(({ userId }) => ({
        id: newId(),
        agencyId,
        groupId,
        userId,
        role: "pilgrim" as const,
        sharing: "on" as const,
        consentedAt: later((-30 * DAY) / 1_000),
        joinedAt: NOON,
      })),
    ),
  );

/** The world's leader and two pilgrims on a trip that runs at noon. */
export const openUsual = (world: World) =>
  openTrip(world.house, {
    owner: world.owner,
    members: [{ who: world.leader, role: "leader" }, { who: world.pilgrim }, { who: world.otherPilgrim }],
  });

export const send = async (house: House, who: Somebody, fixes: readonly unknown[], now = later(HOUR / 1_000)) =>
  sendPositions(await by(house, who, now), { positions: fixes as never });

/** What the group's map shows of one person to this viewer. */
export async function shown(house: House, viewer: Somebody, groupId: string, userId: string, now?: Date) {
  const { data } = await lookAtGroup(await by(house, viewer, now ?? later(HOUR / 1_000)), { groupId });
  return data.find((one) => one.userId === userId) ?? null;
}

export const history = async (
  house: House,
  viewer: Somebody,
  ref: { groupId: string; userId: string },
  format: "json" | "gpx" | "geojson" | "csv" = "json",
) => readHistory(await by(house, viewer, later(HOUR / 1_000)), { ...ref, format });

/** Puts a fix into the table as another process of the house would. */
export const store = (house: House, { agencyId, userId }: Somebody, { id, at, lat, lng }: ReturnType<typeof fixAt>) =>
  fenced(house.database, "qafila_tenant", agencyId, false, (tx) =>
    tx
      .insert(positions)
      .values({ agencyId, userId, id, at: new Date(at), lat, lng, source: "app", receivedAt: new Date(at) }),
  );

/** Everything kept of a person, oldest first, straight from the table. */
export const stored = (house: House, who: Somebody) =>
  fenced(house.database, "qafila_tenant", who.agencyId, true, (tx) =>
    tx.select().from(positions).where(eq(positions.userId, who.userId)).orderBy(sql`at`),
  );

/** Collects what is signalled to sockets from now on. */
export async function overhear(house: House) {
  const heard: Signal[] = [];
  await house.ports.bus.subscribe("signals", (message) => {
    heard.push(...(message as { signals: Signal[] }).signals);
  });
  return heard;
}
