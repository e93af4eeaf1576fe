import { substitutePilgrim } from "@/lib/bookings/commands/pilgrims";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(substitutePilgrim, { output: Booking, summary: "Give the seat to somebody else" });
