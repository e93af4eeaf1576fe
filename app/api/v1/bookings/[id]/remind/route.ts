import { remindPayer } from "@/lib/bookings/commands/remind";
import { RemindedBooking } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(remindPayer, { output: RemindedBooking, summary: "Ask for what is still owed" });
