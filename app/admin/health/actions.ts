"use server";

import { dropJob, retryJob, retryJobs } from "@/lib/agencies/commands/jobs";
import { platformLook } from "@/server/doors/platform";

export const retry = platformLook(retryJob);
export const retryAll = platformLook(retryJobs);
export const drop = platformLook(dropJob);
