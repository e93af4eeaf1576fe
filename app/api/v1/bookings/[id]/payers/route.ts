import { KnownPayerPage } from "@/lib/bookings/contract/booking";
import { listKnownPayers } from "@/lib/bookings/queries/bookings";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listKnownPayers), {
  output: KnownPayerPage,
  summary: "Whose booking it may be: members who have shown its payer's phone or e-mail address",
});
