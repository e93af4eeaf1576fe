import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { planSlept } from "../facts";
import { DORMANT_MONTHS, plusMonths } from "../rules";
import { sleepPlans } from "../store/plans";

/** Puts plans to sleep on which nothing has moved for 24 months; money stays, and the next deposit wakes them.
 * Returns how many. */
export const sleepDormant = command({
  name: "savings.sleep",
  input: z.strictObject({}),
  evenReadOnly: true,
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const slept = await sleepPlans(work, plusMonths(work.now, -DORMANT_MONTHS));
    for (const { id, userId } of slept) {
      work.changed("savings_plans", id, { state: "active" }, { state: "dormant" });
      work.tell(planSlept, { agencyId: agencyOf(work), planId: id, userId });
    }
    return slept.length;
  },
});
