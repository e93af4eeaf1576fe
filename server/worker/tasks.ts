import { tasks as audit } from "@/lib/audit/tasks";
import { tasks as inventory } from "@/lib/inventory/tasks";
import type { Task } from "@/lib/kernel/task";
import { tasks as notices } from "@/lib/notices/tasks";
import { tasks as tracking } from "@/lib/tracking/tasks";

/** Every reaction and every schedule of the product. */
export const TASKS: Task[] = [...audit, ...inventory, ...tracking, ...notices];
