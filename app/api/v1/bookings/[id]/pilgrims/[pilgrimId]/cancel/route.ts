import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(cancelPilgrim, { output: Booking, summary: "Cancel one pilgrim" });
