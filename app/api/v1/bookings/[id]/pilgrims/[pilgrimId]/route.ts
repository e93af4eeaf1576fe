import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(updatePilgrim, { output: Booking, summary: "Fill in what is known of a pilgrim" });
