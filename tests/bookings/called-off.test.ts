import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking, cancelByAgency, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { systemCall } from "../inventory/support";
import { invoiceOf, payBooking } from "../invoices/support";
import { as, newWorld, type World } from "../support/world";
import { adults, book, idr, PRICES, QUAD, sellSeats } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

it("of a trip the agency called off nothing is kept, also from a payer who cancels before the house does", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const me = as(world.pilgrim);
  const { id } = await book(me, departureId, adults(2));
  await payBooking(world, id, 2 * QUAD);
  await updateDeparture(as(world.owner), { id: departureId, status: "cancelled" });
  expect(await quoteCancel(me, { id })).toMatchObject({ kept: idr(0), refund: idr(2 * QUAD), keptPercent: 0 });
  const [first] = (await readBooking(me, { id })).party;
  await cancelPilgrim(me, { id, pilgrimId: first!.id });
  expect(await cancelBooking(me, { id })).toMatchObject({ status: "cancelled", owed: idr(0), refund: idr(2 * QUAD) });
  expect(await cancelByAgency(systemCall(world), { id })).toBe(false);
  const { party } = await readBooking(me, { id });
  expect(party.map(({ cancellation }) => cancellation)).toMatchObject([
    { byAgency: true, kept: idr(0) },
    { byAgency: true, kept: idr(0) },
  ]);
});

it("[R19] what is kept is a sum that people can pay: of rupiah a whole one", async () => {
  const price = 3_456_789_100;
  const { id: departureId } = await sellSeats(world, 5, { prices: [{ ...PRICES[0]!, amount: idr(price) }] });
  const me = as(world.pilgrim);
  const { id } = await book(me, departureId, adults(2));
  await payBooking(world, id, 2 * price);
  const [first] = (await readBooking(me, { id })).party;
  // Ten per cent of 34,567,891 rupiah, less the tenth of one that nobody has.
  const after = await cancelPilgrim(me, { id, pilgrimId: first!.id });
  expect(after).toMatchObject({ owed: idr(price + 345_678_900), refund: idr(price - 345_678_900) });
  expect((await invoiceOf(world, id)).total).toEqual(after.owed);
});
