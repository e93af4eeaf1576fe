import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Terms } from "@/components/bookings/cancel-act";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { verifyProof } from "@/lib/payments/commands/decide";
import { readProof } from "@/lib/payments/queries/proofs";
import { draw } from "@/tests/support/draw";
import { sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { look, send, toPay } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const waiting = async () => {
  const { bookingId: id, invoice } = await toPay(world, (await sellSeats(world, 4)).id);
  return { id, proof: await send(world.pilgrim, invoice.id) };
};
/** What stands in the question before a booking is cancelled. */
const asked = async (who: World["owner"], id: string, isDesk: boolean) => {
  const quote = await quoteCancel(as(who), { id });
  return draw(createElement(Terms, { quote, isDesk }));
};

it("whoever cancels a booking reads that a proof of it waits, and what becomes of it: nothing was said of money already sent", async () => {
  const { id, proof } = await waiting();
  expect(await asked(world.owner, id, true)).toContain("A proof of payment waits among the payment proofs");
  expect(await asked(world.pilgrim, id, false)).toContain("The office still checks the proof you sent");

  await verifyProof(as(world.owner), { id: proof.id, decision: "reject", reason: "Buram" });
  expect(await asked(world.owner, id, true), "once it is decided, nothing waits").not.toContain("proof");
  expect(await asked(world.pilgrim, id, false)).not.toContain("proof");
});

it("the desk reads of such a proof that the booking was cancelled: it was told of a hold that ran out", async () => {
  const { id, proof } = await waiting();
  await cancelBooking(as(world.pilgrim), { id });
  const seat = { name: "seat", verdict: "bad", code: "seat_cancelled" };
  expect((await readProof(as(world.owner), { id: proof.id })).checks).toContainEqual(expect.objectContaining(seat));
  expect((await look(world.owner, proof.id)).checks).toContainEqual(expect.objectContaining(seat));
});
