import { everyAgency, type Task } from "@/lib/kernel/task";
import { rollUp } from "./commands";

export const tasks: Task[] = [everyAgency("53 * * * *", "reports.roll_up", (call) => rollUp(call, {}))];
