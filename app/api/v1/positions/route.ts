import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { Receipt } from "@/lib/tracking/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(sendPositions, {
  output: Receipt,
  counting: "ingest",
  summary: "Send positions of one's own, up to 500",
});
