import { setBuses } from "@/lib/travel/commands/units";
import { Arrangement } from "@/lib/travel/contract/place";
import { readSeats } from "@/lib/travel/queries/places";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readSeats, { output: Arrangement, summary: "Buses of a departure and who sits where" });
export const PUT = endpoint(setBuses, { output: Arrangement, summary: "Say which buses there are" });
