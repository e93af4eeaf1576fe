import { LookPage } from "@/lib/groups/contract";
import { listLooks } from "@/lib/groups/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listLooks, { output: LookPage, summary: "List who looked at your position" });
