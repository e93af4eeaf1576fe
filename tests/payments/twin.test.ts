import { afterAll, beforeAll, expect, it } from "vitest";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { listBankLines } from "@/lib/payments/queries/bank";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { send, toPay } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

it("[R11] a payer's second transfer of the same amount within a week is booked once somebody says that it is other money", async () => {
  const { bookingId, invoice } = await toPay(world, (await sellSeats(world, 9)).id);
  const proof = await send(world.pilgrim, invoice.id, DEPOSIT);
  await verifyProof(as(world.owner), { id: proof.id, decision: "approve" });
  const csv = `date,text,amount\n${NOON.toISOString().slice(0, 10)},SECOND,${DEPOSIT / 100}`;
  await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
  const { id } = (await listBankLines(as(world.admin), {})).data[0]!;
  const line = { id, invoiceId: invoice.id };
  await expect(matchLine(as(world.admin), line)).rejects.toMatchObject({ code: "payment_seen" });
  expect(await matchLine(as(world.admin), { ...line, again: true })).toMatchObject({ isBooked: true });
  expect((await invoiceOf(world, bookingId)).paid.amount).toBe(DEPOSIT * 2);
  await expect(matchLine(as(world.admin), { ...line, again: true })).rejects.toMatchObject({ code: "bank_line_taken" });
  expect((await invoiceOf(world, bookingId)).paid.amount).toBe(DEPOSIT * 2);
});
