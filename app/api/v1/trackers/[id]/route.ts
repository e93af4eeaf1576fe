import { revokeTracker } from "@/lib/tracking/commands/trackers";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(revokeTracker, { summary: "End a companion tracker" });
