import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { findLastHour, firstKeptDay, keepDays, summarise, thin } from "../store/keeping";

/** PRODUCT 5. */
const THINNED_AFTER_DAYS = 7;
/** A day is thinned again for a while, as phones may bring its last fixes late. */
const THIN_AGAIN_DAYS = 2;

const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / DAY) * DAY);

/** Makes the partitions of the coming days and drops the days whose promise has passed. */
export const keepPositionDays = command({
  name: "tracking.keep_days",
  input: z.strictObject({}),
  fence: "platform",
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: keepDays,
});

/** Summarises what one agency has of the days whose promise has passed, before they are dropped: after a long rest of the
 * house nothing else has. */
export const summariseEnding = command({
  name: "tracking.summarise_ending",
  input: z.strictObject({}),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    await summarise(work, new Date(0), firstKeptDay(work.now));
  },
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
    const reached = lastHour ? startOfDay(lastHour) : firstKeptDay(work.now);
    const from = new Date(Math.min(reached.getTime(), usual.getTime()));
    await summarise(work, from, to);
    await thin(work, from, to);
  },
});
