import { lookAtGroup } from "@/lib/tracking/commands/look";
import { GroupPositions } from "@/lib/tracking/contract";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(lookAtGroup, {
  output: GroupPositions,
  summary: "Newest positions of a group; the look is on record",
});
