import { listTravelling, type Traveller } from "@/lib/bookings/queries/travellers";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Arrangement, type Leg, type Moved, MoveRoom, MoveSeat, SuggestRooms, TripRef } from "../contract/place";
import { mayArrange } from "../policy";
import { BUS_LEGS, ROOM_LEGS, showArrangement } from "../queries/places";
import { listGuests, loadTrip, needsFront, type Trip } from "../queries/trip";
import { isForOther } from "../rules/clash";
import { placeLabel } from "../rules/labels";
import { type Berth, judgeRoom, type Seeker, suggestRooms, suggestSeats } from "../rules/suggest";
import { addMove, findLastMove, type MoveRow, type Spot, setUndone } from "../store/moves";
import { addPlaces, listPlaces, lockUnits, type PlaceRow, removePlaces, type UnitRow } from "../store/units";
import { mustGoOn } from "./units";

const legsOf = (leg: Leg): readonly Leg[] => (leg === "bus" ? BUS_LEGS : ROOM_LEGS);

const asSeeker = (work: Work, one: Traveller): Seeker => {
  const { id: pilgrimId, bookingId, roomType, gender } = one.pilgrim;
  return { pilgrimId, bookingId, roomType, gender, needsFront: needsFront(work, one) };
};

/** One leg with everything on it, and nobody else deals it out until the commit. */
async function openLeg(work: Work, trip: Trip, leg: Leg) {
  mustGoOn(trip);
  // Who travels is read ahead: the shorter it is locked, the more hands can work. Whoever is given a place is asked for
  // once more behind the lock, since they may have been cancelled meanwhile.
  const guests = await listGuests(work, trip.id);
  const [units, places] = await Promise.all([lockUnits(work, trip.id, [leg]), listPlaces(work, trip.id, [leg])]);
  const seekers = new Map(guests.map((one) => [one.pilgrim.id, asSeeker(work, one)]));
  const berths: Berth[] = units
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))
    .map(({ id, places: size, roomType, sex }) => ({
      id,
      places: size,
      roomType,
      sex,
      taken: places
        .filter(({ unitId }) => unitId === id)
        .map(({ number, pilgrimId }) => {
          const { bookingId = "", gender = null } = seekers.get(pilgrimId) ?? {};
          return { number, bookingId, gender };
        }),
    }));
  return { id: trip.id, leg, units, places, seekers, berths };
}

/** Where somebody sleeps or sits; null without a place. */
export const spotOf = (row: PlaceRow | undefined): Spot | null =>
  row ? { unitId: row.unitId, number: row.number, reason: row.moveReason } : null;

const idsOf = (people: readonly { pilgrimId: string }[]) => people.map(({ pilgrimId }) => pilgrimId);

type Kind = { kind: "suggested" | "by_hand" | "freed"; reason: string | null };
type OnLeg = { id: string; leg: Leg; units: readonly UnitRow[]; places: readonly PlaceRow[] };
/** Takes places away, gives others, and keeps what was done. */
export async function make(work: Work, { id, leg, units, places }: OnLeg, moves: readonly MoveRow[], how: Kind | null) {
  const movers = new Set(moves.map(({ pilgrimId }) => pilgrimId));
  await removePlaces(
    work,
    places.filter(({ pilgrimId }) => movers.has(pilgrimId)),
  );
  const sizes = new Map(units.map((unit) => [unit.id, unit.places]));
  const rows = moves.flatMap(({ pilgrimId, after }) => (after ? [{ pilgrimId, after }] : []));
  addPlaces(
    work,
    rows.map(({ pilgrimId, after: { unitId, number, reason } }) => ({
      id: newId(),
      departureId: id,
      leg,
      unitId,
      unitPlaces: sizes.get(unitId) ?? 0,
      number,
      pilgrimId,
      moveReason: reason,
    })),
  );
  if (how) addMove(work, { departureId: id, leg, kind: how.kind, moveReason: how.reason, moves: [...moves] });
}

async function suggest(work: Work, trip: Trip, leg: Leg): Promise<Arrangement> {
  const open = await openLeg(work, trip, leg);
  const { places, seekers, berths } = open;
  const placed = new Set(places.map(({ pilgrimId }) => pilgrimId));
  const homeless = [...seekers.values()].filter(({ pilgrimId }) => !placed.has(pilgrimId));
  const still = await listTravelling(work, trip.id, idsOf(homeless));
  const waiting = homeless.filter(({ pilgrimId }) => still.has(pilgrimId));
  const given = leg === "bus" ? suggestSeats(berths, waiting) : suggestRooms(berths, waiting);
  const moves = given.map(({ pilgrimId, unitId, number }) => ({
    pilgrimId,
    before: null,
    after: { unitId, number, reason: null },
  }));
  if (moves.length > 0) await make(work, open, moves, { kind: "suggested", reason: null });
  return showArrangement(work, trip, legsOf(leg));
}

type Wish = { leg: Leg; pilgrimId: string; unitId: string | null; number?: number; reason: string };

/** Where somebody goes by hand. A room that is for the other sex stays so; everything else the reason answers for. */
function judgeSpot(
  { units, berths, seekers }: Awaited<ReturnType<typeof openLeg>>,
  { pilgrimId, unitId, number, reason }: Wish & { unitId: string },
): Spot {
  const unit = units.find(({ id }) => id === unitId) as UnitRow | undefined;
  const berth = berths.find(({ id }) => id === unitId);
  const seeker = seekers.get(pilgrimId);
  if (!unit || !berth) throw notFound("unit");
  if (!seeker) throw notFound("pilgrim");
  if (judgeRoom(berth, seeker) === "sex") throw conflict("unit_other_sex", { name: unit.name });
  const taken = new Set(berth.taken.map((one) => one.number));
  const free = Array.from({ length: unit.places }, (_, i) => i + 1).find((one) => !taken.has(one));
  const chosen = number ?? free;
  if (chosen === undefined || chosen > unit.places || taken.has(chosen))
    throw conflict("place_taken", { name: unit.name });
  return { unitId, number: chosen, reason };
}

async function moveTo(work: Work, trip: Trip, wish: Wish): Promise<Moved> {
  const { leg, pilgrimId, unitId, reason } = wish;
  const open = await openLeg(work, trip, leg);
  const still = await listTravelling(work, trip.id, [pilgrimId]);
  if (!open.seekers.has(pilgrimId) || !still.has(pilgrimId)) throw notFound("pilgrim");
  const before = spotOf(open.places.find((one) => one.pilgrimId === pilgrimId));
  const after = unitId === null ? null : judgeSpot(open, { ...wish, unitId });
  await make(work, open, [{ pilgrimId, before, after }], { kind: "by_hand", reason });
  return { pilgrimId, unitId, label: after && placeLabel(leg, after.number) };
}

const isSame = (a: Spot | null, b: Spot | null) => a?.unitId === b?.unitId && a?.number === b?.number;

/** Everybody of the last move goes back, if all of them are still where it put them. */
async function undo(work: Work, trip: Trip, leg: Leg): Promise<Arrangement> {
  const open = await openLeg(work, trip, leg);
  const { places, units, seekers } = open;
  const last = await findLastMove(work, trip.id, leg);
  if (!last || last.kind === "freed") throw conflict("nothing_to_undo");
  const still = await listTravelling(work, trip.id, idsOf(last.moves));
  const now = (pilgrimId: string) => spotOf(places.find((one) => one.pilgrimId === pilgrimId));
  const isThere = (spot: Spot | null) =>
    spot === null || units.some(({ id, places: size }) => id === spot.unitId && spot.number <= size);
  const overtaken = last.moves.some(
    ({ pilgrimId, before, after }) =>
      !isSame(now(pilgrimId), after) || !isThere(before) || (before && !still.has(pilgrimId)),
  );
  if (overtaken) throw conflict("nothing_to_undo");
  for (const { pilgrimId, before } of last.moves) {
    const [unit, seeker] = [units.find(({ id }) => id === before?.unitId), seekers.get(pilgrimId)];
    if (unit && seeker && isForOther(unit.sex, seeker)) throw conflict("unit_other_sex", { name: unit.name });
  }
  const back = last.moves.map(({ pilgrimId, before, after }) => ({ pilgrimId, before: after, after: before }));
  await make(work, open, back, null);
  await setUndone(work, last);
  return showArrangement(work, trip, legsOf(leg));
}

/** Beds for whoever has none: families together, then by sex, within their class. Who has one keeps it.
 * @throws Fault `departure_not_found`, `departure_over` */
export const suggestBeds = command({
  name: "travel.suggest_rooms",
  input: SuggestRooms,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { city }, trip) => suggest(work, trip, city),
});

/** Seats for whoever has none: families side by side, who needs the front first. */
export const suggestPlaces = command({
  name: "travel.suggest_seats",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, _input, trip) => suggest(work, trip, "bus"),
});

/** Puts one pilgrim into a room, or out of theirs, and keeps why.
 * @throws Fault `unit_not_found`, `pilgrim_not_found`, `place_taken`, `unit_other_sex`, `departure_over` */
export const moveRoom = command({
  name: "travel.move_room",
  input: MoveRoom,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { id: _, city, ...wish }, trip) => moveTo(work, trip, { ...wish, leg: city }),
});

/** Puts one pilgrim onto a seat, or off theirs, and keeps why. @throws as `moveRoom` */
export const moveSeat = command({
  name: "travel.move_seat",
  input: MoveSeat,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { id: _, ...wish }, trip) => moveTo(work, trip, { ...wish, leg: "bus" }),
});

/** Takes the last suggestion or move of a city back.
 * @throws Fault `nothing_to_undo` when somebody moved on since, `unit_other_sex` when their room is for others by now */
export const undoRooms = command({
  name: "travel.undo_rooms",
  input: SuggestRooms,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { city }, trip) => undo(work, trip, city),
});

/** The same for seats. */
export const undoSeats = command({
  name: "travel.undo_seats",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, _input, trip) => undo(work, trip, "bus"),
});
