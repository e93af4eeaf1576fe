import { ingestOwnTracks } from "@/lib/tracking/commands/ingest";
import { endpoint } from "@/server/doors/http";
import { answerOwnTracks, readTrackerBody } from "@/server/doors/tracker";

export const POST = endpoint(ingestOwnTracks, {
  agency: "tracker",
  counting: "tracker",
  read: readTrackerBody,
  respond: answerOwnTracks,
  summary: "Positions from OwnTracks in HTTP mode",
});
