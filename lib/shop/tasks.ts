import { z } from "zod";
import { planned, type Task } from "@/lib/kernel/task";
import { expireOrder } from "./commands/life";
import { EXPIRE_ORDER } from "./commands/place";

export const tasks: Task[] = [
  planned(EXPIRE_ORDER, z.object({ id: z.uuid() }), (call, { id }) => expireOrder(call, { id })),
];
