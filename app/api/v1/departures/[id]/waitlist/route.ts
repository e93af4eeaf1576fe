import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { Waitlist, WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { listWaitlist } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listWaitlist, { output: Waitlist, summary: "Who waits for a departure" });
export const POST = endpoint(joinWaitlist, { output: WaitlistEntry, status: 201, summary: "Wait for seats" });
