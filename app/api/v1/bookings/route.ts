import { placeBooking } from "@/lib/bookings/commands/place";
import { BookingPage, BookingRow } from "@/lib/bookings/contract/booking";
import { listBookings } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listBookings, { output: BookingPage, summary: "List bookings" });
export const POST = endpoint(placeBooking, { output: BookingRow, status: 201, summary: "Hold seats for half an hour" });
