import { on, type Task } from "@/lib/kernel/task";
import { retireUser } from "./commands/retire";
import { standingChanged } from "./facts";

export const tasks: Task[] = [on(standingChanged, "users.retire", (call, { userId }) => retireUser(call, { userId }))];
