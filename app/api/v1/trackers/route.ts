import { issueTracker } from "@/lib/tracking/commands/trackers";
import { TrackerList, TrackerToken } from "@/lib/tracking/contract";
import { listMyTrackers } from "@/lib/tracking/queries";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listMyTrackers), { output: TrackerList, summary: "My companion trackers" });
export const POST = endpoint(issueTracker, {
  output: TrackerToken,
  status: 201,
  secret: true,
  summary: "A token for a companion tracker",
});
