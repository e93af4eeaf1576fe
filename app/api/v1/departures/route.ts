import { DeparturePage } from "@/lib/packages/contract/departure";
import { listDepartures } from "@/lib/packages/queries/departures";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listDepartures, { output: DeparturePage, summary: "List departures" });
