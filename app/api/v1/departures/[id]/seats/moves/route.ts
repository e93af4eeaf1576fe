import { moveSeat } from "@/lib/travel/commands/places";
import { Moved } from "@/lib/travel/contract/place";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(moveSeat, { output: Moved, summary: "Put a pilgrim onto a seat, with a reason" });
