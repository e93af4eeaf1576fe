import type { RoomType } from "@/lib/packages/contract/package";
import type { RoomSex } from "../contract/place";
import { isForOther } from "./clash";

type Gender = "female" | "male" | null;
/** Somebody who needs a bed or a seat. */
export type Seeker = { pilgrimId: string; bookingId: string; roomType: RoomType; gender: Gender; needsFront: boolean };
type Occupant = { number: number; bookingId: string; gender: Gender };
/** A room or bus with who is in it already. */
export type Berth = { id: string; places: number; roomType: RoomType | null; sex: RoomSex; taken: Occupant[] };
export type Given = { pilgrimId: string; unitId: string; number: number };

const freeIn = ({ places, taken }: Berth) => places - taken.length;
const lowestFree = ({ places, taken }: Berth) =>
  Array.from({ length: places }, (_, i) => i + 1).find((number) => !taken.some((one) => one.number === number));

/** What stands against this person in this room; null: nothing. */
export function judgeRoom(room: Berth, seeker: Seeker): "sex" | "class" | "strangers" | null {
  const { bookingId, gender, roomType } = seeker;
  if (isForOther(room.sex, seeker)) return "sex";
  if (room.roomType !== null && room.roomType !== roomType) return "class";
  const strangers = room.taken.filter((one) => one.bookingId !== bookingId);
  if (strangers.length === 0) return null;
  // A family of both sexes keeps its room to itself.
  return gender !== null && room.taken.every((one) => one.gender === gender) ? null : "strangers";
}

const byBooking = (seekers: readonly Seeker[]): Seeker[][] => {
  const families = new Map<string, Seeker[]>();
  for (const one of seekers) families.set(one.bookingId, [...(families.get(one.bookingId) ?? []), one]);
  return [...families.values()].sort((a, b) => b.length - a.length);
};

function put(berth: Berth, { pilgrimId, bookingId, gender }: Seeker): Given {
  const number = lowestFree(berth)!;
  berth.taken.push({ number, bookingId, gender });
  return { pilgrimId, unitId: berth.id, number };
}

const isMixed = (family: readonly Seeker[]) => new Set(family.map(({ gender }) => gender)).size > 1;
/** The room in which least is left over. */
const tightest = (rooms: readonly Berth[]) => rooms.toSorted((a, b) => freeIn(a) - freeIn(b))[0];

/** A room that takes all of these: of both sexes only an empty one. */
function roomFor(rooms: readonly Berth[], family: readonly Seeker[]): Berth | undefined {
  const fits = (room: Berth) =>
    freeIn(room) >= family.length && family.every((one) => judgeRoom(room, one) === null) && isForFamily(room);
  const isForFamily = (room: Berth) => !isMixed(family) || room.taken.length === 0;
  return tightest(rooms.filter(fits));
}

/**
 * Beds for whoever has none: families together, then by sex, within the class they booked (DOMAIN 2.5). A room may stay
 * half empty; who fits nowhere by these rules is left to a person.
 */
export function suggestRooms(rooms: readonly Berth[], seekers: readonly Seeker[]): Given[] {
  const open = rooms.map((room) => ({ ...room, taken: [...room.taken] }));
  const given: Given[] = [];
  const alone: Seeker[] = [];
  for (const family of byBooking(seekers)) {
    for (const sameClass of byClass(family)) {
      for (const part of partsOf(sameClass, open)) {
        const room = part.length > 1 ? roomFor(open, part) : undefined;
        if (room) for (const one of part) given.push(put(room, one));
        else alone.push(...part);
      }
    }
  }
  for (const one of alone) {
    const room = nextBed(open, one);
    if (room) given.push(put(room, one));
  }
  return given;
}

const byClass = (family: readonly Seeker[]) =>
  [...new Set(family.map(({ roomType }) => roomType))].map((type) => family.filter((one) => one.roomType === type));

/** A family larger than any room is cut to the largest that takes its class. */
function partsOf(family: Seeker[], rooms: readonly Berth[]): Seeker[][] {
  const takes = ({ roomType }: Berth) => roomType === null || roomType === family[0]?.roomType;
  const sizes = rooms.filter(takes).map(({ places }) => places);
  const size = Math.max(1, ...sizes);
  return Array.from({ length: Math.ceil(family.length / size) }, (_, i) => family.slice(i * size, (i + 1) * size));
}

/** Rooms that have begun to fill come before empty ones. */
function nextBed(rooms: readonly Berth[], one: Seeker): Berth | undefined {
  const fits = rooms.filter((room) => freeIn(room) > 0 && judgeRoom(room, one) === null);
  return tightest(fits.filter(({ taken }) => taken.length > 0)) ?? tightest(fits);
}

/** Seats for whoever has none: families side by side, who needs the front first. */
export function suggestSeats(buses: readonly Berth[], seekers: readonly Seeker[]): Given[] {
  const open = buses.map((bus) => ({ ...bus, taken: [...bus.taken] }));
  const needs = (family: readonly Seeker[]) => Number(family.some(({ needsFront }) => needsFront));
  const families = byBooking(seekers).toSorted((a, b) => needs(b) - needs(a));
  return families.flatMap((family) => {
    const bus = open.find((one) => freeIn(one) >= family.length);
    return family.flatMap((one) => {
      const place = bus ?? open.find((other) => freeIn(other) > 0);
      return place ? [put(place, one)] : [];
    });
  });
}
