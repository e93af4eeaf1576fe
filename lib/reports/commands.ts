import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { putFigures } from "./store";

/** A booking of these days may still be paid or cancelled. */
const OPEN_DAYS = 60;

/** Rolls up what the agency sold, day by day. What is rolled up is its own record. */
export const rollUp = command({
  name: "reports.roll_up",
  input: z.strictObject({}),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: (work) =>
    putFigures(
      work,
      addMs(work.now, -OPEN_DAYS * DAY)
        .toISOString()
        .slice(0, 10),
    ),
});
