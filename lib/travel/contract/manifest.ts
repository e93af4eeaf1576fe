import { z } from "zod";
import { Gender } from "@/lib/bookings/contract/pilgrim";
import { Day, Instant } from "@/lib/kernel/clock";
import { Flight } from "@/lib/packages/contract/departure";
import { Hotel } from "@/lib/packages/contract/package";
import { Count } from "./readiness";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const AT = "2026-12-20T02:00:00.000Z";

export const ReadManifest = z.strictObject({
  id: z.uuid().describe("The departure's."),
  format: z.enum(["json", "csv", "xlsx"]).default("json"),
  version: z.coerce.number().int().min(1).optional().describe("The newest when absent."),
});
export const FreezeManifest = z.strictObject({ id: z.uuid() }).meta({ examples: [{ id: DEPARTURE_ID }] });

/** One line, as border and hotel read it. What is not known stays empty, where somebody was let go without it. */
export const ManifestRow = z.strictObject({
  number: z.number().int(),
  passportName: z.string(),
  gender: Gender.nullable(),
  birthDate: Day.nullable(),
  age: z.number().int().nullable().describe("On the day of departure."),
  nationality: z.string().nullable(),
  passportNumber: z.string(),
  passportExpiresOn: Day.nullable(),
  bookingCode: z.string(),
  makkah: z.string().nullable().describe("Room and type: 1208 D."),
  madinah: z.string().nullable(),
  bus: z.string().nullable().describe("Bus and seat: 4 · 12A."),
  guardian: z.string().nullable().describe("Whom a minor travels with."),
  relation: z.string().nullable(),
  needs: z.string().nullable(),
});
export type ManifestRow = z.output<typeof ManifestRow>;

/** The list of who flies. Frozen it stays as it was; without a version nothing is frozen yet. */
export const Manifest = z
  .strictObject({
    departureId: z.uuid(),
    packageName: z.string(),
    agencyName: z.string(),
    licenceNumber: z.string().nullable(),
    startsAt: Instant,
    endsAt: Instant,
    timeZone: z.string(),
    flights: z.array(Flight),
    hotels: z.array(Hotel.pick({ city: true, name: true })),
    group: z.strictObject({ number: z.number().int(), name: z.string() }).nullable(),
    leader: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
    version: z.number().int().nullable(),
    newest: z.number().int().nullable().describe("The newest version there is."),
    frozenAt: Instant.nullable(),
    frozenBy: z.string().nullable(),
    code: z.string().nullable().describe("What a print can be held against."),
    changed: z.boolean().describe("Something is not any more as it was frozen."),
    rows: z.array(ManifestRow),
  })
  .meta({
    examples: [
      {
        departureId: DEPARTURE_ID,
        packageName: "Umrah Akhir Tahun",
        agencyName: "Nurani Wisata",
        licenceNumber: "U-412",
        startsAt: AT,
        endsAt: AT,
        timeZone: "Asia/Jakarta",
        flights: [],
        hotels: [{ city: "makkah", name: "Dar Ajyad" }],
        group: null,
        leader: null,
        version: 3,
        newest: 3,
        frozenAt: AT,
        frozenBy: "Ratna Kusuma",
        code: "7F3A91K",
        changed: false,
        rows: [],
      },
    ],
  });
export type Manifest = z.output<typeof Manifest>;
/** As a file: its text, or the table a workbook is made of. */
export type ManifestFile = { name: string; csv?: string; table?: (string | number | null)[][] };
export type ManifestAnswer = Manifest & { file?: ManifestFile };

/** Where the manifest stands: what it waits for, and which versions there are. */
export const ManifestState = z
  .strictObject({
    people: z.number().int(),
    blocking: z.number().int(),
    counts: z.array(Count),
    versions: z.array(
      z.strictObject({
        version: z.number().int(),
        code: z.string(),
        people: z.number().int(),
        frozenAt: Instant,
        frozenBy: z.string().nullable(),
      }),
    ),
    changed: z.boolean().describe("Something is not any more as the newest version was frozen."),
    mayFreeze: z.boolean(),
    mayExport: z.boolean(),
  })
  .meta({
    examples: [{ people: 0, blocking: 0, counts: [], versions: [], changed: false, mayFreeze: true, mayExport: true }],
  });
export type ManifestState = z.output<typeof ManifestState>;
export const ManifestStateRef = z.strictObject({ id: z.uuid() });
