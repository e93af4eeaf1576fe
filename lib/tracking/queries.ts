import { z } from "zod";
import { isPerson } from "@/lib/kernel/actor";
import { addMs } from "@/lib/kernel/clock";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { reach } from "@/lib/kernel/permission";
import { query } from "@/lib/kernel/query";
import { ListLooks, type MapContent } from "./contract";
import { isMember, mayCountSignal, mayReadLooks, maySeeGroupPositions } from "./policy";
import { STALE_MS } from "./rules/near";
import { countSignals } from "./store/latest";
import { findGroup, findMember, listLooksAt } from "./store/looks";
import { findMapPack, findMapPackInfo } from "./store/map-packs";
import { listTrackers } from "./store/trackers";

/** The caller's companion trackers, without their tokens. */
export const listMyTrackers = query({
  name: "tracking.list_my_trackers",
  input: z.strictObject({}),
  load: nothing,
  allow: isMember,
  run: async (work) => {
    const rows = isPerson(work.actor) ? await listTrackers(work, work.actor.userId) : [];
    const data = rows.map(({ id, kind, name, createdAt, lastSeenAt }) => ({ id, kind, name, createdAt, lastSeenAt }));
    return { data, nextCursor: null };
  },
});

/** How many people are on the road, share, and were heard lately, within the caller's reach. */
export const countSignal = query({
  name: "tracking.count_signal",
  input: z.strictObject({}),
  load: nothing,
  allow: mayCountSignal,
  run: (work) => {
    const far = reach(work.actor, "positions");
    return countSignals(work, far.scope === "branch" ? far.branchId : null, addMs(work.now, -STALE_MS));
  },
});

/** The agency's imported base map. */
export const readMapPack = query({
  name: "tracking.read_map_pack",
  input: z.strictObject({}),
  load: nothing,
  allow: isMember,
  run: async (work) => {
    const pack = await findMapPack(work);
    if (!pack) throw notFound("map_pack");
    return { id: pack.id, name: pack.name, credit: pack.credit, content: pack.content as MapContent };
  },
});

/** Which base map the agency has, without its content; null for the schematic one. */
export const readMapPackInfo = query({
  name: "tracking.read_map_pack_info",
  input: z.strictObject({}),
  load: nothing,
  allow: isMember,
  run: (work) => findMapPackInfo(work),
});

/** Who looked at my position in this group since I joined: a look is kept by its hour, so the hour of joining counts.
 * @throws Fault `group_not_found`, `member_not_found` */
export const listLooks = query({
  name: "tracking.list_looks",
  input: ListLooks,
  load: async (work, { groupId }) => {
    const mine = isPerson(work.actor) ? await findMember(work, groupId, work.actor.userId) : null;
    if (mine) return mine;
    const group = await findGroup(work, groupId);
    throw notFound(group && maySeeGroupPositions(work.actor, group) ? "member" : "group");
  },
  allow: mayReadLooks,
  run: (work, input, { userId, joinedAt }) => listLooksAt(work, { ...input, userId, since: joinedAt }),
});
