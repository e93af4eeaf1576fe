import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { MyMapMeanwhile } from "@/components/journey/my-map-meanwhile";
import { LeadMapMeanwhile } from "@/components/today/lead-map-meanwhile";
import { locales } from "@/lib/i18n/locales";
import { spotAt } from "@/lib/tracking/rules/geo";
import { draw } from "@/tests/support/draw";

// What stands there before any script has come: on a slow network the map's own take seconds.

const NOW = new Date("2026-11-21T05:18:00.000Z");
const from = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const GATE = { lat: 21.4210447, lng: 39.8258406, label: "King Abdulaziz Gate" };

const groupUntil = (hours: number) => ({
  id: "g",
  number: 7,
  name: "Umrah Akhir Musim",
  branchId: null,
  startsAt: from(-100),
  endsAt: from(hours),
  timeZone: "Asia/Riyadh",
  state: hours > 0 ? ("running" as const) : ("past" as const),
  meetingPoint: GATE,
  capacity: 45,
  members: 3,
  needsApproval: false,
  joinCode: null,
  joinCodeExpiresAt: null,
  waiting: null,
  mine: null,
  mayChange: false,
  createdAt: from(-900),
});
const member = (userId: string, personName: string, phone: string) => ({
  userId,
  personName,
  phone,
  avatar: null,
  role: "pilgrim" as const,
  subGroup: null,
  mayLead: null,
  sharing: "on" as const,
  joinedAt: from(-90),
});
const seen = (userId: string, metres: number) => ({
  userId,
  sharing: "on" as const,
  battery: null,
  batteryAt: null,
  position: { ...spotAt(GATE, 90, metres), at: NOW, accuracy: 10, speed: 0, heading: null, battery: null },
});

const forPilgrim = (endsIn: number, locale: (typeof locales)[number] = "en") => {
  const leader = { name: "Lukman Hakim", phone: "+628123456789", avatar: null };
  const given = { group: groupUntil(endsIn), sharing: "on" as const, seenToo: false, leader, now: NOW };
  return draw(createElement(MyMapMeanwhile, given), locale);
};
const forLeader = (endsIn: number, locale: (typeof locales)[number] = "en") => {
  const members = [member("s", "Siti", "+62811"), member("h", "Herman", "+62822"), member("me", "Lukman", "+62833")];
  const given = { userId: "me", group: groupUntil(endsIn), members, latest: [seen("s", 700), seen("h", 20)], now: NOW };
  return draw(createElement(LeadMapMeanwhile, { ...given, trails: {} }), locale);
};

describe.each(locales)("before the map has come, in %s,", (locale) => {
  it("a pilgrim reads where to meet and can call the leader", () => {
    const html = forPilgrim(100, locale);
    expect(html).toContain(GATE.label);
    expect(html).toContain('href="tel:+628123456789"');
  });

  it("a leader reads who is not at the meeting point and can call them, and nothing does nothing when it is pressed", () => {
    const html = forLeader(100, locale);
    expect(html).toContain("Umrah Akhir Musim");
    expect(html).toContain("Siti");
    expect(html).toContain('href="tel:+62811"');
    expect(html).not.toMatch(/Herman|Lukman|<button/);
  });
});

it("[R56] before the map has come, a trip that is over shows nobody to the leader, and tells the pilgrim that nobody sees them", () => {
  expect(forLeader(-1)).not.toMatch(/Siti|Herman/);
  expect(forPilgrim(100)).toContain("can see where you are");
  expect(forPilgrim(-1)).toContain("Nobody can see where you are");
});
