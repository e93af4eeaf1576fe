import { z } from "zod";
import { isPerson } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
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
