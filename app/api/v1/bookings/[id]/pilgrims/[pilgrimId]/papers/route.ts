import { readPapers } from "@/lib/bookings/commands/pilgrims";
import { Papers } from "@/lib/bookings/contract/pilgrim";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(readPapers, {
  output: Papers,
  secret: true,
  summary: "Numbers of papers in full; the look is recorded",
});
