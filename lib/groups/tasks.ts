import type { Task } from "@/lib/kernel/task";

/** Groups react to nothing yet: whoever must be told of a decision is told by the notices. */
export const tasks: Task[] = [];
