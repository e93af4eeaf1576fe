import { z } from "zod";
import { lacksOf, listAccepted, listTravellers, type Traveller, takesPlace } from "@/lib/bookings/queries/travellers";
import type { Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor } from "@/lib/kernel/page";
import { query } from "@/lib/kernel/query";
import { TripRef } from "../contract/place";
import { ListReadiness, type Readiness, type ReadinessBoard, type ReadyRow } from "../contract/readiness";
import { mayArrange, mayFreeze, maySeeManifest, maySeeTravel } from "../policy";
import { judgeBeds } from "../rules/clash";
import {
  countItems,
  isBlocking,
  isLate,
  isReady,
  judgeFor,
  lacks,
  type RuleOf,
  type Standing,
} from "../rules/readiness";
import { listMarks } from "../store/marks";
import { listWaivers } from "../store/rules";
import { listPlaces, listUnits } from "../store/units";
import { BUS_LEGS, ROOM_LEGS } from "./places";
import { rulesFor } from "./rules";
import { daysOf, loadTrip, type Trip } from "./trip";

export type Judged = Traveller & { missing: string[]; items: Standing[] };
/** Everybody, and by what they were judged. */
export type Verdict = { rules: RuleOf; all: Judged[] };
const NOBODY: ReadonlyMap<string, string> = new Map();
const LEGS = [...ROOM_LEGS, ...BUS_LEGS];
const PAID = ["paid", "completed"];

/** Plain verb: everybody who travels, judged item by item. Every look goes by an index of the departure. */
export async function judgeAll(work: Work, trip: Trip): Promise<Verdict> {
  const [travellers, rules, waivers, marks, units, places] = await Promise.all([
    listTravellers(work, trip.id),
    rulesFor(work, trip.id),
    listWaivers(work, trip.id),
    listMarks(work, trip.id),
    listUnits(work, trip.id, ROOM_LEGS),
    listPlaces(work, trip.id, LEGS),
  ]);
  const days = daysOf(work, trip);
  const papers = await listAccepted(
    work,
    travellers.map(({ pilgrim }) => pilgrim.id),
    days.leavesOn,
  );
  const cities = ROOM_LEGS.filter((leg) => units.some((unit) => unit.leg === leg));
  const clashOf = judgeBeds(
    units,
    places,
    travellers.map(({ pilgrim }) => pilgrim),
  );
  const legsOf = new Map<string, string[]>();
  for (const place of places.filter((one) => clashOf(one) === null))
    legsOf.set(place.pilgrimId, [...(legsOf.get(place.pilgrimId) ?? []), place.leg]);
  const judge = judgeFor({ ...days, rules });
  const all = travellers.map((one) => {
    const { id } = one.pilgrim;
    const [missing, legs] = [lacksOf(one.pilgrim, days.leavesOn), legsOf.get(id) ?? []];
    const known = {
      missing,
      cities,
      beds: legs,
      hasSeat: legs.includes("bus"),
      takesPlace: takesPlace(one.pilgrim),
      papers: papers.get(id) ?? [],
      marks: marks.get(id) ?? [],
      paid: PAID.includes(one.booking.status),
      settlementDays: one.booking.policy.settlementDays,
      waived: waivers.get(id) ?? NOBODY,
    };
    return { ...one, missing, items: judge(known) };
  });
  return { rules, all };
}

/** Plain verb: how many are ready, and of each item how many have it. */
export function summarise(work: Work, trip: Trip, { all, rules }: Verdict): Readiness {
  const items = all.map((one) => one.items);
  return {
    people: all.length,
    ready: items.filter(isReady).length,
    blocking: items.filter(isBlocking).length,
    counts: countItems(items, daysOf(work, trip).leavesOn, rules),
  };
}

const VIEWS: Record<ListReadiness["view"], (items: readonly Standing[]) => boolean> = {
  all: () => true,
  blocking: isBlocking,
  late: isLate,
  ready: isReady,
};
const Cursor = z.tuple([z.string(), z.uuid()]);
const keyOf = (row: ReadyRow) => [row.name?.toLowerCase() ?? "\uffff", row.id] as const;
const isAfter = (row: ReadyRow, [name, id]: readonly [string, string]) => {
  const [own, ownId] = keyOf(row);
  return own > name || (own === name && ownId > id);
};

type Eyes = { papers: boolean; reasons: boolean };
function asReady({ pilgrim, booking, items, missing }: Judged, eyes: Eyes): ReadyRow {
  const { id, bookingId, passportName: name, phone } = pilgrim;
  const shown = eyes.reasons ? items : items.map(({ reason: _, ...item }) => item);
  return { id, bookingId, bookingCode: booking.code, name, phone, items: shown, missing: eyes.papers ? missing : [] };
}

function narrowed(all: readonly Judged[], { q, item, view }: ListReadiness): Judged[] {
  const words = q?.toLowerCase();
  const says = (text: string | null) => text?.toLowerCase().includes(words ?? "") ?? false;
  return all.filter(
    ({ items, pilgrim, booking }) =>
      VIEWS[view](items) &&
      (!item || lacks(items, item)) &&
      (!words || says(pilgrim.passportName) || says(booking.code)),
  );
}

/** Who is ready and who is not, by name, with what each lacks and until when. */
export const listReadiness = query({
  name: "travel.list_readiness",
  input: ListReadiness,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: async (work, input, trip): Promise<ReadinessBoard> => {
    const verdict = await judgeAll(work, trip);
    const eyes = { papers: maySeeManifest(work.actor, trip), reasons: mayArrange(work.actor, trip) };
    const after = input.cursor ? decodeCursor(input.cursor, Cursor) : null;
    const rows = narrowed(verdict.all, input)
      .map((one) => asReady(one, eyes))
      .toSorted((a, b) => (isAfter(a, keyOf(b)) ? 1 : -1))
      .filter((row) => !after || isAfter(row, after));
    const page = cutPage(rows, input.limit, keyOf);
    const rights = { mayMark: eyes.reasons, mayWaive: mayFreeze(work.actor, trip) };
    return { ...summarise(work, trip, verdict), ...page, ...rights };
  },
});

/** How ready a departure is, in numbers. */
export const readReadiness = query({
  name: "travel.read_readiness",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: async (work, _input, trip) => summarise(work, trip, await judgeAll(work, trip)),
});
