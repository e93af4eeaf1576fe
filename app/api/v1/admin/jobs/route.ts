import { FailedJobPage } from "@/lib/agencies/contract/jobs";
import { listFailedJobs } from "@/lib/agencies/queries/jobs";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listFailedJobs, { output: FailedJobPage, summary: "List jobs that failed for good" });
