import { openClient } from "@/db/client";
import { placeBooking } from "@/lib/bookings/commands/place";
import { houseOn } from "../support/house";
import { as, type Somebody } from "../support/world";
import { adults, alone } from "./support";

// A node of its own that books for all of these at once, and says what it answered them: kill -9 needs a real process.
const [loginUrl = "", departureId = "", people = "[]"] = process.argv.slice(2);
houseOn(openClient(loginUrl, 6));
await Promise.all(
  (JSON.parse(people) as Somebody[]).map(async (who) => {
    const booked = placeBooking(alone(as(who), departureId), { departureId, pilgrims: adults(1) });
    const [id, refused] = await booked.then(
      (booking) => [booking.id, null],
      (error: { code?: string }) => [null, error.code ?? String(error)],
    );
    process.stdout.write(`${JSON.stringify({ userId: who.userId, id, refused })}\n`);
  }),
);
process.exit(0);
