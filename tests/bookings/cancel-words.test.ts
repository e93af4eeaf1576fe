import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Terms } from "@/components/bookings/cancel-act";
import { MoneyPart } from "@/components/bookings/money-part";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { draw } from "@/tests/support/draw";
import { invoiceOf, payBooking } from "../invoices/support";
import { as, newWorld, type World } from "../support/world";
import { book, DEPOSIT, days, idr, QUAD, sellSeats, submit } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const read = (html: string) => html.replace(/<[^>]*>/g, " ").replaceAll("\u00a0", " ");

it("who cancels with less paid than is kept reads what is still owed after it: nobody said that a debt would be left", async () => {
  const me = as(world.pilgrim);
  const { id } = await book(me, (await sellSeats(world, 5)).id);
  await submit(me, id);
  await payBooking(world, id, DEPOSIT);
  // Twenty days before leaving half is kept.
  const then = as(world.pilgrim, {}, days(20));
  const quote = await quoteCancel(then, { id });
  expect(quote).toMatchObject({ kept: idr(QUAD / 2), refund: idr(0), rest: idr(QUAD / 2 - DEPOSIT) });
  expect(read(draw(createElement(Terms, { quote, isDesk: false })))).toContain(
    "IDR 12,250,000 is then still to be paid",
  );

  await cancelBooking(then, { id });
  const invoice = await invoiceOf(world, id, days(20));
  expect(invoice.total.amount - invoice.paid.amount, "as the invoice says").toBe(quote.rest.amount);
  const booking = await readBooking(then, { id });
  expect(read(draw(createElement(MoneyPart, { booking }))), "as the booking says").toContain(
    "IDR 12,250,000 still to pay",
  );
});

it("who cancels with more paid reads of no rest", async () => {
  const me = as(world.pilgrim);
  const { id } = await book(me, (await sellSeats(world, 5)).id);
  await submit(me, id);
  await payBooking(world, id, QUAD);
  const quote = await quoteCancel(as(world.pilgrim, {}, days(20)), { id });
  expect(quote).toMatchObject({ kept: idr(QUAD / 2), refund: idr(QUAD / 2), rest: idr(0) });
  expect(draw(createElement(Terms, { quote, isDesk: false }))).not.toContain("still to be paid");
});
