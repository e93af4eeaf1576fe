import { type Actor, isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { findOffer } from "@/lib/packages/queries/departures";
import { type Allowance, BookingRef, MOST_HELD, type RanOut } from "../contract/booking";
import { maySellSeats } from "../policy";
import { hasRunOut } from "../rules/life";
import { findNewestOf } from "../store/bookings";
import { countHeld } from "../store/held";
import { listParty } from "../store/pilgrims";

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

/** The reader's newest booking of a departure, if its time ran out; null when they hold seats or gave them up.
 * @throws Fault `departure_not_found` */
export const readRanOut = query({
  name: "bookings.read_ran_out",
  input: BookingRef,
  load: loadOffer,
  allow: (actor: Actor) => isPerson(actor),
  run: async (work, { id }): Promise<RanOut | null> => {
    const newest = isPerson(work.actor) ? await findNewestOf(work, id, work.actor.userId) : null;
    if (!newest || !(newest.status === "expired" || hasRunOut(newest, work.now))) return null;
    const party = (await listParty(work, newest.id)).filter(({ state }) => state === "active");
    return {
      id: newest.id,
      pilgrims: party.map(({ passengerType, roomType, userId }) => ({
        passengerType,
        roomType,
        isPayer: userId !== null,
      })),
    };
  },
});
