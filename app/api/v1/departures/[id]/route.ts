import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { Departure } from "@/lib/packages/contract/departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readDeparture, { output: Departure, summary: "A departure with its seats" });
export const PATCH = endpoint(updateDeparture, {
  output: Departure,
  summary: "Change a departure or take its next step",
});
