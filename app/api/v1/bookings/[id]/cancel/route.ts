import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { Booking, Quote } from "@/lib/bookings/contract/booking";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(quoteCancel, { output: Quote, summary: "What cancelling now would give back" });
export const POST = endpoint(cancelBooking, { output: Booking, summary: "Cancel a booking" });
