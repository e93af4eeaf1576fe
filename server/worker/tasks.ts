import { tasks as audit } from "@/lib/audit/tasks";
import { tasks as inventory } from "@/lib/inventory/tasks";
import type { Task } from "@/lib/kernel/task";
import { tasks as groupNotices } from "@/lib/notices/tasks/groups";
import { tasks as tracking } from "@/lib/tracking/tasks";

/** Every reaction and every schedule of the product. */
export const TASKS: Task[] = [...audit, ...inventory, ...tracking, ...groupNotices];
