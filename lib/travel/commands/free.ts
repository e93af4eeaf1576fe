import { z } from "zod";
import { listTravelling } from "@/lib/bookings/queries/travellers";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { BUS_LEGS, ROOM_LEGS } from "../queries/places";
import { listPlacesOf, listPlacesOfBooking, lockUnits } from "../store/units";
import { make, spotOf } from "./places";

/** Takes every place away that these pilgrims have, unless they travel after all. Returns how many. Who deals out places at
 * this moment is waited for: one of these may just be given one. */
async function free(work: Work, departureId: string, whom: () => Promise<readonly string[]>): Promise<number> {
  const units = await lockUnits(work, departureId, ROOM_LEGS);
  units.push(...(await lockUnits(work, departureId, BUS_LEGS)));
  const pilgrimIds = await whom();
  const travelling = await listTravelling(work, departureId, pilgrimIds);
  const places = (await listPlacesOf(work, pilgrimIds)).filter(({ pilgrimId }) => !travelling.has(pilgrimId));
  for (const leg of new Set(places.map((one) => one.leg))) {
    const mine = places.filter((one) => one.leg === leg);
    const moves = mine.map((one) => ({ pilgrimId: one.pilgrimId, before: spotOf(one), after: null }));
    await make(work, { id: departureId, leg, units, places: mine }, moves, { kind: "freed", reason: null });
  }
  return places.length;
}

/** Who no longer travels leaves bed and seat to others. Safe to repeat. */
export const freePlaces = command({
  name: "travel.free_places",
  input: z.strictObject({ departureId: z.uuid(), pilgrimIds: z.array(z.uuid()) }),
  load: async (_work, { departureId }) => departureId,
  allow: isSystem,
  run: (work, { pilgrimIds }, departureId) => free(work, departureId, async () => pilgrimIds),
});

/** The same for everybody of a booking whose time ran out. */
export const freeBooking = command({
  name: "travel.free_booking",
  input: z.strictObject({ departureId: z.uuid(), bookingId: z.uuid() }),
  load: async (_work, { departureId }) => departureId,
  allow: isSystem,
  run: (work, { bookingId }, departureId) => free(work, departureId, () => listPlacesOfBooking(work, bookingId)),
});
