import { createDeparture } from "@/lib/packages/commands/departures";
import { Departure, DeparturePage } from "@/lib/packages/contract/departure";
import { listDeparturesOf } from "@/lib/packages/queries/departures";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listDeparturesOf, { output: DeparturePage, summary: "List a package's departures" });
export const POST = endpoint(createDeparture, { output: Departure, status: 201, summary: "Write down a departure" });
