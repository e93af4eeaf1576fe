import { z } from "zod";
import { RoomType } from "@/lib/packages/contract/package";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const IMPORT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e80";
/** What a table may hold at most. */
export const SHEET_ROWS = 10_000;
export const SHEET_COLUMNS = 60;
/** So many problems are shown; the others are in the file of all. */
export const SHOWN_PROBLEMS = 1_000;

/** What a column may be. Rows with the same booking are one family with one payer. */
export const ImportField = z.enum([
  ...(["booking", "passportName", "passportNumber", "passportExpiresOn", "birthDate", "gender"] as const),
  ...(["nationality", "nationalId", "phone", "roomType", "passengerType", "emergencyName"] as const),
  ...(["emergencyPhone", "healthNotes", "roomWish", "paid"] as const),
]);
export type ImportField = z.output<typeof ImportField>;
export const ImportStatus = z
  .enum(["checked", "running", "paused", "done", "stopped", "failed"])
  .describe("paused: the agency may only look; it goes on by itself once it is open again.");

export const UploadPassengers = z.strictObject({
  id: z.uuid().describe("The departure's."),
  file: z.instanceof(Uint8Array),
});
export const ImportRef = z.strictObject({ id: z.uuid().describe("The departure's."), importId: z.uuid() });
const isOnce = (mapping: readonly (string | null)[]) => {
  const named = mapping.filter((one) => one !== null);
  return new Set(named).size === named.length;
};
export const CheckImport = z
  .strictObject({
    ...ImportRef.shape,
    mapping: z.array(ImportField.nullable()).max(SHEET_COLUMNS).refine(isOnce, { error: "name_twice" }),
    roomType: RoomType.default("quad").describe("Where a row names none."),
    holdDays: z.number().int().min(1).max(30).default(7).describe("So long the seats wait to be paid."),
  })
  .meta({
    examples: [{ id: DEPARTURE_ID, importId: IMPORT_ID, mapping: ["passportName", null, "birthDate", "gender"] }],
  });
export const StartImport = ImportRef.meta({ examples: [{ id: DEPARTURE_ID, importId: IMPORT_ID }] });

const Problem = z.strictObject({
  row: z.number().int().describe("Of the file, its head being 1."),
  field: ImportField,
  problem: z.string(),
});
export type ImportProblem = z.output<typeof Problem>;
/** A file on its way into bookings: what was found in it, or how far it is. Never what stands in it. */
export const PassengerImport = z
  .strictObject({
    id: z.uuid(),
    departureId: z.uuid(),
    status: ImportStatus,
    columns: z.array(z.string()),
    mapping: z.array(ImportField.nullable()),
    roomType: RoomType,
    holdDays: z.number().int(),
    rows: z.number().int(),
    fine: z.number().int().describe("Who can be taken in."),
    seatsNeeded: z.number().int().describe("So many of them need a seat: an infant takes none."),
    wrong: z.number().int().describe("Rows that have a problem."),
    done: z.number().int().describe("Who was."),
    refused: z.number().int().describe("Who was not, when it came to it."),
    bookings: z.number().int(),
    seatsLeft: z.number().int(),
    mayTakeMoney: z.boolean().describe("Whether this reader may take in what was paid."),
    problemCount: z.number().int(),
    problems: z.array(Problem).describe("The first thousand; the file of problems has all."),
  })
  .meta({
    examples: [
      {
        id: IMPORT_ID,
        departureId: DEPARTURE_ID,
        status: "checked",
        columns: ["Nama", "Lahir"],
        mapping: ["passportName", "birthDate"],
        roomType: "quad",
        holdDays: 7,
        rows: 2,
        fine: 1,
        seatsNeeded: 1,
        wrong: 1,
        done: 0,
        refused: 0,
        bookings: 0,
        seatsLeft: 12,
        mayTakeMoney: true,
        problemCount: 1,
        problems: [{ row: 3, field: "birthDate", problem: "date_unreadable" }],
      },
    ],
  });
export type PassengerImport = z.output<typeof PassengerImport>;
export const ReadProblems = z.strictObject({ ...ImportRef.shape, format: z.enum(["csv", "xlsx"]).default("csv") });
export const ReadTemplate = z.strictObject({
  id: z.uuid().describe("The departure's."),
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
});
