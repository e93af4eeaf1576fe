import { readHistory } from "@/lib/tracking/commands/look";
import { PositionHistory } from "@/lib/tracking/contract";
import { endpoint } from "@/server/doors/http";
import { answerHistory, historyAnswers } from "@/server/doors/tracker";

export const GET = endpoint(readHistory, {
  output: PositionHistory,
  respond: answerHistory,
  answers: historyAnswers,
  summary: "One member's positions within the trip, as JSON, GPX, GeoJSON or CSV",
});
