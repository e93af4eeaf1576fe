import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { JobRef } from "../contract/jobs";
import { runsPlatform } from "../policy";
import { dropFailed, dropFailedBefore, retryFailed } from "../store/jobs";

const FAILED = { state: "failed" };
const AGAIN = { state: "waiting" };

/** Sends a job that failed for good back to be tried again. @throws Fault `job_not_found` */
export const retryJob = command({
  name: "agencies.retry_job",
  fence: "platform",
  input: JobRef,
  // A look into an agency lasts an hour; the platform is run all the same.
  evenReadOnly: true,
  load: nothing,
  allow: runsPlatform,
  run: async (work, { id }) => {
    const [job] = await retryFailed(work, id);
    if (!job) throw notFound("job");
    work.changed("jobs", job.id, { ...FAILED, task: job.task }, AGAIN);
  },
});

/** Sends all of them back. */
export const retryJobs = command({
  name: "agencies.retry_jobs",
  fence: "platform",
  input: z.strictObject({}),
  evenReadOnly: true,
  load: nothing,
  allow: runsPlatform,
  run: async (work) => {
    const { length: count } = await retryFailed(work, null);
    work.changed("jobs", "all", FAILED, { ...AGAIN, count });
    return { count };
  },
});

/** What it was to do is never done. @throws Fault `job_not_found` */
export const dropJob = command({
  name: "agencies.drop_job",
  fence: "platform",
  input: JobRef,
  evenReadOnly: true,
  load: nothing,
  allow: runsPlatform,
  run: async (work, { id }) => {
    const job = await dropFailed(work, id);
    if (!job) throw notFound("job");
    work.changed("jobs", job.id, { ...FAILED, task: job.task }, null);
  },
});

const KEPT_MS = 90 * DAY;
/** Forgets what was tried for the last time so long ago that it helps nobody any more. */
export const forgetJobs = command({
  name: "agencies.forget_jobs",
  fence: "platform",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const dropped = await dropFailedBefore(work, addMs(work.now, -KEPT_MS));
    for (const { id, task } of dropped) work.changed("jobs", id, { ...FAILED, task }, null);
    return { count: dropped.length };
  },
});
