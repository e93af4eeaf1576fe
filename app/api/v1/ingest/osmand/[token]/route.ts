import { ingestOsmand } from "@/lib/tracking/commands/ingest";
import { endpoint } from "@/server/doors/http";
import { answerOsmand, osmandAsks, readTrackerQuery } from "@/server/doors/tracker";

const options = {
  agency: "tracker",
  counting: "tracker",
  read: readTrackerQuery,
  asks: osmandAsks,
  respond: answerOsmand,
  status: 200,
  summary: "Positions from OsmAnd or Traccar Client",
} as const;

export const GET = endpoint(ingestOsmand, options);
export const POST = endpoint(ingestOsmand, options);
