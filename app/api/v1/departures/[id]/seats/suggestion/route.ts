import { suggestPlaces } from "@/lib/travel/commands/places";
import { Arrangement } from "@/lib/travel/contract/place";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(suggestPlaces, { output: Arrangement, summary: "Seats for whoever has none" });
