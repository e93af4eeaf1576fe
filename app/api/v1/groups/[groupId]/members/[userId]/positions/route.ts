import { readHistory } from "@/lib/tracking/commands/look";
import { PositionHistory } from "@/lib/tracking/contract";
import { endpoint } from "@/server/doors/http";
import { answerHistory } from "@/server/doors/tracker";

export const GET = endpoint(readHistory, {
  output: PositionHistory,
  respond: answerHistory,
  summary: "One member's positions within the trip, as JSON, GPX, GeoJSON or CSV",
});
