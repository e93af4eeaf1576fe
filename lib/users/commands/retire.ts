import { z } from "zod";
import { retire } from "@/lib/agencies/commands/retire";
import { isSystem } from "@/lib/kernel/actor";
import { command, nothing } from "@/lib/kernel/command";

/** What somebody's place on the staff brought along goes with it; who still works here keeps it. Safe to repeat. */
export const retireUser = command({
  name: "users.retire",
  evenReadOnly: true,
  input: z.strictObject({ userId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { userId }) => retire(work, userId),
});
