import { type Actor, isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { findOffer } from "@/lib/packages/queries/departures";
import { type Allowance, BookingRef, MOST_HELD } from "../contract/booking";
import { maySellSeats } from "../policy";
import { countHeld } from "../store/held";

async function loadOffer(work: Work, { id }: { id: string }) {
  const offer = await findOffer(work, id);
  if (!offer?.isPublic && !(offer && maySellSeats(work.actor, offer))) throw notFound("departure");
  return offer;
}

/** How many unpaid seats of a departure the reader may hold, and holds; null for who sells it.
 * @throws Fault `departure_not_found` */
export const readAllowance = query({
  name: "bookings.read_allowance",
  input: BookingRef,
  load: loadOffer,
  allow: (actor: Actor) => isPerson(actor),
  run: async (work, { id }, offer): Promise<Allowance | null> => {
    if (!isPerson(work.actor) || maySellSeats(work.actor, offer)) return null;
    const held = await countHeld(work, id, [work.actor.userId]);
    return { most: MOST_HELD, held: held.get(work.actor.userId) ?? 0 };
  },
});
