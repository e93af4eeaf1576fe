import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readSheet } from "@/lib/travel/commands/read-sheet";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetOf = (rows: string) => `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

const partsOf = (sheet: string) =>
  Object.entries({
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  }).map(([path, text]) => [path, strToU8(text)] as const);
const bookOf = (sheet: string) => zipSync(Object.fromEntries(partsOf(sheet)));

/** Says of no file how large it is before it has ended, and in the list at the end that all of them are tiny. */
function lyingBookOf(sheet: string) {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((_, chunk) => chunks.push(chunk));
  for (const [path, bytes] of partsOf(sheet)) {
    const part = new ZipDeflate(path);
    archive.add(part);
    part.push(bytes, true);
  }
  archive.end();
  const file = Buffer.concat(chunks);
  for (let at = file.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = file.indexOf("PK\x01\x02", at + 4, "latin1"))
    file.writeUInt32LE(Math.min(file.readUInt32LE(at + 24), 1_000), at + 24);
  return file;
}

const problemOf = async (file: Uint8Array) => {
  const { details } = await readSheet(file, "en").catch((fault) => fault);
  return details?.fields.file[0];
};
const head = `<row r="1">${cell("A1", "Name")}</row>`;

it("a workbook is read where it is honest", async () => {
  const { columns, rows } = await readSheet(bookOf(sheetOf(`${head}<row r="3">${cell("A3", "Siti")}</row>`)), "en");
  expect([columns, rows]).toEqual([["Name"], [{ row: 3, cells: ["Siti"] }]]);
});

it("a workbook of few bytes with a cell at the end of the world is refused before a place is made for all between", async () => {
  for (const far of [
    `<row r="1048576">${cell("XFD1048576", "y")}</row>`,
    `<row r='1048576'>${cell("XFD1048576", "y").replaceAll('"', "'")}</row>`,
    `<row x=">" r="1048576">${cell("XFD1048576", "y")}</row>`,
    `<row r="9999999">${cell("A9999999", "y")}</row>`,
    `<row r="4000000000">${cell("A2", "y")}</row>`,
    `<row x:r="4000000000" xmlns:x="x">${cell("A2", "y")}</row>`,
    `<row r="4e9">${cell("A2", "y")}</row>`,
    `<row r="&#52;000000000">${cell("A2", "y")}</row>`,
  ]) {
    expect(await problemOf(bookOf(sheetOf(head + far))), far).toMatch(/^sheet_(too_large|unreadable)$/);
  }
});

it("a workbook unfolds to no more than it says, and is refused where it says too much", async () => {
  const sea = sheetOf(`${head}<row r="2">${cell("A2", "A".repeat(61_000_000))}</row>`);
  expect(bookOf(sea).length).toBeLessThan(100_000);
  expect(await problemOf(bookOf(sea))).toBe("sheet_too_large");
  expect(await problemOf(lyingBookOf(sea))).toBe("sheet_unreadable");
});
