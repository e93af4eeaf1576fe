import { retryJob } from "@/lib/agencies/commands/jobs";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(retryJob, { summary: "Try a failed job again" });
