import { every, type Task } from "@/lib/kernel/task";
import { forgetAnswers } from "./commands";

export const tasks: Task[] = [every("17 * * * *", "audit.forget_answers", (call) => forgetAnswers(call, {}))];
