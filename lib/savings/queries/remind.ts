import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { isSystem } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { DORMANT_MONTHS, monthOf, plusMonths } from "../rules";
import { listUnmovedPlans, listUnpaidPlans } from "../store/plans";

/** Plans for which nothing was paid in yet this month, in the agency's zone; for tasks only. */
export const listDuePlans = query({
  name: "savings.list_due_plans",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const { timeZone } = await findSelf(work);
    const { startsOn } = monthOf(dayAt(work.now, timeZone));
    const rows = await listUnpaidPlans(work, startsOn);
    return rows.map(({ id, userId, name, monthly: amount, currency }) => ({
      id,
      userId,
      name,
      month: startsOn,
      monthly: { amount, currency },
    }));
  },
});

/** Plans that sleep within a month unless something moves; for tasks only. */
export const listDrowsyPlans = query({
  name: "savings.list_drowsy_plans",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const rows = await listUnmovedPlans(work, plusMonths(work.now, 1 - DORMANT_MONTHS));
    return rows.map(({ id, userId, name, movedAt }) => ({
      id,
      userId,
      name,
      sleepsAt: plusMonths(movedAt, DORMANT_MONTHS),
    }));
  },
});
