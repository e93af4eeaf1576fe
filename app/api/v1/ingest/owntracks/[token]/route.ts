import { ingestOwnTracks } from "@/lib/tracking/commands/ingest";
import { endpoint } from "@/server/doors/http";
import { answerOwnTracks, ownTracksAnswers, ownTracksAsks, readTrackerBody } from "@/server/doors/tracker";

export const POST = endpoint(ingestOwnTracks, {
  agency: "tracker",
  counting: "tracker",
  read: readTrackerBody,
  asks: ownTracksAsks,
  respond: answerOwnTracks,
  answers: ownTracksAnswers,
  status: 200,
  summary: "Positions from OwnTracks in HTTP mode",
});
