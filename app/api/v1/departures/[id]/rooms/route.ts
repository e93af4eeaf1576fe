import { setRooms } from "@/lib/travel/commands/units";
import { Arrangement } from "@/lib/travel/contract/place";
import { readRooms } from "@/lib/travel/queries/places";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readRooms, { output: Arrangement, summary: "Rooms of a departure and who sleeps where" });
export const PUT = endpoint(setRooms, { output: Arrangement, summary: "Say which rooms there are" });
