import Papa from "papaparse";
import readXlsx from "read-excel-file/node";
import { decodeText } from "@/lib/kernel/decode";
import { invalid } from "@/lib/kernel/fault";
import { tidy } from "@/lib/kernel/text";
import { SHEET_COLUMNS, SHEET_ROWS } from "../contract/import";
import type { Sheet } from "../queries/import";
import { findHeads } from "../rules/columns";

/** What a workbook may unfold to. */
const UNPACKED_LIMIT = 200_000_000;
const isZip = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b;

/** The sum of what the entries of an archive say they unfold to: a small file may hold a whole sea of zeros. */
function unpackedSize(file: Buffer): number {
  let size = 0;
  for (let at = file.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = file.indexOf("PK\x01\x02", at + 4, "latin1"))
    size += at + 28 <= file.length ? file.readUInt32LE(at + 24) : 0;
  return size;
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
  const bytes = Buffer.from(file);
  if (unpackedSize(bytes) > UNPACKED_LIMIT) throw invalid("file", "sheet_too_large");
  const sheets = await readXlsx(bytes).catch(() => {
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
