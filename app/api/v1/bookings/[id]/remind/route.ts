import { remindPayer } from "@/lib/bookings/commands/remind";
import { BookingRow } from "@/lib/bookings/contract/booking";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(remindPayer, { output: BookingRow, summary: "Ask for what is still owed" });
