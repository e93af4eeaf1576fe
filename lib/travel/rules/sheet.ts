import { csvOf } from "@/lib/kernel/csv";
import type { Manifest, ManifestFile, ManifestRow } from "../contract/manifest";
import type { Rooming } from "../contract/place";

const SEXES = { female: "F", male: "M" } as const;
/** In English: airlines, hotels and borders read it, and programs too. */
const COLUMNS: [string, (row: ManifestRow) => string | number | null][] = [
  ["No", ({ number }) => number],
  ["Name as in passport", ({ passportName }) => passportName],
  ["Sex", ({ gender }) => gender && SEXES[gender]],
  ["Born", ({ birthDate }) => birthDate],
  ["Age", ({ age }) => age],
  ["Nationality", ({ nationality }) => nationality],
  ["Passport", ({ passportNumber }) => passportNumber],
  ["Valid to", ({ passportExpiresOn }) => passportExpiresOn],
  ["Booking", ({ bookingCode }) => bookingCode],
  ["Room Makkah", ({ makkah }) => makkah],
  ["Room Madinah", ({ madinah }) => madinah],
  ["Bus and seat", ({ bus }) => bus],
  ["Guardian", ({ guardian }) => guardian],
  ["Relation", ({ relation }) => relation],
  ["Needs", ({ needs }) => needs],
];

/** Whether nobody and nothing on a manifest differs. */
export const isSame = (a: readonly ManifestRow[], b: readonly ManifestRow[]) => JSON.stringify(a) === JSON.stringify(b);

/** A manifest as rows of a table, its head first. */
export const manifestTable = ({ rows }: Pick<Manifest, "rows">): (string | number | null)[][] => [
  COLUMNS.map(([head]) => head),
  ...rows.map((row) => COLUMNS.map(([, read]) => read(row))),
];

const CITIES = { makkah: "Makkah", madinah: "Madinah" } as const;
const CITY_ORDER = Object.keys(CITIES);
/** A rooming list as rows of a table, a bed a row; an empty bed stands there too. */
export const roomingTable = ({ data }: Pick<Rooming, "data">): (string | number | null)[][] => [
  ["City", "Room", "Type", "Bed", "Name as in passport", "Sex", "Booking", "Wish"],
  ...data
    .toSorted((a, b) => CITY_ORDER.indexOf(a.leg) - CITY_ORDER.indexOf(b.leg))
    .flatMap(({ leg, name, roomType, places, beds }) =>
      Array.from({ length: places }, (_, i) => {
        const bed = beds.find(({ number }) => number === i + 1);
        const { name: who = null, gender = null, bookingCode = null, roomWish = null } = bed ?? {};
        return [CITIES[leg], name, roomType, i + 1, who, gender && SEXES[gender], bookingCode, roomWish];
      }),
    ),
];

/** A table as a file: text here, a workbook where it is sent. */
export const sheetFile = (name: string, table: (string | number | null)[][], format: "csv" | "xlsx"): ManifestFile =>
  format === "csv" ? { name: `${name}.csv`, csv: csvOf(table) } : { name: `${name}.xlsx`, table };
