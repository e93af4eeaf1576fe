import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { nothing } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { query } from "@/lib/kernel/query";
import type { Subject } from "../contract/invoice";
import { FIRST_MARK, markOf } from "../rules";
import { findRemindedAt, listNeeded } from "../store/invoices";

/** Invoices whose payers are to be reminded today, with the mark they stand at (60, 30, 14 or 7 days before); for tasks only. */
export const listReminders = query({
  name: "invoices.list_reminders",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const rows = await listNeeded(work, addMs(work.now, FIRST_MARK * DAY));
    return rows.flatMap(({ id, neededAt }) => {
      const mark = neededAt && markOf(neededAt, work.now);
      return mark ? [{ id, mark }] : [];
    });
  },
});

/** Plain verb: when the office last asked for what a booking or an order owes; null where it never did. */
export const readReminded = (work: Work, subject: Subject) => findRemindedAt(work, subject);
