import { every, everyAgency, type Task } from "@/lib/kernel/task";
import { keepPositionDays, thinPositions } from "./commands/keeping";

export const tasks: Task[] = [
  every("5 * * * *", "tracking.keep_days", (call) => keepPositionDays(call, {})),
  everyAgency("40 1 * * *", "tracking.thin", (call) => thinPositions(call, {})),
];
