import { afterAll, beforeAll, expect, it } from "vitest";
import { expireBooking, followDates } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { listReminders } from "@/lib/invoices/queries/remind";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { book, DEPOSIT, days, idr, QUAD, sellSeats, submit } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";
import { invoiceOf, payBooking } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const span = (n: number) => ({ startsAt: days(n).toISOString(), endsAt: days(n + 10).toISOString() });
async function move(id: string, n: number) {
  await updateDeparture(as(world.owner), { id, ...span(n) });
  await followDates(systemCall(world), { id });
}

it("a departure moved by a slip and back again leaves every instalment where it was; meanwhile none is due before the deposit", async () => {
  const { id: departureId } = await sellSeats(world, 5, span(150));
  const { id } = await book(as(world.pilgrim), departureId);
  const before = (await invoiceOf(world, id)).instalments;
  expect(before).toHaveLength(4);
  await move(departureId, 50);
  const due = (await invoiceOf(world, id)).instalments.map(({ dueAt }) => dueAt.getTime());
  expect(due).toEqual(due.toSorted((a, b) => a - b));
  expect(due[0]).toBe(before[0]!.dueAt.getTime());
  await move(departureId, 150);
  expect((await invoiceOf(world, id)).instalments).toEqual(before);
});

it("a hold that ran out and has seats again is due by the day its departure leaves on now", async () => {
  const { id: departureId } = await sellSeats(world, 5, span(90));
  const { id } = await book(as(world.pilgrim), departureId);
  await submit(as(world.pilgrim), id);
  await expireBooking(systemCall(world, world.agency.id, days(2)), { id });
  const before = await invoiceOf(world, id);
  await move(departureId, 190);
  await updateBooking(as(world.owner, {}, days(2)), { id, reseat: true });
  const { instalments } = await invoiceOf(world, id);
  expect(instalments.at(-1)!.dueAt).toEqual(days(100, before.instalments.at(-1)!.dueAt));
  const reminded = async (n: number) =>
    (await listReminders(systemCall(world, world.agency.id, days(n)), {})).map((one) => one.id);
  expect(await reminded(31)).not.toContain(before.id);
  expect(await reminded(131)).toContain(before.id);
});

it("[R19] half a rupiah that is owed is asked for whole, since no bank brings it, and nobody has paid too much by it", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const { id } = await book(as(world.pilgrim), departureId);
  await submit(as(world.pilgrim), id);
  await payBooking(world, id, DEPOSIT);
  await payBooking(world, id, QUAD - DEPOSIT - 50);
  const { transfer } = await invoiceOf(world, id);
  expect([transfer!.base.amount, transfer!.amount.amount % 100]).toEqual([50, 0]);
  await payBooking(world, id, transfer!.amount.amount);
  expect(await invoiceOf(world, id)).toMatchObject({ state: "paid", paid: idr(QUAD) });
});
