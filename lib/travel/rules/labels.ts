import type { RoomType } from "@/lib/packages/contract/package";
import type { Leg } from "../contract/place";

const IN_ROW = "ABCD";
/** "12A": two seats on either side of the aisle. */
const seatLabel = (number: number) => `${Math.ceil(number / IN_ROW.length)}${IN_ROW[(number - 1) % IN_ROW.length]}`;
/** A seat as "12A", a bed by its number. */
export const placeLabel = (leg: Leg, number: number) => (leg === "bus" ? seatLabel(number) : String(number));

const LETTERS: Record<RoomType, string> = { quad: "Q", triple: "T", double: "D", single: "S" };
/** "1208 D": the door and the class, as hotels write it. */
export const roomLabel = (name: string, roomType: RoomType | null) =>
  roomType ? `${name} ${LETTERS[roomType]}` : name;
/** "4 · 12A". */
export const busLabel = (name: string, number: number) => `${name} · ${seatLabel(number)}`;
