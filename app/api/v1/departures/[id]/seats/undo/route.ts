import { undoSeats } from "@/lib/travel/commands/places";
import { Arrangement } from "@/lib/travel/contract/place";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoSeats, { output: Arrangement, summary: "Take the last move of seats back" });
