import type { Entry } from "./entry";

const nothing = () => ({});
const platform = (input: Entry["input"] = nothing): Entry => ({ input, may: ["superAdmin"] });

/** What looks across agencies, and the queue's jobs. */
export const PLATFORM: Record<string, Entry> = {
  "agencies.drop_job": platform(({ jobs }) => ({ id: jobs.drop })),
  "agencies.export_all": platform(),
  "agencies.list_all": platform(),
  "agencies.list_failed_jobs": platform(),
  "agencies.list_waiting": platform(),
  "agencies.read_backlog": { input: nothing, may: ["superAdmin", "house"] },
  "agencies.read_statistics": platform(),
  "agencies.retry_job": platform(({ jobs }) => ({ id: jobs.retry })),
  "agencies.retry_jobs": platform(),
};
