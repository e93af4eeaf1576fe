import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { BookingActs } from "@/components/bookings/acts";
import { BookingDesk } from "@/components/bookings/booking-desk";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { DRAFT_HOLD_MS } from "@/lib/bookings/rules/life";
import { allMessages } from "@/lib/i18n/load";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { book, sellSeats } from "./support";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

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
    const page = { locale: "en" as const, messages: allMessages("en"), timeZone: "UTC", children };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, page));
  };
  const over = new Date(NOON.getTime() + DRAFT_HOLD_MS);
  expect(await shown(NOON)).not.toContain("To other seats");
  expect(await shown(over)).toContain("To other seats");
  await expireBooking(systemCall(world, world.agency.id, over), { id });
  expect(await shown(over)).toContain("To other seats");
});
