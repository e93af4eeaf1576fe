import { logOutEverywhere } from "@/lib/identity/commands/log-out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(logOutEverywhere, { summary: "End all my sessions" });
