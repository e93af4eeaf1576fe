import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agencies } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import { HOUR, MINUTE } from "@/lib/kernel/durations";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { readImport } from "@/lib/travel/queries/import";
import { tasks } from "@/lib/travel/tasks";
import { subjectOf } from "@/server/doors/page-subject";
import { sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type World } from "../support/world";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld();
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const depart = async () => (await sellSeats(world, 400, { id: packageId })).id;
const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `JAMAAH ${String(from + i).padStart(4, "0")},1968-03-14,F`);
/** A file of so many is looked through and begun with. */
async function begin(id: string, from: number, count: number) {
  const file = new TextEncoder().encode(["Name,Born,Sex", ...people(from, count)].join("\n"));
  const { id: importId } = await uploadPassengers(owner(), { id, file });
  await startImport(owner(), { id, importId });
  return { id, importId };
}
/** What the house does every five minutes, so long after all began. */
const takeOn = (after: number) => {
  const task = tasks.find(({ name }) => name === "travel.take_on")!;
  const call = systemCall(world, world.agency.id, new Date(NOON.getTime() + after));
  return (task.run as (...all: unknown[]) => Promise<unknown>)(call, undefined, world.house.ports);
};
const spoil = (importId: string, position: number) =>
  owner().transact("agency", false, (tx) =>
    tx.execute(sql`update passenger_import_parts set sealed_rows = 'v1.sealed-by-another-house'
      where import_id = ${importId} and position = ${position}`),
  );
const kept = (importId: string) =>
  owner().transact("agency", true, (tx) =>
    tx.execute(sql`select 1 from passenger_import_parts where import_id = ${importId} and sealed_rows is not null`),
  );

it("an import that can't go on ends within an hour, keeps no passports, and nobody else waits for it", async () => {
  const stuck = await begin(await depart(), 1, 130);
  const other = await begin(await depart(), 1, 2);
  await spoil(stuck.importId, 1);
  expect(await takePart(systemCall(world), { importId: stuck.importId })).toBe(true);
  const second = begin(stuck.id, 201, 1);
  await expect(second).rejects.toMatchObject({ code: "import_running" });

  await expect(takeOn(5 * MINUTE)).rejects.toThrow("1 failed");
  expect(await readImport(owner(), stuck)).toMatchObject({ status: "running", done: 100 });
  expect(await readImport(owner(), other)).toMatchObject({ status: "done", done: 2 });

  await expect(takeOn(HOUR + 5 * MINUTE)).rejects.toThrow("1 failed");
  expect(await readImport(owner(), stuck)).toMatchObject({ status: "failed", done: 100, fine: 130 });
  expect(await kept(stuck.importId)).toHaveLength(0);
  await expect(takeOn(HOUR + 10 * MINUTE)).resolves.toBeUndefined();

  // The same file again: whoever is in already is named, the rest can be taken in.
  expect(await readImport(owner(), await begin(stuck.id, 1, 130))).toMatchObject({ status: "running", fine: 30 });
});

it("an import that goes on after an hour of silence is taken to its end", async () => {
  const slept = await begin(await depart(), 1, 3);
  await takeOn(5 * HOUR);
  expect(await readImport(owner(), slept)).toMatchObject({ status: "done", done: 3 });
});

const stand = (status: "suspended" | "expired" | "active") =>
  fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.update(agencies).set({ status }).where(eq(agencies.id, world.agency.id)),
  );

it.each(["suspended", "expired"] as const)(
  "an import of an agency that is %s books nobody more, says that it waits, and goes on by itself once it is open again",
  async (status) => {
    const going = await begin(await depart(), 1, 130);
    expect(await takePart(systemCall(world), { importId: going.importId })).toBe(true);

    await stand(status);
    expect(await takePart(systemCall(world), { importId: going.importId })).toBe(false);
    await takeOn(5 * HOUR);
    expect(await readImport(owner(), going)).toMatchObject({ status: "paused", done: 100, fine: 130 });
    const opens = () => subjectOf("office", `/departures/${going.id}/import`)!({ ...owner(), readOnly: true });
    expect(await opens(), "whoever comes back reads so").toBe(true);

    await stand("active");
    await takeOn(6 * HOUR);
    expect(await readImport(owner(), going)).toMatchObject({ status: "done", done: 130 });
    expect(await opens(), "who may only look takes nobody in").toBe(false);
  },
);
