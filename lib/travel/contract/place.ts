import { z } from "zod";
import { Gender } from "@/lib/bookings/contract/pilgrim";
import { Instant } from "@/lib/kernel/clock";
import { line } from "@/lib/kernel/text";
import { PassengerType, RoomType } from "@/lib/packages/contract/package";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const UNIT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e70";
const PILGRIM_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e51";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";

/** Where somebody has a place of their own: a bed in either city, a seat in a bus. */
export const Leg = z.enum(["makkah", "madinah", "bus"]);
export type Leg = z.output<typeof Leg>;
export const City = z.enum(["makkah", "madinah"]);
export const RoomSex = z.enum(["any", "female", "male"]);
export type RoomSex = z.output<typeof RoomSex>;

/** What stands in one row and nowhere else. */
const isOnce = (names: readonly string[]) => new Set(names).size === names.length;

const Room = z.strictObject({
  id: z.uuid().optional().describe("Absent: a new one."),
  city: City,
  name: line(20).describe("Its number."),
  roomType: RoomType,
  sex: RoomSex.default("any"),
  beds: z.number().int().min(1).max(12),
});
const Bus = z.strictObject({
  id: z.uuid().optional().describe("Absent: a new one."),
  name: line(20).describe("Its number."),
  seats: z.number().int().min(1).max(100),
});
const drop = z
  .array(z.uuid())
  .max(1_000)
  .optional()
  .describe("Only these go, and what the list does not name stays as it is; absent: all of that goes.");
/** All rooms there are: what is not here goes, if nobody is in it. */
export const SetRooms = z
  .strictObject({
    id: z.uuid(),
    drop,
    rooms: z
      .array(Room)
      .max(1_000)
      .refine((rooms) => isOnce(rooms.map(({ city, name }) => `${city} ${name}`)), { error: "name_twice" }),
  })
  .meta({
    examples: [
      { id: DEPARTURE_ID, rooms: [{ city: "makkah", name: "1208", roomType: "double", sex: "any", beds: 2 }] },
    ],
  });
export const SetBuses = z
  .strictObject({
    id: z.uuid(),
    drop,
    buses: z
      .array(Bus)
      .max(60)
      .refine((buses) => isOnce(buses.map(({ name }) => name)), { error: "name_twice" }),
  })
  .meta({ examples: [{ id: DEPARTURE_ID, buses: [{ name: "4", seats: 45 }] }] });

const place = {
  id: z.uuid().describe("The departure's."),
  pilgrimId: z.uuid(),
  unitId: z.uuid().nullable().describe("Null: out of where they are."),
  number: z.number().int().min(1).max(100).optional().describe("The lowest that is free when absent."),
  reason: line(160).describe("Why; kept with the move."),
};
export const MoveRoom = z
  .strictObject({ ...place, city: City })
  .meta({ examples: [{ id: DEPARTURE_ID, city: "makkah", pilgrimId: PILGRIM_ID, unitId: UNIT_ID, reason: "Knee" }] });
export const MoveSeat = z
  .strictObject(place)
  .meta({ examples: [{ id: DEPARTURE_ID, pilgrimId: PILGRIM_ID, unitId: UNIT_ID, number: 1, reason: "Knee" }] });
export const SuggestRooms = z
  .strictObject({ id: z.uuid(), city: City })
  .meta({ examples: [{ id: DEPARTURE_ID, city: "makkah" }] });
export const TripRef = z.strictObject({ id: z.uuid().describe("The departure's.") });

export const Clash = z.enum(["sex", "strangers"]);
export type Clash = z.output<typeof Clash>;
const Taken = z.strictObject({
  number: z.number().int(),
  label: z.string().describe("12A in a bus; the number in a room."),
  pilgrimId: z.uuid(),
  reason: z.string().nullable().describe("Why somebody put them here by hand."),
  clash: Clash.nullable().describe(
    "The room is for the other sex, or shared with strangers of it; it counts as no bed.",
  ),
});
export const Unit = z.strictObject({
  id: z.uuid(),
  leg: Leg,
  name: z.string(),
  roomType: RoomType.nullable(),
  sex: RoomSex,
  places: z.number().int(),
  taken: z.array(Taken),
});
export type Unit = z.output<typeof Unit>;

/** Somebody who travels, as whoever deals out rooms and seats needs to know them. */
export const Guest = z.strictObject({
  id: z.uuid(),
  bookingId: z.uuid(),
  bookingCode: z.string(),
  name: z.string().nullable(),
  gender: Gender.nullable(),
  passengerType: PassengerType,
  roomType: RoomType,
  roomWish: z.string().nullable(),
  needsFront: z.boolean().describe("Old, or something is noted of their health."),
  homeless: z.array(Leg).describe("Where they still have no place."),
});
export type Guest = z.output<typeof Guest>;
const LastMove = z.strictObject({
  leg: Leg,
  kind: z.enum(["suggested", "by_hand", "freed"]),
  reason: z.string().nullable(),
  people: z.number().int(),
  at: Instant,
});
export type LastMove = z.output<typeof LastMove>;

/** Rooms or buses of a departure, who is where, and who is nowhere yet. */
export const Arrangement = z
  .strictObject({
    units: z.array(Unit),
    guests: z.array(Guest),
    undo: z.array(LastMove).describe("What can be taken back, for each leg."),
    mayChange: z.boolean(),
  })
  .meta({
    examples: [
      {
        units: [
          {
            id: UNIT_ID,
            leg: "makkah",
            name: "1208",
            roomType: "double",
            sex: "any",
            places: 2,
            taken: [{ number: 1, label: "1", pilgrimId: PILGRIM_ID, reason: null, clash: null }],
          },
        ],
        guests: [
          {
            id: PILGRIM_ID,
            bookingId: BOOKING_ID,
            bookingCode: "QF-7K2M9C",
            name: "SITI RAHMAWATI",
            gender: "female",
            passengerType: "adult",
            roomType: "double",
            roomWish: null,
            needsFront: false,
            homeless: ["madinah"],
          },
        ],
        undo: [],
        mayChange: true,
      },
    ],
  });
export type Arrangement = z.output<typeof Arrangement>;

/** Where somebody was put. */
export const Moved = z
  .strictObject({ pilgrimId: z.uuid(), unitId: z.uuid().nullable(), label: z.string().nullable() })
  .meta({ examples: [{ pilgrimId: PILGRIM_ID, unitId: UNIT_ID, label: "12A" }] });
export type Moved = z.output<typeof Moved>;

const Bed = z.strictObject({
  number: z.number().int(),
  name: z.string().nullable(),
  gender: Gender.nullable(),
  bookingCode: z.string(),
  roomWish: z.string().nullable(),
});
/** The list a hotel gets: room by room, who sleeps there. */
export const Rooming = z
  .strictObject({
    data: z.array(
      z.strictObject({
        leg: City,
        name: z.string(),
        roomType: RoomType.nullable(),
        sex: RoomSex,
        places: z.number().int(),
        beds: z.array(Bed),
      }),
    ),
    homeless: z.number().int().describe("Who has no bed somewhere."),
  })
  .meta({ examples: [{ data: [], homeless: 0 }] });
export type Rooming = z.output<typeof Rooming>;
export const ReadRooming = TripRef.extend({ format: z.enum(["json", "csv", "xlsx"]).default("json") });
