import { LookPage } from "@/lib/tracking/contract";
import { listLooks } from "@/lib/tracking/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listLooks, { output: LookPage, summary: "List who looked at your position" });
