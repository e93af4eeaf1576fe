import { afterAll, beforeAll, expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { readImport } from "@/lib/travel/queries/import";
import { sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
let id: string;
beforeAll(async () => {
  world = await newWorld();
  id = (await sellSeats(world, 60, { id: (await sellPackage(world)).id })).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const upload = (file: Uint8Array<ArrayBuffer>) => uploadPassengers(owner(), { id, file });

it("a file of passengers is taken in where a long text of it ends in the middle of an emoji, and turns nobody's page around", async () => {
  const [wish, heading] = [`${"x".repeat(159)}😀`, `${"x".repeat(119)}😀`];
  const head = `Nama;Tgl lahir;L/P;Keinginan kamar;Catatan kesehatan;${heading}`;
  const found = await upload(new TextEncoder().encode(`${head}\nSITI;1970-01-01;P;${wish};Asma\u202e\u0007 ringan;\n`));
  await startImport(owner(), { id, importId: found.id });
  while (await takePart(systemCall(world), { importId: found.id }));
  expect(await readImport(owner(), { id, importId: found.id })).toMatchObject({ status: "done", done: 1 });
  const [booked] = (await listBookings(owner(), { departureId: id })).data;
  const { party } = await readBooking(owner(), { id: booked!.id });
  expect(party[0]).toMatchObject({ roomWish: "x".repeat(159), healthNotes: "Asma ringan" });
});

it("and read though a cell of it is no day where its workbook means days: the row is named", async () => {
  const cell = (value: string | number) =>
    typeof value === "number" ? { value, type: Number, format: "dd/mm/yyyy" } : { value, type: String };
  const rows = [
    ["Nama", "Tgl lahir", "L/P", "No. HP"],
    ["SITI", "1970-01-01", "P", 6_281_234_567_890],
  ];
  const workbook = await writeXlsx(rows.map((row) => row.map(cell)) as never, {}).toBuffer();
  const found = await upload(new Uint8Array(workbook));
  expect(found.problems).toEqual([{ row: 2, field: "phone", problem: "invalid_format" }]);
});
