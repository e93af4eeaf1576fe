import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { addMs } from "@/lib/kernel/clock";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { DAY } from "@/lib/kernel/span";
import { FIRST_MARK, markOf } from "../rules";
import { listNeeded } from "../store/invoices";

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
