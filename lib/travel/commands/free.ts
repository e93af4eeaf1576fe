import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { listPlaces, listPlacesOf, listPlacesOfBooking, lockUnits } from "../store/units";
import { make, spotOf } from "./places";

/** Takes every place away that these pilgrims have. Returns how many. */
async function free(work: Work, departureId: string, pilgrimIds: readonly string[]): Promise<number> {
  const places = pilgrimIds.length > 0 ? await listPlacesOf(work, pilgrimIds) : [];
  for (const leg of new Set(places.map((one) => one.leg))) {
    const units = await lockUnits(work, departureId, [leg]);
    const there = await listPlaces(work, departureId, [leg]);
    const mine = there.filter(({ pilgrimId }) => pilgrimIds.includes(pilgrimId));
    const moves = mine.map((one) => ({ pilgrimId: one.pilgrimId, before: spotOf(one), after: null }));
    if (moves.length === 0) continue;
    await make(work, { id: departureId, leg, units, places: there }, moves, { kind: "freed", reason: null });
  }
  return places.length;
}

/** Who no longer travels leaves bed and seat to others. Safe to repeat. */
export const freePlaces = command({
  name: "travel.free_places",
  input: z.strictObject({ departureId: z.uuid(), pilgrimIds: z.array(z.uuid()) }),
  load: async (_work, { departureId }) => departureId,
  allow: isSystem,
  run: (work, { pilgrimIds }, departureId) => free(work, departureId, pilgrimIds),
});

/** The same for everybody of a booking whose time ran out. */
export const freeBooking = command({
  name: "travel.free_booking",
  input: z.strictObject({ departureId: z.uuid(), bookingId: z.uuid() }),
  load: (work, { bookingId }) => listPlacesOfBooking(work, bookingId),
  allow: isSystem,
  run: (work, { departureId }, pilgrimIds) => free(work, departureId, pilgrimIds),
});
