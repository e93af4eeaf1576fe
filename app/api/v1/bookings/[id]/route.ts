import { updateBooking } from "@/lib/bookings/commands/update";
import { Booking } from "@/lib/bookings/contract/booking";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readBooking, { output: Booking, summary: "A booking with its people and what it owes" });
export const PATCH = endpoint(updateBooking, {
  output: Booking,
  summary: "Change the payer, submit, or ask for another day",
});
