import { setPapers } from "@/lib/bookings/commands/pilgrims";
import { listTravellers } from "@/lib/bookings/queries/travellers";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { MarkReady, type Readiness } from "../contract/readiness";
import { mayArrange } from "../policy";
import { judgeAll, summarise } from "../queries/readiness";
import { loadTrip, type Trip } from "../queries/trip";
import { addMarks, removeMarks } from "../store/marks";
import { mustGoOn } from "./units";

type Paper = { kind: "visa" | "vaccine"; done: boolean };
/** A visa or a vaccine is a paper of the booking: whoever may judge papers there may do it here. */
async function setPapersOf(work: Work, bookingOf: ReadonlyMap<string, string>, { kind, done }: Paper) {
  const paper = { kind, status: done ? ("accepted" as const) : ("missing" as const), expiresOn: null, note: null };
  // In one order, so that two who do this at once wait for each other instead of for ever.
  for (const id of [...new Set(bookingOf.values())].sort()) {
    const pilgrimIds = [...bookingOf].filter(([, bookingId]) => bookingId === id).map(([pilgrimId]) => pilgrimId);
    await setPapers(work, { id, pilgrimIds, ...paper });
  }
}

async function mark(work: Work, trip: Trip, { item, pilgrimIds, done }: Omit<MarkReady, "id">): Promise<void> {
  const here = new Map((await listTravellers(work, trip.id)).map(({ pilgrim }) => [pilgrim.id, pilgrim.bookingId]));
  if (pilgrimIds.some((id) => !here.has(id))) throw notFound("pilgrim");
  if (item === "kit" || item === "manasik")
    return done ? addMarks(work, trip.id, item, pilgrimIds) : removeMarks(work, trip.id, item, pilgrimIds);
  await setPapersOf(work, new Map(pilgrimIds.map((id) => [id, here.get(id)!])), { kind: item, done });
}

/** Ticks an item off for some pilgrims at once, or takes the tick back.
 * @throws Fault `departure_not_found`, `departure_over`, `pilgrim_not_found` for anybody who does not travel */
export const markReady = command({
  name: "travel.mark_ready",
  input: MarkReady,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: async (work, { id: _, ...wish }, trip): Promise<Readiness> => {
    mustGoOn(trip);
    await mark(work, trip, wish);
    return summarise(work, trip, await judgeAll(work, trip));
  },
});
