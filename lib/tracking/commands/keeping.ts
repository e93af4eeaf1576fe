import { z } from "zod";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { findLastHour, keepDays, summarise, thin } from "../store/keeping";

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

/** Summarises and thins one agency's days that have become old enough, and those missed while the house was off. */
export const thinPositions = command({
  name: "tracking.thin",
  input: z.strictObject({}),
  audit: "itself",
  load: findLastHour,
  allow: isSystem,
  run: async (work, _input, lastHour) => {
    const to = addMs(startOfDay(work.now), -THINNED_AFTER_DAYS * DAY);
    const usual = addMs(to, -THIN_AGAIN_DAYS * DAY);
    const reached = lastHour ? startOfDay(lastHour) : addMs(startOfDay(work.now), -KEPT_DAYS * DAY);
    const from = new Date(Math.min(reached.getTime(), usual.getTime()));
    await summarise(work, from, to);
    await thin(work, from, to);
  },
});
