import { everyAgency, type Task } from "@/lib/kernel/task";
import { keepPositionDays, summariseEnding, thinPositions } from "./commands/keeping";

export const tasks: Task[] = [
  everyAgency(
    "5 * * * *",
    "tracking.keep_days",
    (call) => summariseEnding(call, {}),
    (call) => keepPositionDays(call, {}),
  ),
  everyAgency("40 1 * * *", "tracking.thin", (call) => thinPositions(call, {})),
];
