import { type Unzipped, unzip } from "fflate";
import Papa from "papaparse";
import readXlsx from "read-excel-file/universal";
import { decodeText } from "@/lib/kernel/decode";
import { invalid } from "@/lib/kernel/fault";
import { tidy } from "@/lib/kernel/text";
import { SHEET_COLUMNS, SHEET_ROWS } from "../contract/import";
import type { Sheet } from "../queries/import";
import { findHeads } from "../rules/columns";

/** What a workbook may unfold to: as many cells as a sheet may have, each with a sentence in it. */
const UNPACKED_LIMIT = 60_000_000;
/** Cells up to the last one of every sheet; a place is made for each, written or not. */
const CELLS_LIMIT = 20_000_000;
/** A row of no cells takes as much. */
const ROW_COSTS = 16;
const isZip = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b;

const columnOf = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
const ADDRESS = /(?<!\sxmlns:)(?<![\w.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A few bytes may name a cell at the end of the world, and the reader makes a place for every one before it. */
function countPlaces(sheet: string): number {
  const far = { column: ROW_COSTS, row: 1 };
  for (const [, double, single] of sheet.matchAll(ADDRESS)) {
    const [, letters, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? "") ?? [];
    if (letters === undefined || row === undefined) throw invalid("file", "sheet_unreadable");
    far.column = Math.max(far.column, columnOf(letters));
    far.row = Math.max(far.row, Number(row));
  }
  return far.column * far.row;
}

/** A small file may hold a whole sea. Unfolded by the same hands as where it is read: never to more than it says it is. */
async function mustBeSmall(file: Uint8Array) {
  let size = 0;
  const filter = ({ originalSize }: { originalSize: number }) => {
    size += originalSize;
    return size <= UNPACKED_LIMIT;
  };
  const parts = await new Promise<Unzipped>((done) =>
    unzip(file, { filter }, (error, found) => done(error ? {} : found)),
  );
  const texts = Object.values(parts).map((part) => Buffer.from(part).toString("latin1"));
  const sheets = texts.filter((text) => text.includes("sheetData"));
  const places = sheets.reduce((sum, sheet) => sum + countPlaces(sheet), 0);
  if (size > UNPACKED_LIMIT || places > CELLS_LIMIT) throw invalid("file", "sheet_too_large");
}

/** What a workbook itself shows for a figure that is no day. */
const NO_DAY = "####";
const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value).trim();
  return Number.isNaN(value.getTime()) ? NO_DAY : value.toISOString().slice(0, 10);
};

/** Every sheet of a workbook. */
async function readWorkbook(file: Uint8Array): Promise<string[][][]> {
  await mustBeSmall(file);
  const sheets = await readXlsx(new Blob([file as BlobPart])).catch(() => {
    throw invalid("file", "sheet_unreadable");
  });
  return sheets.map(({ data }) => data.map((row) => row.map(textOf)));
}

function readText(file: Uint8Array, locale: string): string[][] {
  const plain = decodeText(file, locale);
  if (plain.includes("\u0000")) throw invalid("file", "sheet_unreadable");
  // Empty lines keep their numbers, but say nothing of what stands between cells.
  const { delimiter } = Papa.parse(plain, { skipEmptyLines: true, preview: 50 }).meta;
  return Papa.parse<string[]>(plain, { delimiter }).data.map((row) => row.map((cell) => cell.trim()));
}

/** The rows of a CSV or XLSX file; what it is, its bytes say. Of several sheets the first with heads we know.
 * @param locale of whoever brings it: the letters of an old file are those of their language
 * @throws Fault `validation` for what is no table, has nothing in it, or is too large */
export async function readSheet(file: Uint8Array, locale: string): Promise<Sheet> {
  const sheets = isZip(file) ? await readWorkbook(file) : [readText(file, locale)];
  const filled = sheets.filter((one) => one.some((row) => row.some(Boolean)));
  const rows = filled.find((one) => findHeads(one) !== null) ?? filled[0] ?? [];
  const head = findHeads(rows) ?? rows.findIndex((row) => row.some(Boolean));
  const columns = rows[head] ?? [];
  // Each row keeps the number it has in the file, under which whoever mends it finds it.
  const written = rows.flatMap((cells, i) => (i > head && cells.some(Boolean) ? [{ row: i + 1, cells }] : []));
  if (columns.length === 0) throw invalid("file", "sheet_unreadable");
  if (written.length === 0) throw invalid("file", "sheet_empty");
  if (written.length > SHEET_ROWS || columns.length > SHEET_COLUMNS) throw invalid("file", "sheet_too_large");
  return { columns: columns.map((one) => tidy(one.slice(0, 120))), rows: written };
}
