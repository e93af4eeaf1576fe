import { suggestBeds } from "@/lib/travel/commands/places";
import { Arrangement } from "@/lib/travel/contract/place";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(suggestBeds, { output: Arrangement, summary: "Beds for whoever has none" });
