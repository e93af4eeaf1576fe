import { giveBooking } from "@/lib/bookings/commands/give";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(giveBooking, { output: Booking, summary: "Say whose login a walk-in's booking is" });
