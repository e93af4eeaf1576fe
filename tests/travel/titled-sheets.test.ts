import { expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { readSheet } from "@/lib/travel/commands/read-sheet";

const HEADS = ["No", "Nama Jamaah", "Nomor paspor", "Tgl. lahir", "L/P"];
const SITI = ["1", "SITI RAHMAWATI", "C7719031", "1961-03-12", "P"];
const TITLED = [
  ["DAFTAR JAMAAH KELOMPOK KELUARGA"],
  ["Paket: Umrah Reguler", "", "Kamar: quad"],
  [],
  HEADS,
  SITI,
  ["2", "RUDI", "", "1960-01-01", "L"],
];

const asText = (table: string[][]) => new TextEncoder().encode(table.map((row) => row.join(";")).join("\n"));
const typed = (table: string[][]) => table.map((row) => row.map((value) => ({ value, type: String })));
async function asWorkbook(...tables: string[][][]) {
  const sheets = tables.map((table, i) => ({ data: typed(table) as never, sheet: `Sheet ${i + 1}` }));
  return new Uint8Array(await writeXlsx(sheets).toBuffer());
}
const read = async (file: Uint8Array) => {
  const { columns, rows } = await readSheet(file, "id");
  return { columns, rows: rows.map(({ row, cells }) => [row, cells[1]]) };
};

it("a table under a title has its own heads, and its rows keep their numbers: the title was taken for the only head, and each row refused", async () => {
  for (const file of [asText(TITLED), await asWorkbook(TITLED)])
    expect(await read(file)).toEqual({
      columns: HEADS,
      rows: [
        [5, "SITI RAHMAWATI"],
        [6, "RUDI"],
      ],
    });
});

it("heads that nobody knows stay the first row, whatever is written in the rows below", async () => {
  const table = [
    ["Siapa", "Keterangan", "Lain"],
    ["SITI", "Kamar dekat lift", "Kesehatan baik"],
    ["RUDI", "", ""],
  ];
  expect((await read(asText(table))).columns).toEqual(table[0]);
});

it("of several sheets the first with such heads is read, not the cover before it", async () => {
  const cover = [["Umrah Reguler 12 Mar"], ["Disusun oleh", "Kantor Jakarta"]];
  const found = await read(await asWorkbook(cover, [HEADS, SITI], [HEADS, ["1", "OTHER", "", "", ""]]));
  expect(found).toEqual({ columns: HEADS, rows: [[2, "SITI RAHMAWATI"]] });
});
