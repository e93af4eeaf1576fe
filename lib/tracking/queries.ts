import { z } from "zod";
import { isPerson } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import type { MapContent } from "./contract";
import { findMapPack, findMapPackInfo } from "./store/map-packs";
import { listTrackers } from "./store/trackers";

/** The caller's companion trackers, without their tokens. */
export const listMyTrackers = query({
  name: "tracking.list_my_trackers",
  input: z.strictObject({}),
  load: nothing,
  allow: isPerson,
  run: async (work) => {
    const rows = isPerson(work.actor) ? await listTrackers(work, work.actor.userId) : [];
    const data = rows.map(({ id, kind, name, createdAt, lastSeenAt }) => ({ id, kind, name, createdAt, lastSeenAt }));
    return { data, nextCursor: null };
  },
});

/** The agency's imported base map. */
export const readMapPack = query({
  name: "tracking.read_map_pack",
  input: z.strictObject({}),
  load: nothing,
  allow: isPerson,
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
  allow: isPerson,
  run: (work) => findMapPackInfo(work),
});
