import { moveRoom } from "@/lib/travel/commands/places";
import { Moved } from "@/lib/travel/contract/place";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(moveRoom, { output: Moved, summary: "Put a pilgrim into a room, with a reason" });
