import { expect, it } from "vitest";
import { currentOf, daysLeft, joinAddress, tripDay } from "@/components/journey/trip";

const zone = "Asia/Riyadh";
const trip = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  timeZone: zone,
});
const AUTUMN = trip("2026-11-18T01:00:00Z", "2026-11-27T14:00:00Z");

it("counts nights to sleep in the trip's zone, not hours", () => {
  expect(daysLeft(AUTUMN, new Date("2026-11-15T20:59:00Z"))).toBe(3);
  expect(daysLeft(AUTUMN, new Date("2026-11-15T21:00:00Z"))).toBe(2);
  expect(daysLeft(AUTUMN, new Date("2026-11-17T22:00:00Z"))).toBe(0);
  expect(daysLeft(AUTUMN, new Date("2026-12-01T00:00:00Z"))).toBe(0);
});

it("calls the day of departure the first and the day of return the last", () => {
  expect(tripDay(AUTUMN, AUTUMN.startsAt)).toEqual({ day: 1, days: 10 });
  expect(tripDay(AUTUMN, new Date("2026-11-21T05:18:00Z"))).toEqual({ day: 4, days: 10 });
  expect(tripDay(AUTUMN, AUTUMN.endsAt)).toEqual({ day: 10, days: 10 });
});

it("never counts a day outside of the trip", () => {
  expect(tripDay(AUTUMN, new Date("2026-10-01T00:00:00Z")).day).toBe(1);
  expect(tripDay(AUTUMN, new Date("2027-01-01T00:00:00Z")).day).toBe(10);
});

it("shows the trip that runs, else the next one, else the last one", () => {
  const past = { id: "past", state: "past" as const, ...trip("2026-01-01T00:00:00Z", "2026-01-09T00:00:00Z") };
  const older = { id: "older", state: "past" as const, ...trip("2025-01-01T00:00:00Z", "2025-01-09T00:00:00Z") };
  const next = { id: "next", state: "upcoming" as const, ...trip("2026-12-01T00:00:00Z", "2026-12-09T00:00:00Z") };
  const later = { id: "later", state: "upcoming" as const, ...trip("2027-02-01T00:00:00Z", "2027-02-09T00:00:00Z") };
  const now = { id: "now", state: "running" as const, ...AUTUMN };
  expect(currentOf([later, past, now, next])?.id).toBe("now");
  expect(currentOf([later, older, past, next])?.id).toBe("next");
  expect(currentOf([older, past])?.id).toBe("past");
  expect(currentOf([])).toBeNull();
});

it("puts a join code into an address without its dash", () => {
  expect(joinAddress("https://qafila.app", "K7QM-2XRT")).toBe("https://qafila.app/join/K7QM2XRT");
});
