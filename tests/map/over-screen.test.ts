import { createElement, type ReactNode } from "react";
import { expect, it } from "vitest";
import { GroupMap } from "@/components/map/group-map";
import { draw } from "@/tests/support/draw";

const NOW = new Date("2026-11-21T05:18:00.000Z");
const HOUR = 3_600_000;
const from = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const heard = {
  userId: "siti",
  sharing: "on" as const,
  position: { lat: 21.42, lng: 39.82, at: from(-1), accuracy: 10, speed: 0, heading: null, battery: null },
  battery: null,
  batteryAt: null,
};

/** What a leader's map says of a group whose trip ends so many hours from now. */
function said(endsIn: number, filesOf?: () => ReactNode) {
  const children = createElement(GroupMap, {
    agency: "nurani",
    zone: "Asia/Riyadh",
    group: { id: "g", number: 7, name: "Group 7", startsAt: from(-200), endsAt: from(endsIn) },
    members: [{ userId: "siti", name: "Siti", phone: "+628123456789" }],
    me: { userId: "leader", sharing: "off" },
    meetingPoint: null,
    latest: [heard],
    now: NOW.getTime(),
    filesOf,
    actions: { reread: () => Promise.resolve(null) },
  });
  return draw(children);
}

it("a map after the trip says that it is over, names everybody with a phone, and asks nobody to share", () => {
  const over = said(-1);
  expect(over).toContain("The trip is over");
  expect(over).toContain("Positions were shared until Saturday, November 21, 07:18.");
  expect(over).toContain("tel:+628123456789");
  expect(over).not.toMatch(/Nobody shares|No signal|No position|Position known/);
  expect(said(1)).not.toContain("The trip is over");
  expect(said(1)).toContain("No signal since 07:18");
});

it("whoever may take a way out as a file reads after the trip where that is", () => {
  expect(said(-1, () => "a file")).toContain("save that person&#x27;s way as a file");
  expect(said(-1)).not.toContain("as a file");
});
