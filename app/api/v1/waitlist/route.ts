import { WaitingPage } from "@/lib/bookings/contract/waitlist";
import { listWaits } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listWaits, { output: WaitingPage, summary: "Who waits for seats, over all departures" });
