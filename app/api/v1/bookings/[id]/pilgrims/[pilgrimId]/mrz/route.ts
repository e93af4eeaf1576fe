import { readPassport } from "@/lib/bookings/commands/pilgrims";
import { Booking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(readPassport, {
  output: Booking,
  summary: "Fill in a passport from the lines at its foot",
});
