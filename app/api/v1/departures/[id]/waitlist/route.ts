import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { WaitlistEntry, WaitlistPage } from "@/lib/bookings/contract/waitlist";
import { listWaitlist } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listWaitlist), { output: WaitlistPage, summary: "Who waits for a departure" });
export const POST = endpoint(joinWaitlist, { output: WaitlistEntry, status: 201, summary: "Wait for seats" });
