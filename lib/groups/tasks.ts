import { on, type Task } from "@/lib/kernel/task";
import { standingChanged } from "@/lib/users/facts";
import { followStanding } from "./commands/follow-standing";

export const tasks: Task[] = [
  on(standingChanged, "groups.follow_standing", (call, { userId }) => followStanding(call, { userId })),
];
