import type { z } from "zod";
import { createGroup } from "@/lib/groups/commands/create-group";
import { addMember } from "@/lib/groups/commands/members";
import type { CreateGroup, GroupRole } from "@/lib/groups/contract";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { actorOf, addPerson, as, NOON, type Somebody, type World } from "../support/world";

const DAY = 86_400_000;
export const days = (n: number, from = NOON) => new Date(from.getTime() + n * DAY);

const opened = new WeakMap<World["agency"], number>();
/** A number that no other group of this agency bears: 4, then from 104 on. */
function freeNumber({ agency }: World) {
  const before = opened.get(agency) ?? 0;
  opened.set(agency, before + 1);
  return before === 0 ? 4 : 103 + before;
}

/** A group whose trip runs at noon, opened by the owner. */
export const openGroup = (world: World, more: Partial<z.input<typeof CreateGroup>> = {}, call = as(world.owner)) =>
  createGroup(call, {
    number: more.number ?? freeNumber(world),
    name: "Umrah Akhir Musim",
    startsAt: days(-3).toISOString(),
    endsAt: days(6).toISOString(),
    timeZone: "Asia/Riyadh",
    capacity: 10,
    ...more,
  });

/** Puts somebody into the group, as the owner would. */
export const put = (world: World, groupId: string, who: Somebody, role: GroupRole = "pilgrim") =>
  addMember(as(world.owner), { groupId, userId: who.userId, role });

/** A call by somebody who travels with this group. */
export const within = (who: Somebody, groupId: string, role: GroupRole = "pilgrim", now = NOON) =>
  as(who, { groups: [groupId], leads: role === "pilgrim" ? [] : [groupId] }, now);

/** A call into this world's agency by somebody who belongs to it in no way yet. */
export const stranger = (world: World, who: Somebody, agencyId = world.agency.id) =>
  openCall({ actor: actorOf({ ...who, roles: [], branchId: null }), agencyId, via: "http", now: NOON });

/** So many pilgrims with memberships of their own. */
export const crowd = (world: World, size: number): Promise<Somebody[]> =>
  Promise.all(
    Array.from({ length: size }, (_, i) => addPerson(world.house, world.agency, `Jamaah ${i} ${newId()}`, ["pilgrim"])),
  );
