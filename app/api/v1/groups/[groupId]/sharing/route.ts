import { setSharing } from "@/lib/groups/commands/set-sharing";
import { Sharing } from "@/lib/groups/contract";
import { endpoint } from "@/server/doors/http";

export const PUT = endpoint(setSharing, { output: Sharing, summary: "Begin, pause or end sharing your position" });
