import { afterAll, beforeAll, expect, it } from "vitest";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import type { Booking } from "@/lib/bookings/contract/booking";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { adults, book, DEPOSIT, pay, reckon, sellSeats, submit } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const DAYS_LATER = 3 * 24 * 60;
const expire = (id: string) => expireBooking(systemCall(world, world.agency.id, later(DAYS_LATER)), { id });
const reseat = (id: string) => updateBooking(as(world.owner, {}, later(DAYS_LATER)), { id, reseat: true });
const minutesHeld = ({ holdEndsAt }: Booking) => (holdEndsAt!.getTime() - later(DAYS_LATER).getTime()) / 60_000;

it("seats given anew to a hold that ran out wait as long as it had got: a draft without names is a draft again", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const nameless = await book(as(world.pilgrim), departureId, adults(2));
  const named = await book(as(world.otherPilgrim), departureId);
  await submit(as(world.otherPilgrim), named.id);
  for (const { id } of [nameless, named]) await expire(id);

  const draft = await reseat(nameless.id);
  expect([draft.status, minutesHeld(draft)]).toEqual(["draft", 30]);
  const waiting = await reseat(named.id);
  expect([waiting.status, minutesHeld(waiting)]).toEqual(["pending_payment", 24 * 60]);
  expect(await reckon(world, departureId)).toMatchObject({
    byPool: { held: 3, sold: 0 },
    byClaims: { held: 3, sold: 0 },
  });

  // Its names are still asked for before its seats are kept to be paid.
  const sent = updateBooking(as(world.owner, {}, later(DAYS_LATER + 1)), { id: nameless.id, submit: true });
  await expect(sent).rejects.toMatchObject({ code: "booking_incomplete" });
  const over = systemCall(world, world.agency.id, later(DAYS_LATER + 30));
  expect(await expireBooking(over, { id: nameless.id })).toBe(true);
});

it("[R6] money that buys its seats is seated, whoever's name is still missing", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const { id } = await book(as(world.pilgrim), departureId);
  expect(await pay(world, id, DEPOSIT, later(31))).toMatchObject({ outcome: "needs_seat_or_refund" });
  expect(await reseat(id)).toMatchObject({ status: "partially_paid", holdEndsAt: null, needsDecision: false });
});
