import { z } from "zod";
import { every, planned, type Task } from "@/lib/kernel/task";
import { ACCESS_OVER, closeAccess } from "./commands/access";
import { endTrial, TRIAL_END, TRIAL_WARNING, warnOfTrial } from "./commands/decide";
import { forgetJobs } from "./commands/jobs";

const Payload = z.object({ id: z.uuid() });

export const tasks: Task[] = [
  planned(TRIAL_END, Payload, (call, { id }) => endTrial(call, { id })),
  planned(TRIAL_WARNING, Payload, (call, { id }) => warnOfTrial(call, { id })),
  planned(ACCESS_OVER, Payload, (call, { id }) => closeAccess(call, { id })),
  every("47 2 * * *", "agencies.forget_jobs", (call) => forgetJobs(call, {})),
];
