import { afterAll, beforeAll, expect, it } from "vitest";
import { Invoice, InvoicePage } from "@/lib/invoices/contract/invoice";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { book, DEPOSIT, idr, QUAD, sellSeats, submit } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { invoiceOf, payBooking } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

it("every sum of an invoice says of which currency it is, and its currency stands nowhere beside them", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const { id } = await book(as(world.pilgrim), departureId);
  await submit(as(world.pilgrim), id);
  await payBooking(world, id, DEPOSIT);
  const invoice = await invoiceOf(world, id);
  expect(invoice).toMatchObject({
    total: idr(QUAD),
    paid: idr(DEPOSIT),
    lines: [{ amount: idr(QUAD) }],
    instalments: [
      { amount: idr(DEPOSIT), paid: idr(DEPOSIT) },
      { amount: idr(QUAD - DEPOSIT), paid: idr(0) },
    ],
    payments: [{ amount: idr(DEPOSIT), rounding: idr(0) }],
    transfer: { amount: { currency: "IDR" }, base: idr(QUAD - DEPOSIT) },
  });
  const page = await listInvoices(as(world.owner), { subjectId: id });
  expect(page.data).toMatchObject([{ total: idr(QUAD), paid: idr(DEPOSIT) }]);
  for (const one of [invoice, ...page.data]) expect(one).not.toHaveProperty("currency");
  expect([Invoice.safeEncode(invoice).success, InvoicePage.safeEncode(page).success]).toEqual([true, true]);
});
