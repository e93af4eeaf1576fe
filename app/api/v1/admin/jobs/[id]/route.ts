import { dropJob } from "@/lib/agencies/commands/jobs";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(dropJob, { summary: "Drop a failed job" });
