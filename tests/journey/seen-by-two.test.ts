import { createElement } from "react";
import { expect, it } from "vitest";
import { MyToday } from "@/components/today/my-today";
import type { Group, SharingState } from "@/lib/groups/contract";
import { draw } from "@/tests/support/draw";

const now = new Date("2026-11-23T01:30:00Z");
const groupOf = (name: string, startsAt: string, endsAt: string, sharing: SharingState) =>
  ({
    id: name,
    name,
    number: 4,
    state: new Date(endsAt) < now ? "past" : "running",
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone: "Asia/Riyadh",
    busLabel: null,
    meetingPoint: null,
    mine: { role: "pilgrim", sharing },
  }) as unknown as Group;
const never = async () => ({ ok: false as const, error: "", message: "" });

/** Today of somebody whose page is about a group that does not see them. */
const today = (...others: Group[]) =>
  draw(
    createElement(MyToday, {
      agency: "nurani",
      me: { id: "siti", name: "Siti" },
      group: groupOf("Madinah", "2026-11-22", "2026-12-01", "off"),
      others,
      leaders: [],
      asked: [],
      leads: false,
      now,
      booking: null,
      savings: null,
      due: null,
      join: never,
      setSharing: never,
    }),
  );

it("whose position another running group sees too reads so, with the way to end that one alone", () => {
  const page = today(groupOf("Makkah", "2026-11-20", "2026-11-25", "on"));
  expect(page).toContain("<bdi>Makkah</bdi> sees your position too, until Nov 25 at the latest.");
  expect(page).toContain("Stop for this group");
  expect(page).toContain("This group does not see where you are");
  expect(page).not.toContain("Nobody sees where you are");
});

it("of a group that is over, or that sees nothing, nothing is said", () => {
  const page = today(
    groupOf("Makkah", "2026-11-01", "2026-11-09", "on"),
    groupOf("Jeddah", "2026-11-20", "2026-11-25", "off"),
  );
  expect(page).not.toContain("sees your position too");
  expect(page).toContain("Nobody sees where you are");
});
