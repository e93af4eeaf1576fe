import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { ListFailedJobs } from "../contract/jobs";
import { runsPlatform } from "../policy";
import { listFailed } from "../store/jobs";

/** Jobs that failed for good, of all agencies and of the platform. */
export const listFailedJobs = query({
  name: "agencies.list_failed_jobs",
  input: ListFailedJobs,
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: (work, input) => listFailed(work, input),
});
