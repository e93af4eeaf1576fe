import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn, needsSecond } from "@/lib/agencies/queries/second-person";
import { type Family, judgeFamily } from "@/lib/bookings/commands/place-many";
import { listTravellers, openNumbers } from "@/lib/bookings/queries/travellers";
import { dayAt } from "@/lib/i18n/wall";
import { isSystem } from "@/lib/kernel/actor";
import { isMinor } from "@/lib/kernel/age";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { DAY, MINUTE } from "@/lib/kernel/durations";
import { type Fault, notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import type { RoomType } from "@/lib/packages/contract/package";
import {
  type ImportField,
  type ImportProblem,
  ImportRef,
  type PassengerImport,
  ReadProblems,
  ReadTemplate,
  SHOWN_PROBLEMS,
} from "../contract/import";
import { TripRef } from "../contract/place";
import { mayImport, mayTakeMoney } from "../policy";
import { type Cells, familiesOf, judgePassenger, type Passenger } from "../rules/passengers";
import { problemsFile, templateFile } from "../rules/template";
import { findImport, type ImportRecord, listStill } from "../store/imports";
import { daysOf, loadTrip, type Trip } from "./trip";

/** Rows of a table by their numbers in the file, its head apart. */
export type Sheet = { columns: string[]; rows: { row: number; cells: string[] }[] };
export type Choices = { mapping: (ImportField | null)[]; roomType: RoomType; holdDays: number };
export type JudgedSheet = { families: Passenger[][]; problems: ImportProblem[]; fine: number; seatsNeeded: number };

const MOST_IN_ONE = 50;

const cellsOf = (row: readonly string[], mapping: Choices["mapping"]): Cells =>
  Object.fromEntries(mapping.flatMap((field, i) => (field ? [[field, row[i] ?? ""]] : [])));

/** A family as it is booked: the first grown-up pays, and looks after whoever is under age. */
export function asFamily(work: Work, trip: Trip, passengers: readonly Passenger[], holdDays: number): Family {
  const { leavesOn } = daysOf(work, trip);
  const isYoung = ({ details: { birthDate } }: Passenger) => isMinor(birthDate ?? null, leavesOn);
  const grownUp = passengers.findIndex((one) => one.passengerType === "adult" && !isYoung(one));
  const payer = passengers[Math.max(0, grownUp)]!;
  return {
    payer: { name: payer.details.passportName ?? "", phone: payer.phone, email: null },
    pilgrims: passengers.map(({ passengerType, roomType, details }) => ({
      passengerType,
      roomType,
      isPayer: false,
      details,
    })),
    guardians: passengers.map((one) => (isYoung(one) && grownUp >= 0 ? grownUp : null)),
    holdEndsAt: addMs(work.now, holdDays * DAY),
  };
}

const FIELD_OF = /^pilgrims\.(\d+)\.details\.(\w+)$/;
/** What is wrong with some of a family keeps the others from being booked too: no row of theirs goes unmentioned. */
function forAll(problems: readonly ImportProblem[], family: readonly Passenger[]): ImportProblem[] {
  const named = new Set(problems.map(({ row }) => row));
  const others = family.filter(({ row }) => !named.has(row));
  return [...problems, ...others.map(({ row }) => ({ row, field: "booking" as const, problem: "family_refused" }))];
}

/** A refusal of a booking, as problems of the rows it came from. */
export function problemsOf(fault: Fault, family: readonly Passenger[]): ImportProblem[] {
  const { fields } = (fault.details ?? {}) as { fields?: Record<string, string[]> };
  const named = Object.entries(fields ?? {}).flatMap(([path, [problem = "refused"]]) => {
    const [, place, field] = FIELD_OF.exec(path) ?? [];
    const one = family[Number(place)];
    return one && field ? [{ row: one.row, field: field as ImportField, problem }] : [];
  });
  if (named.length > 0) return forAll(named, family);
  const field = fault.code === "price_missing" ? ("roomType" as const) : ("booking" as const);
  const KNOWN = ["adult_missing", "too_many_infants", "price_missing", "sold_out", "departure_not_open"];
  const problem = KNOWN.includes(fault.code) ? fault.code : "refused";
  return family.map(({ row }) => ({ row, field, problem }));
}

/** Who is somebody: by passport, or by name and birthday. */
const namesOf = (
  passport: string | null | undefined,
  name: string | null | undefined,
  born: string | null | undefined,
) => [...(passport ? [`passport ${passport}`] : []), ...(name && born ? [`person ${name.toUpperCase()} ${born}`] : [])];

async function alreadyHere(work: Work, trip: Trip): Promise<Set<string>> {
  const travellers = await listTravellers(work, trip.id);
  return new Set(
    travellers.flatMap(({ pilgrim }) =>
      namesOf(openNumbers(work, pilgrim).passportNumber, pilgrim.passportName, pilgrim.birthDate),
    ),
  );
}

/** Whoever travels already or stands in the file twice is named, so that the same file can be taken in again. */
function judgeTwice(passengers: readonly Passenger[], here: ReadonlySet<string>): ImportProblem[] {
  const seen = new Set<string>();
  return passengers.flatMap(({ row, details }) => {
    const names = namesOf(details.passportNumber, details.passportName, details.birthDate);
    const isHere = names.some((name) => here.has(name));
    const isTwice = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    const field = details.passportNumber ? ("passportNumber" as const) : ("passportName" as const);
    return isHere || isTwice ? [{ row, field, problem: isHere ? "there_already" : "twice" }] : [];
  });
}

/** Plain verb: every row of a sheet judged, and the families that can be booked. Nothing is changed. */
export async function judgeSheet(work: Work, trip: Trip, sheet: Sheet, choices: Choices): Promise<JudgedSheet> {
  const agency = await findSelf(work);
  const limit = limitIn(trip.currency, agency);
  const about = {
    country: agency.country,
    currency: trip.currency,
    roomType: choices.roomType,
    ...daysOf(work, trip),
    returnsOn: dayAt(trip.endsAt, trip.timeZone),
  };
  const problems: ImportProblem[] = [];
  const passengers: Passenger[] = [];
  const broken = new Set<string>();
  for (const { row, cells: typed } of sheet.rows) {
    const cells = cellsOf(typed, choices.mapping);
    const judged = judgePassenger(row, cells, about);
    if ("passenger" in judged) passengers.push(judged.passenger);
    else {
      problems.push(...judged.problems.map((one) => ({ row, ...one })));
      if (cells.booking?.trim()) broken.add(cells.booking.replace(/\s+/g, " ").trim().slice(0, 60).toLowerCase());
    }
  }
  const twice = judgeTwice(passengers, await alreadyHere(work, trip));
  problems.push(...twice);
  const again = new Set(twice.map(({ row }) => row));
  const families = familiesOf(passengers).filter((family) => {
    const wrong = [
      ...judgeOne(work, trip, family, choices.holdDays, { again, broken }),
      ...judgeMoney(trip, family, limit),
    ];
    problems.push(...wrong);
    return wrong.length === 0 && !family.some(({ row }) => again.has(row));
  });
  problems.sort((a, b) => a.row - b.row);
  const taken = families.flat();
  const seatsNeeded = taken.filter(({ passengerType }) => passengerType !== "infant").length;
  return { families, problems, fine: taken.length, seatsNeeded };
}

/** What was paid is no more than what is owed, and no more than one person may enter. */
function judgeMoney({ prices }: Trip, family: readonly Passenger[], limit: number | null): ImportProblem[] {
  const paid = family.reduce((sum, one) => sum + one.paid, 0);
  if (paid === 0) return [];
  const owed = family.reduce((sum, { roomType, passengerType }) => {
    const price = prices.find((one) => one.roomType === roomType && one.passengerType === passengerType);
    return sum + (price?.amount ?? 0);
  }, 0);
  const problem = paid > owed ? "paid_too_much" : needsSecond(paid, limit) ? "second_person_needed" : null;
  const paying = family.filter((one) => one.paid > 0);
  return problem
    ? forAll(
        paying.map(({ row }) => ({ row, field: "paid", problem })),
        family,
      )
    : [];
}

type Broken = { again: ReadonlySet<number>; broken: ReadonlySet<string> };
function judgeOne(
  work: Work,
  trip: Trip,
  family: Passenger[],
  holdDays: number,
  { again, broken }: Broken,
): ImportProblem[] {
  const waits = family.some(({ row, booking }) => again.has(row) || (booking !== null && broken.has(booking)));
  const of = (problem: string) =>
    family.filter(({ row }) => !again.has(row)).map(({ row }) => ({ row, field: "booking" as const, problem }));
  if (waits) return of("family_refused");
  if (family.length > MOST_IN_ONE) return of("party_too_large");
  const fault = judgeFamily(work, trip, asFamily(work, trip, family, holdDays));
  return fault ? problemsOf(fault, family) : [];
}

/** An import as it is shown. */
export async function asImport(work: Work, record: ImportRecord, trip: Trip): Promise<PassengerImport> {
  const { id, departureId, status, columns, mapping, choices, rowCount, fine, done, refused, bookings } = record;
  const problems = record.problems as ImportProblem[];
  const waits = status === "running" && (await findSelf(work)).readOnly;
  return {
    id,
    departureId,
    status: waits ? "paused" : status,
    columns,
    fine,
    done,
    refused,
    bookings,
    rows: rowCount,
    seatsNeeded: record.seatsNeeded,
    wrong: new Set(problems.map(({ row }) => row)).size,
    seatsLeft: trip.seats.left,
    mayTakeMoney: mayTakeMoney(work.actor, trip),
    mapping: mapping as PassengerImport["mapping"],
    roomType: choices.roomType as RoomType,
    holdDays: choices.holdDays,
    problemCount: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
  };
}

/** How far an import is. */
export const readImport = query({
  name: "travel.read_import",
  input: ImportRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayImport,
  run: async (work, { id, importId }, trip) => {
    const found = await findImport(work, id, importId);
    if (!found) throw notFound("import");
    return asImport(work, found, trip);
  },
});

/** All that is wrong with a file, row by row in the reader's words. @throws Fault `import_not_found` */
export const readImportProblems = query({
  name: "travel.read_import_problems",
  input: ReadProblems,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayImport,
  run: async (work, { id, importId, format }) => {
    const found = await findImport(work, id, importId);
    if (!found) throw notFound("import");
    return { file: problemsFile(work.locale, found.problems as ImportProblem[], format) };
  },
});

/** The newest import of a departure, if there was one. */
export const readLatestImport = query({
  name: "travel.read_latest_import",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayImport,
  run: async (work, { id }, trip): Promise<{ latest: PassengerImport | null }> => {
    const found = await findImport(work, id);
    return { latest: found && (await asImport(work, found, trip)) };
  },
});

const STILL_MS = 2 * MINUTE;
/** Imports that were going and have not moved for a while: whoever carried them is gone. */
export const listStalled = query({
  name: "travel.list_stalled",
  input: z.strictObject({}),
  load: (work) => listStill(work, "running", addMs(work.now, -STILL_MS)),
  allow: isSystem,
  run: async (_work, _input, still) => still.map(({ id }) => id),
});

/** An empty table with our columns in the reader's language, and how one row of it looks. */
export const readTemplate = query({
  name: "travel.read_template",
  input: ReadTemplate,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayImport,
  run: async (work, { format }) => ({ file: templateFile(work.locale, format) }),
});
