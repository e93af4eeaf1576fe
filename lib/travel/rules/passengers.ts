import type { PilgrimDetails } from "@/lib/bookings/contract/pilgrim";
import { type DialCountry, parsePhone } from "@/lib/i18n/phone";
import { yearsAt } from "@/lib/kernel/age";
import { latinDigits } from "@/lib/kernel/digits";
import { isPlain, tidy } from "@/lib/kernel/text";
import type { PassengerType, RoomType } from "@/lib/packages/contract/package";
import type { ImportField } from "../contract/import";
import { readDay, readGender, readNation, readPaid, readPassenger, readRoom } from "./cells";

export type Cells = Partial<Record<ImportField, string>>;
export type Passenger = {
  row: number;
  /** Who has the same one books together; alone without. */
  booking: string | null;
  passengerType: PassengerType;
  roomType: RoomType;
  phone: string | null;
  /** What was paid for them already, minor units. */
  paid: number;
  details: Omit<PilgrimDetails, "guardianId">;
};
export type FieldProblem = { field: ImportField; problem: string };
export type About = { country: string; currency: string; roomType: RoomType; leavesOn: string; returnsOn: string };
type Wrong = (field: ImportField, problem: string) => null;

const short = (text: string | undefined, max: number) => text?.replace(/\s+/g, " ").trim().slice(0, max) || null;
const note = (text: string | undefined, max: number) => tidy(short(text, max) ?? "") || null;

/** What a cell says, or null and why it can't be read. Empty is no problem unless it is needed. */
function readCell<T>(
  cells: Cells,
  field: ImportField,
  read: (typed: string) => T | null,
  wrong: Wrong,
  problem: string,
) {
  const typed = cells[field]?.trim();
  return typed ? (read(typed) ?? wrong(field, problem)) : null;
}

const NAME_MAX = 80;
function readName(cells: Cells, field: "passportName" | "emergencyName", wrong: Wrong): string | null {
  const name = short(cells[field], NAME_MAX);
  return name && !(isPlain(name) && /\p{L}/u.test(name)) ? wrong(field, "invalid_format") : name;
}
const readPassport = (typed: string) => {
  const number = latinDigits(typed).toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z0-9]{5,9}$/.test(number) ? number : null;
};
const readId = (typed: string) => {
  const number = latinDigits(typed).toUpperCase().replace(/[\s.]/g, "");
  return /^[\dA-Z-]{5,24}$/.test(number) ? number : null;
};

function typeByAge(birthDate: string | null, { leavesOn, returnsOn }: About): PassengerType {
  if (!birthDate) return "adult";
  if (yearsAt(birthDate, returnsOn) < 2) return "infant";
  return yearsAt(birthDate, leavesOn) < 12 ? "child" : "adult";
}

/** One row: who it is, or everything that is wrong with it. */
export function judgePassenger(
  row: number,
  cells: Cells,
  about: About,
): { passenger: Passenger } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const wrong: Wrong = (field, problem) => {
    problems.push({ field, problem });
    return null;
  };
  const read = <T>(field: ImportField, how: (typed: string) => T | null, problem = "invalid_format") =>
    readCell(cells, field, how, wrong, problem);
  const phoneOf = (typed: string) =>
    parsePhone(
      latinDigits(typed)
        .replace(/[^\d+]/g, "")
        .replace(/^00/, "+"),
      about.country as DialCountry,
    );
  for (const field of ["passportName", "birthDate", "gender"] as const)
    if (!cells[field]?.trim()) wrong(field, "required");
  const birthDate = read("birthDate", readDay, "date_unreadable");
  const phone = read("phone", phoneOf);
  const details = {
    passportName: readName(cells, "passportName", wrong)?.toUpperCase() ?? null,
    birthDate,
    phone,
    gender: read("gender", readGender, "gender_unknown"),
    passportNumber: read("passportNumber", readPassport),
    passportExpiresOn: read("passportExpiresOn", readDay, "date_unreadable"),
    nationality: read("nationality", readNation),
    nationalId: read("nationalId", readId),
    emergencyName: readName(cells, "emergencyName", wrong),
    emergencyPhone: read("emergencyPhone", phoneOf),
    healthNotes: note(cells.healthNotes, 600),
    roomWish: note(cells.roomWish, 160),
  };
  const paid = read("paid", (typed) => readPaid(typed, about.currency), "amount_unreadable") ?? 0;
  const passengerType = read("passengerType", readPassenger, "passenger_unknown") ?? typeByAge(birthDate, about);
  const roomType = read("roomType", readRoom, "room_unknown") ?? about.roomType;
  if (problems.length > 0) return { problems };
  const booking = short(cells.booking, 60)?.toLowerCase() ?? null;
  return { passenger: { row, booking, passengerType, roomType, phone, paid, details } };
}

/** Passengers who book together, in the order of their first row. */
export function familiesOf(passengers: readonly Passenger[]): Passenger[][] {
  const families = new Map<string, Passenger[]>();
  for (const one of passengers) {
    const key = one.booking === null ? `row ${one.row}` : `booking ${one.booking}`;
    families.set(key, [...(families.get(key) ?? []), one]);
  }
  return [...families.values()];
}
