import { z } from "zod";
import { command, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { JobRef } from "../contract/jobs";
import { runsPlatform } from "../policy";
import { dropFailed, retryFailed } from "../store/jobs";

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
