import { duplicateDeparture } from "@/lib/packages/commands/departures";
import { Departure } from "@/lib/packages/contract/departure";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(duplicateDeparture, {
  output: Departure,
  status: 201,
  summary: "The same departure on another day",
});
