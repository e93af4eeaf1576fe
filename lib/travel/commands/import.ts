import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { reach } from "@/lib/kernel/permission";
import { CheckImport, type PassengerImport, StartImport, UploadPassengers } from "../contract/import";
import { importStarted } from "../facts";
import { mayImport, mayTakeMoney } from "../policy";
import { asImport, type Choices, judgeSheet, type Sheet } from "../queries/import";
import { loadTrip, type Trip } from "../queries/trip";
import { guessMapping } from "../rules/columns";
import type { Passenger } from "../rules/passengers";
import {
  addImport,
  addParts,
  findAlike,
  findImport,
  type ImportRecord,
  isTakingIn,
  lockImport,
  setImport,
} from "../store/imports";
import { openRows, sealRows } from "../store/sealed";
import { readSheet } from "./read-sheet";

const HOLD_DAYS = 7;
/** Families of one commit: enough that a commit costs little, few enough that nobody waits long for the seats. */
const IN_PART = 100;

const DEFAULTS = { roomType: "quad" as const, holdDays: HOLD_DAYS };
/** Whoever sends a file with the same columns again is not asked again; else the columns are guessed by their names. What
 * somebody else left out as not theirs to take in is guessed anew. */
async function choicesFor(work: Work, trip: Trip, columns: string[]): Promise<Choices> {
  const before = await findAlike(work, columns);
  const guessed = guessMapping(columns);
  const known = (before?.mapping as Choices["mapping"] | undefined) ?? guessed;
  const isOwn = isPerson(work.actor) && before?.madeBy === work.actor.userId;
  const paidAt = isOwn || known.includes("paid") ? -1 : guessed.indexOf("paid");
  const mapping = known.map((field, i) => (i === paidAt ? "paid" : field));
  const choices = { ...DEFAULTS, ...(before?.choices as Partial<Choices> | undefined) };
  const takesMoney = mayTakeMoney(work.actor, trip);
  return { ...choices, mapping: mapping.map((field) => (field === "paid" && !takesMoney ? null : field)) };
}

function mustBeOnSale({ status }: Trip) {
  if (status !== "open") throw conflict("departure_not_open");
}

/** Nobody's file is worked on before it is known that they sell anything at all. */
async function readFile(call: Call, { id, file }: { id: string; file: Uint8Array }) {
  const { scope } = reach(call.actor, "travel");
  if (scope === "none") throw forbidden();
  return { id, sheet: await readSheet(file, call.locale) };
}

/** Takes a file of passengers, guesses its columns by their names and looks through its rows. Nothing is booked yet.
 * @throws Fault `departure_not_found`, `departure_not_open`, `validation` for what is no table */
export const uploadPassengers = command({
  name: "travel.upload_passengers",
  input: UploadPassengers,
  prepare: readFile,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayImport,
  run: async (work, { id: departureId, sheet }, trip): Promise<PassengerImport> => {
    mustBeOnSale(trip);
    const choices = await choicesFor(work, trip, sheet.columns);
    const { families: _, ...found } = await judgeSheet(work, trip, sheet, choices);
    const id = newId();
    const row = {
      id,
      departureId,
      status: "checked" as const,
      columns: sheet.columns,
      mapping: choices.mapping,
      ...found,
      choices: { roomType: choices.roomType, holdDays: choices.holdDays },
      rowCount: sheet.rows.length,
      done: 0,
      refused: 0,
      bookings: 0,
      sealedRows: sealRows(work, id, sheet),
    };
    await addImport(work, row);
    return showImport(work, trip, id);
  },
});

async function showImport(work: Work, trip: Trip, id: string): Promise<PassengerImport> {
  return asImport(work, (await findImport(work, trip.id, id))!, trip);
}

type Subject = Trip & { record: ImportRecord };
const loadImport = async (work: Work, { id, importId }: { id: string; importId: string }): Promise<Subject> => {
  const trip = await loadTrip(work, { id });
  return { ...trip, record: await lockImport(work, importId, id) };
};
function sheetOf(work: Work, { id, status, sealedRows }: ImportRecord): Sheet {
  if (status !== "checked" || !sealedRows) throw conflict("import_over");
  return openRows<Sheet>(work, id, sealedRows);
}

/** What was paid is taken in only by whoever may approve payments. */
function mayMap({ actor }: Work, trip: Trip, mapping: readonly (string | null)[]) {
  if (mapping.includes("paid") && !mayTakeMoney(actor, trip)) throw forbidden();
}

/** Looks through the rows again with other columns or choices.
 * @throws Fault `import_not_found`, `import_over` once it was started */
export const checkImport = command({
  name: "travel.check_import",
  input: CheckImport,
  load: (work, { id, importId }) => loadImport(work, { id, importId }),
  allow: mayImport,
  run: async (work, { mapping, roomType, holdDays }, { record, ...trip }): Promise<PassengerImport> => {
    mayMap(work, trip, mapping);
    const sheet = sheetOf(work, record);
    const { families: _, ...found } = await judgeSheet(work, trip, sheet, { mapping, roomType, holdDays });
    const after = await setImport(work, record, { ...found, mapping, choices: { roomType, holdDays } });
    return asImport(work, after, trip);
  },
});

/** Takes in whatever is fine: cut into parts that are booked one commit each, by a task that goes on after a crash. One file
 * after the other, since who comes in with one is there already for the next.
 * @throws Fault `import_not_found`, `import_over`, `import_running`, `import_empty`, `departure_not_open` */
export const startImport = command({
  name: "travel.start_import",
  input: StartImport,
  load: (work, { id, importId }) => loadImport(work, { id, importId }),
  allow: mayImport,
  run: async (work, { importId }, { record, ...trip }): Promise<PassengerImport> => {
    mustBeOnSale(trip);
    mayMap(work, trip, record.mapping);
    const sheet = sheetOf(work, record);
    if (await isTakingIn(work, trip.id)) throw conflict("import_running");
    const { families, ...found } = await judgeSheet(work, trip, sheet, {
      ...(record.choices as Pick<Choices, "roomType" | "holdDays">),
      mapping: record.mapping as Choices["mapping"],
    });
    if (families.length === 0) throw conflict("import_empty");
    await addParts(work, cut(work, importId, families));
    const after = await setImport(work, record, { status: "running", ...found, sealedRows: null });
    work.tell(importStarted, { agencyId: agencyOf(work), departureId: trip.id, importId });
    return asImport(work, after, trip);
  },
});

const cut = (work: Work, importId: string, families: readonly Passenger[][]) =>
  Array.from({ length: Math.ceil(families.length / IN_PART) }, (_, position) => {
    const id = newId();
    const mine = families.slice(position * IN_PART, (position + 1) * IN_PART);
    return { id, importId, position, sealedRows: sealRows(work, id, mine) };
  });
