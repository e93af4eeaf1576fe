import { leaveWaitlist } from "@/lib/bookings/commands/waitlist";
import { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(leaveWaitlist, { output: WaitlistEntry, summary: "Leave the queue or let an offer go" });
