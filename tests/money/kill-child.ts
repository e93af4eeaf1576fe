import { openClient } from "@/db/client";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import type { AgencyId, Person } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { convertSavings } from "@/lib/savings/commands/convert";
import { openCall } from "@/server/doors/call";
import { houseOn } from "../support/house";

// A program of its own that sells, turns savings into seats and cancels until it is killed: kill -9 needs a real process.
type Told = { url: string; agencyId: AgencyId; departureId: string; savers: { person: Person; planId: string }[] };
const { url, agencyId, departureId, savers } = JSON.parse(process.argv[2] ?? "") as Told;
houseOn(openClient(url, savers.length));

async function trade({ person, planId }: Told["savers"][number]): Promise<never> {
  const pilgrims = [{ passengerType: "adult" as const, roomType: "quad" as const }];
  for (;;) {
    const once = { key: newId(), bodyHash: "x", encode: (made: never) => made, decode: (kept: unknown) => kept };
    const call = { ...openCall({ actor: person, agencyId, via: "http", now: new Date() }), once };
    const made = await convertSavings(call, { id: planId, departureId, pilgrims, amount: rupiah(5_000_000) })
      .then(({ booking }) => booking.id)
      .catch(() => placeBooking(call, { departureId, pilgrims }).then(({ id }) => id))
      .catch(() => null);
    process.stdout.write(made ? "made\n" : "refused\n");
    const again = { ...call, once: { ...once, key: newId() } };
    if (made && Math.random() < 0.6) await cancelBooking(again, { id: made }).catch(() => null);
  }
}

await Promise.all(savers.map(trade));
