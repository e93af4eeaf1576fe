import { dayAt } from "@/lib/i18n/wall";
import type { Work } from "@/lib/kernel/call";
import { query } from "@/lib/kernel/query";
import type { ManifestFile } from "../contract/manifest";
import { type Arrangement, type LastMove, type Leg, ReadRooming, type Rooming, TripRef } from "../contract/place";
import { mayArrange, mayExportRooming, maySeeTravel } from "../policy";
import { judgeBeds } from "../rules/clash";
import { placeLabel } from "../rules/labels";
import { roomingTable, sheetFile } from "../rules/sheet";
import { findLastMove } from "../store/moves";
import { listPlaces, listUnits } from "../store/units";
import { asGuest, listGuests, loadTrip, type Trip } from "./trip";

export const ROOM_LEGS = ["makkah", "madinah"] as const satisfies readonly Leg[];
export const BUS_LEGS = ["bus"] as const satisfies readonly Leg[];

async function lastMoves(work: Work, departureId: string, legs: readonly Leg[]): Promise<LastMove[]> {
  const found = await Promise.all(legs.map((leg) => findLastMove(work, departureId, leg)));
  return found.flatMap((one) => {
    if (!one || one.kind === "freed") return [];
    const { leg, kind, moveReason: reason, moves, madeAt: at } = one;
    return [{ leg, kind, reason, people: moves.length, at }];
  });
}

/** Plain verb: rooms or buses with who is where, and who is nowhere yet. */
export async function showArrangement(work: Work, trip: Trip, legs: readonly Leg[]): Promise<Arrangement> {
  const [units, places, guests, undo] = await Promise.all([
    listUnits(work, trip.id, legs),
    listPlaces(work, trip.id, legs),
    listGuests(work, trip.id),
    lastMoves(work, trip.id, legs),
  ]);
  const rooms = units.filter(({ leg }) => leg !== "bus");
  const clashOf = judgeBeds(
    rooms,
    places,
    guests.map(({ pilgrim }) => pilgrim),
  );
  const inUse = legs.filter((leg) => leg === "bus" || units.some((unit) => unit.leg === leg));
  return {
    units: units.map(({ id, leg, name, roomType, sex, places: size }) => ({
      id,
      leg,
      name,
      roomType,
      sex,
      places: size,
      taken: places
        .filter(({ unitId }) => unitId === id)
        .map((place) => ({
          number: place.number,
          pilgrimId: place.pilgrimId,
          reason: place.moveReason,
          label: placeLabel(leg, place.number),
          clash: clashOf(place),
        })),
    })),
    guests: guests.map((one) => asGuest(work, one, inUse, places)),
    undo,
    mayChange: mayArrange(work.actor, trip),
  };
}

/** The rooms of a departure in both cities, and who sleeps where. */
export const readRooms = query({
  name: "travel.read_rooms",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: (work, _input, trip) => showArrangement(work, trip, ROOM_LEGS),
});

/** The buses of a departure, and who sits where. */
export const readSeats = query({
  name: "travel.read_seats",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: (work, _input, trip) => showArrangement(work, trip, BUS_LEGS),
});

type Subject = Trip & { asFile: boolean };
/** The list a hotel gets: each room with who sleeps there; on screen, or as a file. */
export const readRooming = query({
  name: "travel.read_rooming",
  input: ReadRooming,
  load: async (work, { id, format }): Promise<Subject> => ({
    ...(await loadTrip(work, { id })),
    asFile: format !== "json",
  }),
  allow: (actor, trip) => (trip.asFile ? mayExportRooming(actor, trip) : maySeeTravel(actor, trip)),
  run: async (work, { format }, { asFile: _, ...trip }): Promise<Rooming & { file?: ManifestFile }> => {
    const { units, guests } = await showArrangement(work, trip, ROOM_LEGS);
    const known = new Map(guests.map((one) => [one.id, one]));
    const data = units.map(({ leg, name, roomType, sex, places, taken }) => ({
      leg: leg as (typeof ROOM_LEGS)[number],
      name,
      roomType,
      sex,
      places,
      beds: taken.flatMap(({ number, pilgrimId }) => {
        const one = known.get(pilgrimId);
        return one
          ? [{ number, name: one.name, gender: one.gender, bookingCode: one.bookingCode, roomWish: one.roomWish }]
          : [];
      }),
    }));
    const rooming = { data, homeless: guests.filter(({ homeless }) => homeless.length > 0).length };
    const name = `rooming-${dayAt(trip.startsAt, trip.timeZone)}`;
    return format === "json" ? rooming : { ...rooming, file: sheetFile(name, roomingTable(rooming), format) };
  },
});
