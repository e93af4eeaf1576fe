import { Rooming } from "@/lib/travel/contract/place";
import { readRooming } from "@/lib/travel/queries/places";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readRooming, { output: Rooming, summary: "The rooming list of a departure" });
