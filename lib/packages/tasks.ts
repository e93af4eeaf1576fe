import { everyAgency, type Task } from "@/lib/kernel/task";
import { advanceDepartures } from "./commands/update-departure";

export const tasks: Task[] = [everyAgency("7 * * * *", "packages.advance", (call) => advanceDepartures(call, {}))];
