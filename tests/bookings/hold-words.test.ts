import { createElement } from "react";
import { expect, it } from "vitest";
import { lacksOf } from "@/components/bookings/lacks";
import { BookingBadge } from "@/components/bookings/status-badge";
import { draw } from "@/tests/support/draw";

const badge = (now: string, holdEndsAt: string) =>
  draw(
    createElement(BookingBadge, {
      booking: {
        status: "draft",
        needsDecision: false,
        holdEndsAt: new Date(holdEndsAt),
        settleBy: new Date("2027-01-01T00:00:00Z"),
        timeZone: "Asia/Jakarta",
      },
      now: Date.parse(now),
    }),
  );

it("a hold that ends tomorrow, by the clock of the departure, names the day; one of today only the time", () => {
  // 16:00 UTC is 23:00 in Jakarta: an hour and a half later it is tomorrow there.
  expect(badge("2026-11-23T16:00:00Z", "2026-11-23T17:30:00Z")).toContain("Hold ends Nov 24, 00:30");
  expect(badge("2026-11-23T05:00:00Z", "2026-11-23T08:49:00Z")).toContain("Hold ends 15:49");
});

it("who still lacks something is told apart, also those whose name is not written yet", () => {
  const party = [
    { id: "gone", state: "cancelled", passportName: "BUDI" },
    { id: "a", state: "active", passportName: null },
    { id: "b", state: "active", passportName: "SITI" },
    { id: "c", state: "active", passportName: null },
  ] as const;
  const lacking = ["a", "b", "c"].map((pilgrimId) => ({ pilgrimId, missing: ["birthDate"] }));
  const names = lacksOf(party, lacking).map(({ name, number }) => name ?? number);
  expect(names).toEqual([1, "SITI", 3]);
});
