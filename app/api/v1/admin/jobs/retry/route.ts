import { retryJobs } from "@/lib/agencies/commands/jobs";
import { Retried } from "@/lib/agencies/contract/jobs";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(retryJobs, { output: Retried, summary: "Try all failed jobs again" });
