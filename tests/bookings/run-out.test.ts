import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BookingActs } from "@/components/bookings/acts";
import { BookingDesk } from "@/components/bookings/booking-desk";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { DRAFT_HOLD_MS } from "@/lib/bookings/rules/life";
import { systemCall } from "../inventory/support";
import { draw } from "../support/draw";
import { as, NOON, newWorld, type World } from "../support/world";
import { book, sellSeats } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

it("whoever's hold ran out while they typed is shown the way to other seats, on the open page and afterwards: they were told to look again, and not where", async () => {
  const { id: departureId } = await sellSeats(world, 2);
  const { id } = await book(as(world.pilgrim), departureId);
  const shown = async (now: Date) => {
    const children = createElement(BookingDesk, {
      booking: await readBooking(as(world.pilgrim), { id }),
      acts: {} as BookingActs,
      country: "ID",
      maySell: false,
      again: "To other seats",
      now: now.getTime(),
    });
    return draw(children);
  };
  const over = new Date(NOON.getTime() + DRAFT_HOLD_MS);
  expect(await shown(NOON)).not.toContain("To other seats");
  expect(await shown(over)).toContain("To other seats");
  await expireBooking(systemCall(world, world.agency.id, over), { id });
  expect(await shown(over)).toContain("To other seats");
});
