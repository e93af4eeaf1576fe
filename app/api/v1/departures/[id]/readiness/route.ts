import { markReady } from "@/lib/travel/commands/marks";
import { Readiness, ReadinessBoard } from "@/lib/travel/contract/readiness";
import { listReadiness } from "@/lib/travel/queries/readiness";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listReadiness, { output: ReadinessBoard, summary: "Who is ready and what others lack" });
export const POST = endpoint(markReady, { output: Readiness, summary: "Tick an item off for some pilgrims" });
