import { every, type Task } from "@/lib/kernel/task";
import { forgetCodes } from "./commands/forget-codes";

export const tasks: Task[] = [every("37 * * * *", "identity.forget_codes", (call) => forgetCodes(call, {}))];
