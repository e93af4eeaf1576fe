import { setDocument } from "@/lib/bookings/commands/pilgrims";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const PUT = endpoint(setDocument, { output: Booking, summary: "Note whether a paper was seen and is good" });
