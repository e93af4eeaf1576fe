import { expect, it } from "vitest";
import type { z } from "zod";
import {
  draftDeparture,
  readDeparture,
  withFlight,
  withoutFlight,
  withStart,
} from "@/components/packages/departure-draft";
import {
  draftPackage,
  type PackageWish,
  readPackage,
  withoutTier,
  withTier,
} from "@/components/packages/package-draft";
import { Departure } from "@/lib/packages/contract/departure";
import { Package } from "@/lib/packages/contract/package";

const example = <T>(schema: z.ZodType<T>): T => schema.parse((schema.meta() as { examples: unknown[] }).examples[0]);
const FLIGHT = {
  number: "SV 817",
  from: "CGK",
  to: "MED",
  departsZone: "Asia/Jakarta",
  arrivesZone: "Asia/Riyadh",
  departsAt: new Date("2026-12-24T03:00:00Z"),
  arrivesAt: new Date("2026-12-24T12:30:00Z"),
};

it("a departure comes out of its form as it went in, flights on the clocks of their airports", () => {
  const departure = { ...example(Departure), flights: [FLIGHT] };
  const draft = draftDeparture(departure);
  expect([draft["flight.0.departsAt"], draft["flight.0.arrivesAt"]]).toEqual(["2026-12-24T10:00", "2026-12-24T15:30"]);
  const { city, startsAt, endsAt, capacity, prices, groupId } = departure;
  const [departsAt, arrivesAt] = [FLIGHT.departsAt.toISOString(), FLIGHT.arrivesAt.toISOString()];
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const flights = [{ ...FLIGHT, departsAt, arrivesAt }];
  expect(readDeparture(draft, departure)).toEqual({ wish: { city, ...span, capacity, prices, groupId, flights } });
});

it("one more flight goes home the way the first came, and what can't be read is named", () => {
  const departure = { ...example(Departure), flights: [FLIGHT] };
  const two = withFlight(draftDeparture(departure), departure.timeZone);
  expect([two["flight.1.from"], two["flight.1.to"], two["flight.1.departsZone"]]).toEqual([
    "MED",
    "CGK",
    "Asia/Riyadh",
  ]);
  expect(readDeparture({ ...two, city: " " }, departure)).toEqual({
    wrong: ["city", "flight.1.number", "flight.1.departsAt"],
  });
  const back = withoutFlight(two, 0);
  expect([back["flight.0.from"], "flight.1.number" in back]).toEqual(["MED", false]);
});

it("a departure comes home after the package's days, until somebody says another day", () => {
  const first = withStart({ city: "Jakarta" }, "2026-12-24T10:00", 12);
  expect([first.startsAt, first.endsAt]).toEqual(["2026-12-24T10:00", "2027-01-04T10:00"]);
  expect(withStart(first, "2026-12-26T08:30", 12).endsAt).toBe("2027-01-06T08:30");
  expect(withStart({ ...first, endsAt: "2027-01-02T23:00" }, "2026-12-26T08:30", 12).endsAt).toBe("2027-01-02T23:00");
  expect(withStart(first, "", 12).endsAt).toBe("");
});

it("a new package begins with the agency's table for cancelling, and without it nothing is kept", () => {
  const tiers = [{ daysBefore: 30, keptPercent: 50 }];
  const tiersOf = (draft: ReturnType<typeof draftPackage>) => {
    const read = readPackage({ ...draft, name: "Umrah" }, "IDR", undefined);
    return "wish" in read ? read.wish.cancellationTiers : read.wrong;
  };
  const begun = draftPackage(undefined, "IDR", tiers);
  expect(tiersOf(begun)).toEqual(tiers);
  expect(tiersOf(withoutTier(begun, 0))).toEqual([]);
  expect(tiersOf({ ...withTier(begun), "tier.1.days": "7", "tier.1.kept": "80" })).toEqual([
    ...tiers,
    { daysBefore: 7, keptPercent: 80 },
  ]);
});

it("a package keeps what its form does not show: texts of days and a second hotel in a city", () => {
  const hotel = example(Package).hotels[0]!;
  const saved = {
    ...example(Package),
    hotels: [hotel, { ...hotel, name: "Second" }],
    itinerary: [
      { day: 1, title: "Jakarta – Madinah", text: "By night" },
      { day: 2, title: "Ziarah", text: "By bus" },
    ],
  };
  const draft = { ...draftPackage(saved, "IDR"), itinerary: "Jakarta – Madinah\nRawdah" };
  const read = readPackage(draft, "IDR", saved);
  const { itinerary, hotels, prices, cancellationTiers } = "wish" in read ? read.wish : ({} as PackageWish);
  expect(readPackage({ ...draft, "tier.0.kept": "120" }, "IDR", saved)).toEqual({ wrong: ["tier.0.kept"] });
  const placed = readPackage({ ...draft, branchId: saved.id }, "IDR", saved);
  expect(["wish" in read && read.wish.branchId, "wish" in placed && placed.wish.branchId]).toEqual([null, saved.id]);
  expect([itinerary, hotels, prices, cancellationTiers]).toEqual([
    [
      { day: 1, title: "Jakarta – Madinah", text: "By night" },
      { day: 2, title: "Rawdah", text: null },
    ],
    saved.hotels,
    saved.prices,
    saved.cancellationTiers,
  ]);
});
