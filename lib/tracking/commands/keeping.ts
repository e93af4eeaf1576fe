import { z } from "zod";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { keepDays, summariseDay, thinDay } from "../store/keeping";

/** PRODUCT 5: positions kept 90 days, thinned after 7. */
const KEPT_DAYS = 90;
const THINNED_AFTER_DAYS = 7;
const AHEAD_DAYS = 14;
/** A day is thinned again for a while, as phones may bring its last fixes late. */
const THIN_AGAIN_DAYS = 2;

const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / DAY) * DAY);
const isoDay = (at: Date) => at.toISOString().slice(0, 10);
const isSystem = (actor: { kind: string }) => actor.kind === "system";

/** Makes the partitions of the coming days and drops the days whose promise has passed. */
export const keepPositionDays = command({
  name: "tracking.keep_days",
  input: z.strictObject({}),
  fence: "platform",
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: ({ now, ...work }) =>
    keepDays(
      { now, ...work },
      isoDay(addMs(now, -(THINNED_AFTER_DAYS + 1) * DAY)),
      isoDay(addMs(now, AHEAD_DAYS * DAY)),
      isoDay(addMs(now, -KEPT_DAYS * DAY)),
    ),
});

/** Summarises and thins one agency's days that have become old enough. */
export const thinPositions = command({
  name: "tracking.thin",
  input: z.strictObject({}),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    for (let back = 1; back <= THIN_AGAIN_DAYS; back++) {
      const from = addMs(startOfDay(work.now), -(THINNED_AFTER_DAYS + back) * DAY);
      const to = addMs(from, DAY);
      await summariseDay(work, from, to);
      await thinDay(work, from, to);
    }
  },
});
