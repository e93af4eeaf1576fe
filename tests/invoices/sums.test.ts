import { afterAll, beforeAll, expect, it } from "vitest";
import { listInvoices, sumInvoices } from "@/lib/invoices/queries/invoices";
import { adults, book, QUAD, sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { payBooking } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

it("sums what a list of invoices comes to, and only for whoever sees the reports", async () => {
  const { id: departureId } = await sellSeats(world, 9);
  const { id } = await book(as(world.pilgrim), departureId, adults(2));
  await book(as(world.owner), departureId, adults(3));
  const { data: rows } = await listInvoices(as(world.owner), { limit: 100 });
  const total = rows.reduce((sum, row) => sum + row.total.amount, 0);
  const sums = async (query: Parameters<typeof sumInvoices>[1]) => (await sumInvoices(as(world.owner), query)).data;
  const first = { currency: "IDR", count: rows.length, owed: total, paid: 0, rest: total };
  expect(rows).toHaveLength(2);
  expect(await sums({})).toEqual([first]);
  await payBooking(world, id, 1_000);
  expect(await sums({ sort: "due" })).toEqual([{ ...first, paid: 1_000, rest: total - 1_000 }]);
  expect(await sums({ view: "void" })).toEqual([]);
  expect(await sums({ q: "nobody is called this" })).toEqual([]);
  for (const who of [world.leader, world.pilgrim])
    await expect(sumInvoices(as(who), {})).rejects.toMatchObject({ code: "forbidden" });
});

it("[R79] comes for a branch's manager to what their branch sold, and to nothing of the others", async () => {
  const { id: departureId } = await sellSeats(world, 9, { branchId: world.agency.branchId });
  await book(as(world.otherPilgrim), departureId, adults(2));
  const sums = async (who: typeof world.manager) => (await sumInvoices(as(who), {})).data;
  const [all] = await sums(world.owner);
  expect(await sums(world.manager)).toEqual([{ currency: "IDR", count: 1, owed: 2 * QUAD, paid: 0, rest: 2 * QUAD }]);
  expect(all!.owed).toBeGreaterThan(2 * QUAD);
  expect(await sums(world.rivalOwner)).toEqual([]);
});
