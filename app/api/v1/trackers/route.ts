import { issueTracker } from "@/lib/tracking/commands/trackers";
import { TrackerList, TrackerToken } from "@/lib/tracking/contract";
import { listMyTrackers } from "@/lib/tracking/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyTrackers, { output: TrackerList, summary: "My companion trackers" });
export const POST = endpoint(issueTracker, {
  output: TrackerToken,
  status: 201,
  secret: true,
  summary: "A token for a companion tracker",
});
