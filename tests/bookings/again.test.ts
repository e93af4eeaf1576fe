import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { cartAgain, pilgrimsOf } from "@/components/bookings/cart";
import { readPapers, setDocument, updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { expireBooking } from "@/lib/bookings/commands/settle";
import type { PlaceBooking } from "@/lib/bookings/contract/booking";
import type { Document } from "@/lib/bookings/contract/pilgrim";
import { readRanOut } from "@/lib/bookings/queries/allowance";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { adults, book, days, idr, PRICES, QUAD, reckon, sellPackage, sellSeats, submit } from "./support";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld();
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const later = new Date(NOON.getTime() + 31 * 60_000);
const me = () => as(world.pilgrim, {}, later);
const FATHER = { passportName: "BUDI SANTOSO", birthDate: "1970-05-02", gender: "male", nationality: "IDN" } as const;
const MOTHER = { passportName: "SITI AMINAH", birthDate: "1972-03-14", gender: "female" } as const;
const PAPERS = { passportNumber: "C1234567", passportExpiresOn: "2031-01-01", nationalId: "3175091234567890" };
const CHILD = { passportName: "AISYAH SANTOSO", birthDate: "2018-05-01", gender: "female" } as const;
const FAMILY = [...adults(2), { passengerType: "child" as const, roomType: "quad" as const, isPayer: false }];

/** A family's seats: everything about them is typed, and then the time is up. */
async function ranOut(departureId: string) {
  const call = as(world.pilgrim);
  const { id } = await book(call, departureId, FAMILY);
  const [father, mother, child] = (await readBooking(call, { id })).party.map((one) => one.id) as [
    string,
    string,
    string,
  ];
  await updatePilgrim(call, { id, pilgrimId: father, ...FATHER, ...PAPERS });
  await updatePilgrim(call, { id, pilgrimId: mother, ...MOTHER });
  await updatePilgrim(call, { id, pilgrimId: child, ...CHILD, guardianId: mother, relation: "parent" });
  await expireBooking(systemCall(world, world.agency.id, later), { id });
  return id;
}

describe("whoever takes seats again after their time was up", () => {
  it("types nothing anew: what was filled in comes along, at the price of today", async () => {
    const { id: departureId } = await sellSeats(world, 9, { id: packageId });
    const before = await ranOut(departureId);
    const DEARER = QUAD + 100_000_000;
    const prices = PRICES.map((one) => (one.amount.amount === QUAD ? { ...one, amount: idr(DEARER) } : one));
    await updateDeparture(as(world.owner), { id: departureId, prices });

    const again = await readRanOut(me(), { id: departureId });
    expect(again?.id).toBe(before);
    const cart = cartAgain(again?.pilgrims ?? [], prices);
    expect(cart).toEqual({ roomType: "quad", counts: { adult: 2, child: 1, infant: 0 }, travels: true });
    const { id } = await placeBooking(me(), { departureId, pilgrims: pilgrimsOf(cart), again: before });

    const { party, status } = await readBooking(me(), { id });
    const [father, mother, child] = party;
    expect([status, father?.price]).toEqual(["draft", idr(DEARER)]);
    expect(party).toMatchObject([
      { ...FATHER, userId: world.pilgrim.userId },
      MOTHER,
      { ...CHILD, relation: "parent" },
    ]);
    expect(child?.guardianId).toBe(mother?.id);
    const { passportNumber, nationalId, passportExpiresOn } = PAPERS;
    expect(await readPapers(me(), { id, pilgrimId: father!.id })).toEqual({ passportNumber, nationalId });
    expect(father?.passportExpiresOn).toBe(passportExpiresOn);
    const { byBookings, byClaims, byPool } = await reckon(world, departureId);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 3, sold: 0 }));
    // They have seats now: what is booked beside them is for others.
    expect(await readRanOut(me(), { id: departureId })).toBeNull();
  });

  it("finds it for fewer of them too, and for a stranger among them a blank form", async () => {
    const { id: departureId } = await sellSeats(world, 9, { id: packageId });
    const again = await ranOut(departureId);
    const pilgrims = [...adults(1), { passengerType: "infant" as const, roomType: "quad" as const }];
    const { id } = await placeBooking(me(), { departureId, pilgrims, again });
    const { party } = await readBooking(me(), { id });
    expect(party.map((one) => one.passportName)).toEqual([FATHER.passportName, null]);
    const others = await placeBooking(me(), { departureId, pilgrims: [{ ...adults(1)[0]!, isPayer: false }], again });
    expect((await readBooking(me(), { id: others.id })).party).toMatchObject([{ ...MOTHER, userId: null }]);
  });

  it("is asked anew for a passport that ends too soon after the departure they chose now", async () => {
    const [soon, late] = [
      await sellSeats(world, 9, { id: packageId }),
      await sellSeats(world, 9, {
        id: packageId,
        startsAt: days(1_700).toISOString(),
        endsAt: days(1_711).toISOString(),
      }),
    ];
    const again = await ranOut(soon.id);
    const { id } = await placeBooking(me(), { departureId: late.id, pilgrims: adults(1), again });
    const [father] = (await readBooking(me(), { id })).party;
    expect(father).toMatchObject({ passportName: FATHER.passportName, passportExpiresOn: null, passport: "missing" });
  });

  it("finds its papers judged as they were: the office had to look at each of them again", async () => {
    const [soon, late] = [
      await sellSeats(world, 9, { id: packageId }),
      await sellSeats(world, 9, {
        id: packageId,
        startsAt: days(60).toISOString(),
        endsAt: days(71).toISOString(),
      }),
    ];
    const again = await ranOut(soon.id);
    const [father, mother] = (await readBooking(me(), { id: again })).party;
    const judged = (kind: Document["kind"], expiresOn: string | null = null): Document => ({
      kind,
      status: "accepted",
      expiresOn,
      note: null,
    });
    const vaccine = judged("vaccine", days(50).toISOString().slice(0, 10));
    const papers = [judged("passport", PAPERS.passportExpiresOn), vaccine, judged("visa")];
    const mark = (pilgrimId: string, paper: Document) =>
      setDocument(as(world.owner), { id: again, pilgrimId, ...paper });
    for (const paper of papers) await mark(father!.id, paper);
    const blurred = { ...judged("passport"), status: "rejected" as const, note: "Buram" };
    await mark(mother!.id, blurred);
    const lacking = async (id: string) =>
      (await listBookings(as(world.owner), { view: "papers" })).data.some((one) => one.id === id);
    const place = (departureId: string, pilgrims: z.input<typeof PlaceBooking>["pilgrims"]) =>
      placeBooking(me(), { departureId, pilgrims, again });
    const marksOf = async (id: string) =>
      (await readBooking(as(world.owner), { id })).party.map(({ documents }) => documents);

    const both = await place(soon.id, adults(2));
    expect(await marksOf(both.id)).toEqual([expect.arrayContaining(papers), [blurred]]);
    await submit(me(), both.id);
    expect(await lacking(both.id), "one of them still has to bring a passport").toBe(true);
    const alone = await place(soon.id, adults(1));
    await submit(me(), alone.id);
    expect(await lacking(alone.id)).toBe(false);

    const other = await place(late.id, adults(1));
    expect(await marksOf(other.id), "a visa is of one journey, and a paper has to be good on its day").toEqual([
      [papers[0]],
    ]);
    const [stranger] = adults(1);
    const details = { passportName: "RUDI HARTONO" };
    expect(await marksOf((await place(soon.id, [{ ...stranger!, details }])).id), "of somebody else").toEqual([[]]);
  });

  it("[R79] brings nobody else's people, and nothing while the seats are still held", async () => {
    const { id: departureId } = await sellSeats(world, 9, { id: packageId });
    const again = await ranOut(departureId);
    const stranger = as(world.otherPilgrim, {}, later);
    expect(await readRanOut(stranger, { id: departureId })).toBeNull();
    const taken = placeBooking(stranger, { departureId, pilgrims: adults(1), again });
    await expect(taken).rejects.toMatchObject({ code: "booking_not_found" });
    await book(stranger, departureId);
    expect(await readRanOut(stranger, { id: departureId })).toBeNull();
    // Half an hour after it the task may not have run yet.
    const since = as(world.otherPilgrim, {}, new Date(later.getTime() + 31 * 60_000));
    expect(await readRanOut(since, { id: departureId })).not.toBeNull();
  });
});
