import { afterAll, beforeAll, expect, it } from "vitest";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { readImport, readImportProblems } from "@/lib/travel/queries/import";
import { days, sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld(12);
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const depart = async (seats = 60) => (await sellSeats(world, seats, { id: packageId })).id;
const HEAD = "Keluarga;Nama sesuai paspor;No. Paspor;Masa berlaku paspor;Tgl. Lahir;L/P;Sudah dibayar";
type Row = { family?: string; passport?: string; expires?: string; born?: string; paid?: string };
const line = (n: number, { family = "", passport, expires = "14/08/2033", born = "14/03/1968", paid = "" }: Row = {}) =>
  [family, `JAMAAH ${n}`, passport ?? `C${7_000_000 + n}`, expires, born, "P", paid].join(";");
const upload = (id: string, ...lines: string[]) =>
  uploadPassengers(owner(), { id, file: new TextEncoder().encode([HEAD, ...lines].join("\n")) });
const told = ({ problems }: Awaited<ReturnType<typeof upload>>) =>
  problems.map(({ row, field, problem }) => [row, field, problem]);

it("an infant of the file needs no seat: what is needed is what will be taken", async () => {
  const id = await depart(2);
  const infant = days(-200).toISOString().slice(0, 10);
  const found = await upload(id, line(1, { family: "A" }), line(2, { family: "A", born: infant }), line(3));
  expect(found).toMatchObject({ fine: 3, seatsNeeded: 2, seatsLeft: 2, wrong: 0 });
  await startImport(owner(), { id, importId: found.id });
  while (await takePart(systemCall(world), { importId: found.id }));
  const done = await readImport(owner(), { id, importId: found.id });
  expect(done).toMatchObject({ status: "done", done: 3, refused: 0, seatsLeft: 0 });
});

it("every row of a file is either taken in or has a problem: who travels with somebody refused is told so", async () => {
  const found = await upload(
    await depart(),
    ...[line(11, { family: "A" }), line(12, { family: "A", expires: "01/01/2027" })],
    ...[line(13, { family: "B", paid: "999.000.000" }), line(14, { family: "B" })],
    line(15),
  );
  expect(told(found)).toEqual([
    [2, "booking", "family_refused"],
    [3, "passportExpiresOn", "passport_too_short"],
    [4, "paid", "paid_too_much"],
    [5, "booking", "family_refused"],
  ]);
  expect(found).toMatchObject({ rows: 5, fine: 1, wrong: 4 });
});

it("however many rows have a problem, all are counted and all can be taken home as a file in one's own language", async () => {
  const id = await depart();
  const bad = Array.from({ length: 1_205 }, (_, i) => line(1_000 + i, { passport: "?", born: "31/02/1960" }));
  const found = await upload(id, ...bad, line(9_000));
  expect(found).toMatchObject({ rows: 1_206, fine: 1, wrong: 1_205, problemCount: 2_410 });
  expect(found.problems).toHaveLength(1_000);
  const ask = { id, importId: found.id, format: "csv" as const };
  const { file } = await readImportProblems({ ...owner(), locale: "id" }, ask);
  const lines = file.csv!.trim().split("\r\n");
  expect(lines).toHaveLength(2_411);
  expect(lines.at(-1)).toMatch(/^"1206",".+",".+"$/);
  expect(lines[1]).toContain("Tanggal lahir");
  const rival = readImportProblems(as(world.rivalOwner), ask);
  await expect(rival).rejects.toMatchObject({ code: "departure_not_found" });
  await startImport(owner(), { id, importId: found.id });
  while (await takePart(systemCall(world), { importId: found.id }));
  expect(await readImport(owner(), { id, importId: found.id })).toMatchObject({ done: 1, wrong: 1_205 });
});
