import { createElement, type ReactNode } from "react";
import { expect, it } from "vitest";
import { BookForm } from "@/components/bookings/book-form";
import { BookingCards } from "@/components/bookings/booking-cards";
import { MyTurn } from "@/components/bookings/my-turn";
import type { RanOut } from "@/lib/bookings/contract/booking";
import type { MyWait } from "@/lib/bookings/contract/waitlist";
import { rupiah } from "@/lib/kernel/money";
import { draw } from "../support/draw";

const NOW = new Date("2026-11-23T05:00:00Z");
const waits: MyWait = {
  id: "first",
  departureId: "december",
  personName: "Siti Rahmawati",
  phone: null,
  seats: 2,
  status: "waiting",
  offerEndsAt: null,
  createdAt: NOW,
  packageName: "Umrah Akhir Tahun",
  startsAt: new Date("2026-12-24T03:00:00Z"),
  timeZone: "Asia/Jakarta",
};
const offered: MyWait = { ...waits, status: "offered", offerEndsAt: new Date("2026-11-25T04:05:00Z") };
const page = (children: ReactNode) => draw(children).replaceAll("\u00a0", " ");

it("a place in a queue says for which trip it is, and until when its seats are offered: two were alike, and no end was named", () => {
  const cards = (wait: MyWait) =>
    page(
      createElement(BookingCards, {
        agency: "nurani",
        bookings: [],
        waits: [wait],
        leave: () => Promise.resolve({ ok: true as const, value: null }),
        now: NOW.getTime(),
      }),
    );
  expect(cards(waits)).toContain("Umrah Akhir Tahun");
  expect(cards(waits)).toContain("Thursday, December 24");
  expect(cards(waits)).toContain("Waiting");
  expect(cards(offered)).toContain("Offered until Nov 25, 11:05");
});

it("whoever comes to book reads that they stand in its queue, or how long its seats are kept for them", () => {
  const top = (wait: MyWait) => page(createElement(MyTurn, { wait, now: NOW.getTime() }));
  expect(top(waits)).toContain("2 seats");
  expect(top(waits)).toContain("You are in the queue.");
  expect(top(offered)).toContain("Seats offered · 2 seats");
  expect(top(offered)).toContain("Hold ends Nov 25, 11:05");
});

const price = { roomType: "quad", passengerType: "adult", amount: rupiah(34_500_000) } as const;
const act = () => Promise.resolve({ ok: false as const, error: "", message: "" });
const form = (left: number, again: RanOut | null) =>
  page(
    createElement(BookForm, {
      departure: {
        id: "december",
        prices: [price],
        seats: { capacity: 6, sold: 6 - left, held: 0, left },
      },
      home: "/a/nurani/my/bookings",
      place: act,
      wait: act,
      allowance: null,
      again,
    }),
  );

it("whoever finds no seat reads why there is a queue, before they stand in it", () => {
  expect(form(0, null)).toContain("This departure is full. Whoever waits is offered seats in order");
});

it("whoever comes again after their time ran out finds the same people there, and reads that nothing is typed anew", () => {
  const two = [true, false].map((isPayer) => ({ passengerType: "adult" as const, roomType: "quad" as const, isPayer }));
  const again = form(6, { id: "before", pilgrims: two });
  expect(again).toContain("What you filled in before your time ran out comes along.");
  expect(again).toContain(">2</output>");
  expect(form(6, null)).not.toContain("comes along");
});
