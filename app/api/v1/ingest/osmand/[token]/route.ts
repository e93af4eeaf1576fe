import { ingestOsmand } from "@/lib/tracking/commands/ingest";
import { endpoint } from "@/server/doors/http";
import { answerOsmand, readTrackerQuery } from "@/server/doors/tracker";

const options = {
  agency: "tracker",
  counting: "tracker",
  read: readTrackerQuery,
  respond: answerOsmand,
  summary: "Positions from OsmAnd or Traccar Client",
} as const;

export const GET = endpoint(ingestOsmand, options);
export const POST = endpoint(ingestOsmand, options);
