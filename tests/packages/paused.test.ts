import { createElement } from "react";
import { expect, it } from "vitest";
import { DepartureOffer } from "@/components/public/departure-offer";
import { draw } from "@/tests/support/draw";

type Departure = Parameters<typeof DepartureOffer>[0]["departure"];
const seats = { capacity: 45, held: 0, sold: 20, left: 25 };
const departure = {
  id: "d1",
  startsAt: new Date("2026-12-26T03:00:00Z"),
  timeZone: "Asia/Almaty",
  city: "Almaty",
  currency: "KZT",
  seats,
  flights: [],
  prices: [],
} as unknown as Departure;
const waysOf = (sells: boolean) => {
  const children = createElement(DepartureOffer, { departure, slug: "aqjol", sells });
  const html = draw(children);
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
};

it("a date leads to its booking where the agency sells, and nowhere while the agency is suspended or its trial is over", () => {
  expect(waysOf(true)).toEqual(["/a/aqjol/book/d1"]);
  expect(waysOf(false)).toEqual([]);
});
