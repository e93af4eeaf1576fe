import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BookingActs } from "@/components/bookings/acts";
import { PartyPart } from "@/components/bookings/party-part";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { updateBooking } from "@/lib/bookings/commands/update";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { draw } from "@/tests/support/draw";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";
import { adults, book, days, sellSeats } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const FIFTEEN = days(-15 * 365)
  .toISOString()
  .slice(0, 10);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "no refusal",
    (error) => error.details?.fields?.guardianId?.[0] ?? error.code,
  );

it("who is under age looks after nobody, also at a grown-up's fare: two of fifteen do not travel on each other's word", async () => {
  const me = as(world.pilgrim);
  const { id } = await book(me, (await sellSeats(world, 5)).id, adults(2));
  const [one, other] = (await readBooking(me, { id })).party.map((pilgrim) => pilgrim.id) as [string, string];
  const set = (pilgrimId: string, more: object) =>
    refusal(updatePilgrim(me, { id, pilgrimId, passportName: "RAFI", gender: "male", ...more }));
  expect(await set(one, { birthDate: FIFTEEN })).toBe("no refusal");
  expect(await set(other, { birthDate: FIFTEEN, guardianId: one })).toBe("guardian_unknown");
  expect(await set(other, { birthDate: FIFTEEN })).toBe("no refusal");
  expect(await set(one, { guardianId: other })).toBe("guardian_unknown");
  expect(await refusal(updateBooking(me, { id, submit: true }))).toBe("booking_incomplete");

  expect(await set(other, { birthDate: "1970-03-14" })).toBe("no refusal");
  expect(await set(one, { guardianId: other })).toBe("no refusal");
  // Nor does a guardian turn out to be one afterwards.
  expect(await set(other, { birthDate: FIFTEEN })).toBe("guardian_needed");
  expect(await refusal(updateBooking(me, { id, submit: true }))).toBe("no refusal");
});

it("of a file the first who is grown up pays and looks after the others, whoever stands above", async () => {
  const { id: departureId } = await sellSeats(world, 9);
  const line = (name: string, passport: string, born: string) => `A;${name};${passport};14/08/2033;${born};L`;
  const file = new TextEncoder().encode(
    [
      "Keluarga;Nama sesuai paspor;No. Paspor;Masa berlaku paspor;Tgl. Lahir;L/P",
      line("RAFI", "C7100001", FIFTEEN),
      line("ADIK", "C7100002", "01/02/2020"),
      line("BAPAK", "C7100003", "01/02/1970"),
    ].join("\r\n"),
  );
  const owner = as(world.owner);
  const { id: importId, problems } = await uploadPassengers(owner, { id: departureId, file });
  expect(problems).toEqual([]);
  await startImport(owner, { id: departureId, importId });
  while (await takePart(systemCall(world), { importId }));
  const [booked] = (await listBookings(owner, { departureId })).data;
  const { party, payer } = await readBooking(owner, { id: booked!.id });
  const father = party.find((one) => one.passportName === "BAPAK")!.id;
  expect(payer.name).toBe("BAPAK");
  expect(party.map(({ guardianId }) => guardianId)).toEqual([father, father, null]);
});

it("offers as a guardian nobody who is under age: a brother of fifteen at a grown-up's fare was chosen, and refused", async () => {
  const me = as(world.pilgrim);
  const { id } = await book(me, (await sellSeats(world, 5)).id, adults(3));
  const people = (await readBooking(me, { id })).party.map((pilgrim) => pilgrim.id);
  for (const [i, passportName] of ["BUDI", "UMAR", "DEWI"].entries()) {
    const details = { passportName, birthDate: i === 1 ? "1970-03-14" : FIFTEEN };
    await updatePilgrim(me, { id, pilgrimId: people[i]!, ...details });
  }
  const booking = await readBooking(me, { id });
  const part = { booking, acts: {} as BookingActs, country: "ID" as const, isLive: true, hasLeft: true, isDesk: false };
  const children = createElement(PartyPart, part);
  const screen = draw(children);
  const offered = (name: string) => people.filter((one) => screen.includes(`value="${one}">${name}<`)).length;
  expect(["BUDI", "UMAR", "DEWI"].map(offered)).toEqual([0, 1, 0]);
});
