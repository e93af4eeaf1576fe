import { afterAll, beforeAll, expect, it } from "vitest";
import { createDeparture, duplicateDeparture, importPrices } from "@/lib/packages/commands/departures";
import { archivePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { days, sellPackage, sellSeats } from "../bookings/support";
import { refusal } from "../support/refusal";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const owner = () => as(world.owner);

it("another departure of the same is at the hours of the first by the clocks of their places, also where clocks change in between", async () => {
  const { id: packageId } = await sellPackage(world);
  const year = new Date().getUTCFullYear() + 2;
  const [out, home] = [`${year}-01-10`, `${year}-01-20`];
  const flights = [
    { number: "SV 178", from: "FRA", to: "JED", departsZone: "Europe/Berlin", arrivesZone: "Asia/Riyadh" },
    { number: "SV 179", from: "JED", to: "FRA", departsZone: "Asia/Riyadh", arrivesZone: "Europe/Berlin" },
  ] as const;
  const first = await createDeparture(owner(), {
    id: packageId,
    city: "Frankfurt",
    timeZone: "Europe/Berlin",
    capacity: 4,
    startsAt: `${out}T07:00:30.000Z`,
    endsAt: `${home}T20:00:00.000Z`,
    flights: [
      { ...flights[0], departsAt: `${out}T09:00:00.000Z`, arrivesAt: `${out}T15:00:00.000Z` },
      { ...flights[1], departsAt: `${home}T12:00:00.000Z`, arrivesAt: `${home}T18:00:00.000Z` },
    ],
  });
  // 08:00 in Frankfurt, which is an hour further ahead in summer; Jeddah's clock never changes.
  const summer = await duplicateDeparture(owner(), { id: first.id, startsAt: `${year}-07-10T06:00:30.000Z` });
  expect(summer.endsAt.toISOString()).toBe(`${year}-07-20T19:00:00.000Z`);
  expect(
    summer.flights.flatMap(({ departsAt, arrivesAt }) => [departsAt, arrivesAt].map((at) => at.toISOString())),
  ).toEqual([
    `${year}-07-10T08:00:00.000Z`,
    `${year}-07-10T15:00:00.000Z`,
    `${year}-07-20T12:00:00.000Z`,
    `${year}-07-20T17:00:00.000Z`,
  ]);
  // Its clocks change while they are away.
  const spring = await duplicateDeparture(owner(), { id: first.id, startsAt: `${year}-03-23T07:00:30.000Z` });
  expect(spring.endsAt.toISOString()).toBe(`${year}-04-02T19:00:00.000Z`);
});

it("another departure is not made of a package that was put away, nor while somebody puts it away; what is over keeps its prices", async () => {
  const { id, packageId } = await sellSeats(world, 4);
  await updateDeparture(owner(), { id, status: "cancelled" });
  const csv = "room,passenger,amount\nquad,adult,1\n";
  expect(await refusal(importPrices(owner(), { id, csv, dryRun: false }))).toBe("departure_over");
  const startsAt = days(60).toISOString();
  const [away, made] = await Promise.all([
    refusal(archivePackage(owner(), { id: packageId })),
    refusal(duplicateDeparture(owner(), { id, startsAt })),
  ]);
  expect([
    ["package_in_use", "no refusal"],
    ["no refusal", "package_not_found"],
  ]).toContainEqual([away, made]);
  const { id: other, packageId: put } = await sellSeats(world, 4);
  await updateDeparture(owner(), { id: other, status: "cancelled" });
  await archivePackage(owner(), { id: put });
  expect(await refusal(duplicateDeparture(owner(), { id: other, startsAt }))).toBe("package_not_found");
});
