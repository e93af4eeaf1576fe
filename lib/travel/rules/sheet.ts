import type { Manifest, ManifestRow } from "../contract/manifest";

/** In English: airlines, hotels and borders read it, and programs too. */
const COLUMNS: [string, (row: ManifestRow) => string | number | null][] = [
  ["No", ({ number }) => number],
  ["Name as in passport", ({ passportName }) => passportName],
  ["Sex", ({ gender }) => (gender === "female" ? "F" : "M")],
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

/** A manifest as rows of a table, its head first. */
export const manifestTable = ({ rows }: Pick<Manifest, "rows">): (string | number | null)[][] => [
  COLUMNS.map(([head]) => head),
  ...rows.map((row) => COLUMNS.map(([, read]) => read(row))),
];

/** Quoted, and never read as a formula, since names come from people. */
const cell = (value: string | number | null) => {
  const text = String(value ?? "");
  const plain = /^[=+\-@\t\r]/.test(text) && !/^\+\d+$/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
};
/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]) =>
  `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
