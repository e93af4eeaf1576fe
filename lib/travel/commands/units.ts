import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Arrangement, type Leg, SetBuses, SetRooms } from "../contract/place";
import { mayArrange } from "../policy";
import { BUS_LEGS, ROOM_LEGS, showArrangement } from "../queries/places";
import { listGuests, loadTrip, type Trip } from "../queries/trip";
import { isForOther } from "../rules/clash";
import { addUnits, listPlaces, lockUnits, type PlaceRow, removeUnits, setUnit, type UnitRow } from "../store/units";

type Wish = Pick<UnitRow, "leg" | "name" | "roomType" | "sex" | "places"> & { id?: string };

/** A departure that came home or was cancelled keeps its rooms as they were. */
export function mustGoOn({ status }: Trip) {
  if (status === "completed" || status === "cancelled") throw conflict("departure_over");
}

/** What goes and what stays besides the list: of what somebody else added meanwhile, whoever names what goes takes nothing.
 * @throws Fault `unit_exists` for a new one with the name of one that stays */
function partOf(there: readonly UnitRow[], wishes: readonly Wish[], drop: readonly string[] | undefined) {
  const others = there.filter(({ id }) => !wishes.some((wish) => wish.id === id));
  const gone = others.filter(({ id }) => !drop || drop.includes(id));
  const stays = others.filter((unit) => !gone.includes(unit));
  const twice = wishes.find(({ leg, name }) => stays.some((unit) => unit.leg === leg && unit.name === name));
  if (twice) throw conflict("unit_exists", { name: twice.name });
  return gone;
}

/** Makes the rooms or buses of a departure what the list says: in use they stay, keep as many places as are taken, and
 * become a room for one sex only when nobody else lies there. */
async function setUnits(
  work: Work,
  trip: Trip,
  legs: readonly Leg[],
  { wishes, drop }: { wishes: readonly Wish[]; drop: readonly string[] | undefined },
): Promise<Arrangement> {
  mustGoOn(trip);
  const there = await lockUnits(work, trip.id, legs);
  const places = await listPlaces(work, trip.id, legs);
  const sleepers = new Map((await listGuests(work, trip.id)).map(({ pilgrim }) => [pilgrim.id, pilgrim]));
  const known = new Map(there.map((unit) => [unit.id, unit]));
  if (wishes.some(({ id }) => id !== undefined && !known.has(id))) throw notFound("unit");
  const gone = partOf(there, wishes, drop);
  const mustFit = ({ id, name, places: size }: Pick<UnitRow, "id" | "name" | "places">) => {
    const people = places.filter(({ unitId, number }) => unitId === id && number > size).length;
    if (people > 0) throw conflict("unit_in_use", { name, people });
  };
  for (const unit of gone) mustFit({ ...unit, places: 0 });
  await removeUnits(work, gone);
  const kept = wishes.flatMap(({ id, ...wish }) => (id === undefined ? [] : [{ before: known.get(id)!, wish }]));
  for (const { before, wish } of kept) mustFit({ ...before, places: before.leg === wish.leg ? wish.places : 0 });
  for (const { before, wish } of kept.filter(({ before: { sex }, wish: { sex: next } }) => sex !== next)) {
    const isStranded = ({ unitId, pilgrimId }: PlaceRow) =>
      unitId === before.id && sleepers.has(pilgrimId) && isForOther(wish.sex, sleepers.get(pilgrimId)!);
    const people = places.filter(isStranded).length;
    if (people > 0) throw conflict("unit_in_use", { name: before.name, people });
  }
  // Two that change their names with each other pass by one that nobody has.
  const renamed = kept.filter(({ before, wish }) => before.name !== wish.name || before.leg !== wish.leg);
  for (const { before } of renamed) await setUnit(work, before, { name: before.id });
  for (const { before, wish } of kept) await setUnit(work, before, wish);
  const added = wishes.filter(({ id }) => id === undefined);
  await addUnits(
    work,
    added.map((wish) => ({ ...wish, id: newId(), departureId: trip.id })),
  );
  return showArrangement(work, trip, legs);
}

/** Says which rooms there are.
 * @throws Fault `departure_not_found`, `departure_over`, `unit_not_found`, `unit_exists`, `unit_in_use` naming the first that is */
export const setRooms = command({
  name: "travel.set_rooms",
  input: SetRooms,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { rooms, drop }, trip) =>
    setUnits(work, trip, ROOM_LEGS, {
      drop,
      wishes: rooms.map(({ city: leg, beds: places, ...room }) => ({ ...room, leg, places })),
    }),
});

/** Says which buses there are. @throws as `setRooms` */
export const setBuses = command({
  name: "travel.set_buses",
  input: SetBuses,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: (work, { buses, drop }, trip) =>
    setUnits(work, trip, BUS_LEGS, {
      drop,
      wishes: buses.map(({ seats: places, ...bus }) => ({ ...bus, places, leg: "bus", roomType: null, sex: "any" })),
    }),
});
