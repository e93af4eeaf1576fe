import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { updatePackage } from "@/lib/packages/commands/packages";
import { markFrozen, updateDeparture } from "@/lib/packages/commands/update-departure";
import { inWork, systemCall } from "../inventory/support";
import { payBooking } from "../invoices/support";
import { refusal } from "../support/refusal";
import { as, NOON, newWorld, type World } from "../support/world";
import { adults, at, book, DEPOSIT, DOUBLE, days, idr, pay, QUAD, reckon, seatsOf, sellSeats, submit } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE);

describe("a booking's life", () => {
  it("walks from a draft over the deposit to paid, and the seats with it", async () => {
    const { id } = await sellSeats(world, 10);
    const me = as(world.pilgrim);
    const draft = await book(me, id, [...adults(2), { passengerType: "infant", roomType: "quad" }]);
    expect(draft).toMatchObject({
      status: "draft",
      pilgrims: 3,
      owed: idr(2 * QUAD + 700_000_000),
      payerName: "Siti Pilgrim",
    });
    expect(draft.holdEndsAt).toEqual(later(30));
    expect(await seatsOf(world, id)).toMatchObject({ held: 2, sold: 0, left: 8 });

    expect(await refusal(updateBooking(me, { id: draft.id, submit: true }))).toBe("booking_incomplete");
    const pending = await submit(me, draft.id);
    expect(pending).toMatchObject({ status: "pending_payment", deposit: idr(3 * DEPOSIT), mayExtend: true });
    expect(pending.holdEndsAt).toEqual(later(24 * 60));
    const longer = await updateBooking(me, { id: draft.id, extend: true });
    expect(longer.holdEndsAt).toEqual(later(48 * 60));
    expect(await refusal(updateBooking(me, { id: draft.id, extend: true }))).toBe("hold_extended");

    expect(await pay(world, draft.id, DEPOSIT)).toEqual({ outcome: "below_deposit", status: "pending_payment" });
    expect(await pay(world, draft.id, 3 * DEPOSIT)).toEqual({ outcome: "settled", status: "partially_paid" });
    expect(await seatsOf(world, id)).toMatchObject({ held: 0, sold: 2 });
    expect(await pay(world, draft.id, draft.owed.amount)).toEqual({ outcome: "settled", status: "paid" });
    expect(await pay(world, draft.id, draft.owed.amount - 1)).toEqual({ outcome: "settled", status: "partially_paid" });
    expect(await reckon(world, id)).toMatchObject({ byClaims: { held: 0, sold: 2 }, byPool: { held: 0, sold: 2 } });
  });

  it("[R5] a hold that runs out gives its seats back once, whoever asks how often", async () => {
    const { id } = await sellSeats(world, 3);
    const draft = await book(as(world.pilgrim), id, adults(3));
    const house = (now: Date) => systemCall(world, world.agency.id, now);
    expect(await expireBooking(house(later(29)), { id: draft.id })).toBe(false);
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => expireBooking(house(later(30)), { id: draft.id })),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await seatsOf(world, id)).toMatchObject({ held: 0, sold: 0, left: 3 });
    expect(await refusal(cancelBooking(as(world.pilgrim), { id: draft.id }))).toBe("booking_over");
    expect(await refusal(updateBooking(as(world.pilgrim), { id: draft.id, submit: true }))).toBe("booking_over");
    expect(await seatsOf(world, id)).toMatchObject({ left: 3 });
  });

  it("[R6] money for a hold that ran out takes no seat: it waits for a person, who may give one", async () => {
    const { id } = await sellSeats(world, 1);
    const mine = await book(as(world.pilgrim), id);
    expect(await pay(world, mine.id, QUAD, later(31))).toEqual({ outcome: "needs_seat_or_refund", status: "expired" });
    const theirs = await book(at(world.otherPilgrim, later(32)), id);
    const asked = { id: mine.id, reseat: true as const };
    expect(await refusal(updateBooking(as(world.pilgrim), asked))).toBe("forbidden");
    expect(await refusal(updateBooking(as(world.owner), asked))).toBe("sold_out");
    await cancelBooking(as(world.otherPilgrim), { id: theirs.id });
    expect(await updateBooking(as(world.owner), asked)).toMatchObject({ status: "paid", needsDecision: false });
    expect(await seatsOf(world, id)).toMatchObject({ held: 0, sold: 1, left: 0 });
    expect((await listBookings(as(world.owner), { view: "decisions" })).data).toEqual([]);
  });

  it("[R9] prices and the table of refunds are those of the day it was booked", async () => {
    const departure = await sellSeats(world, 5);
    const booked = await book(as(world.pilgrim), departure.id);
    await updateDeparture(as(world.owner), {
      id: departure.id,
      prices: [{ roomType: "quad", passengerType: "adult", amount: idr(1) }],
    });
    await updatePackage(as(world.owner), { id: departure.packageId, depositAmount: idr(1), cancellationTiers: [] });
    const read = await readBooking(as(world.pilgrim), { id: booked.id });
    expect(read).toMatchObject({ owed: idr(QUAD), deposit: idr(DEPOSIT) });
    expect(read.cancellationTiers).toHaveLength(3);
    expect((await book(as(world.otherPilgrim), departure.id)).owed).toEqual(idr(1));
  });

  it("gives back by the table, keeps how it was worked out, and one pilgrim may go alone", async () => {
    const { id } = await sellSeats(world, 5);
    const me = as(world.pilgrim);
    const booked = await book(me, id, [...adults(1), { passengerType: "adult", roomType: "double" }]);
    await submit(me, booked.id);
    await pay(world, booked.id, QUAD + DOUBLE);
    const [first, second] = (await readBooking(me, { id: booked.id })).party;
    // Forty days before: ten per cent.
    expect(await quoteCancel(me, { id: booked.id, pilgrimId: second!.id })).toEqual({
      kept: idr(DOUBLE / 10),
      refund: idr(DOUBLE - DOUBLE / 10),
      rest: idr(0),
      keptPercent: 10,
      daysBefore: 40,
      proofWaits: false,
    });
    const less = await cancelPilgrim(me, { id: booked.id, pilgrimId: second!.id });
    expect(less).toMatchObject({ status: "paid", pilgrims: 1, owed: idr(QUAD + DOUBLE / 10) });
    expect(less.refund).toEqual(idr(DOUBLE - DOUBLE / 10));
    expect(await refusal(cancelPilgrim(me, { id: booked.id, pilgrimId: second!.id }))).toBe("pilgrim_gone");
    const gone = less.party.find((one) => one.id === second!.id)!;
    const table = { daysBefore: 40, keptPercent: 10 };
    expect(gone.cancellation).toMatchObject({ ...table, price: idr(DOUBLE), kept: idr(DOUBLE / 10) });
    expect(await seatsOf(world, id)).toMatchObject({ sold: 1, left: 4 });
    // Twenty days before: half.
    const all = await cancelBooking(at(world.pilgrim, days(20)), { id: booked.id, reason: "Sakit" });
    expect(all).toMatchObject({ status: "cancelled", owed: idr(DOUBLE / 10 + QUAD / 2), cancelReason: "Sakit" });
    expect(all.party.find((one) => one.id === first!.id)?.cancellation).toMatchObject({ keptPercent: 50 });
    expect(idr(all.lines.reduce((sum, { amount }) => sum + amount.amount, 0))).toEqual(all.owed);
    expect(await seatsOf(world, id)).toMatchObject({ sold: 0, left: 5 });
  });
});

describe("a cart", () => {
  it("[R2] is granted wholly or not at all, its lines over one pool being one question", async () => {
    const { id } = await sellSeats(world, 3);
    const cart = [...adults(2), { passengerType: "adult" as const, roomType: "double" as const }];
    const four = [...cart, { passengerType: "adult" as const, roomType: "double" as const }];
    const refused = await placeBooking(as(world.pilgrim), { departureId: id, pilgrims: four }).catch((error) => error);
    expect(refused).toMatchObject({ code: "sold_out", details: { pools: [{ asked: 4, left: 3 }] } });
    expect(await seatsOf(world, id)).toMatchObject({ held: 0, left: 3 });
    expect(await book(as(world.pilgrim), id, cart)).toMatchObject({ pilgrims: 3, owed: idr(2 * QUAD + DOUBLE) });
    expect(await seatsOf(world, id)).toMatchObject({ held: 3, left: 0 });
  });

  it("needs an adult, one who pays, a lap for each infant, a price, and an open departure", async () => {
    const { id } = await sellSeats(world, 9);
    const me = as(world.pilgrim);
    expect(await refusal(book(me, id, [...adults(1), ...adults(1)]))).toBe("validation");
    const child = { passengerType: "child" as const, roomType: "quad" as const };
    const infant = { passengerType: "infant" as const, roomType: "quad" as const };
    expect(await refusal(book(me, id, [child]))).toBe("adult_missing");
    expect(await refusal(book(me, id, [...adults(1), infant, infant]))).toBe("too_many_infants");
    expect(await refusal(book(me, id, [{ passengerType: "adult", roomType: "single" }]))).toBe("price_missing");
    await updateDeparture(as(world.owner), { id, status: "closed" });
    expect(await refusal(book(me, id))).toBe("departure_not_open");
    expect(await refusal(book(as(world.rivalOwner), id))).toBe("departure_not_found");
  });

  it("refuses a passport under six months, an age that was not booked, and a minor without a guardian", async () => {
    const { id } = await sellSeats(world, 9);
    const me = as(world.pilgrim);
    const booked = await book(me, id, [...adults(1), { passengerType: "child", roomType: "quad" }]);
    const [adult, child] = (await readBooking(me, { id: booked.id })).party;
    const set = (pilgrimId: string, more: object) => updatePilgrim(me, { id: booked.id, pilgrimId, ...more });
    const fields = (error: { details: { fields: unknown } }) => error.details.fields;
    const short = days(40 + 150)
      .toISOString()
      .slice(0, 10);
    expect(await set(adult!.id, { passportExpiresOn: short }).catch(fields)).toEqual({
      passportExpiresOn: ["passport_too_short"],
    });
    const good = days(40 + 190)
      .toISOString()
      .slice(0, 10);
    const read = await set(adult!.id, {
      passportExpiresOn: good,
      passportNumber: "C1234567",
      nationalId: "3174051234567890",
    });
    expect(read.party[0]).toMatchObject({ passport: "good", passportNumber: "••••567", nationalId: "••••890" });
    expect(await set(child!.id, { birthDate: "1990-01-01" }).catch(fields)).toEqual({ birthDate: ["age_mismatch"] });
    expect(await set(child!.id, { guardianId: child!.id }).catch(fields)).toEqual({ guardianId: ["guardian_unknown"] });
    await set(child!.id, { birthDate: "2019-05-01", guardianId: adult!.id, relation: "parent" });
    expect(await refusal(cancelPilgrim(me, { id: booked.id, pilgrimId: adult!.id }))).toBe("adult_missing");
  });
});

describe("money and a party that grows smaller", () => {
  /** Two people for whom so much came in below the deposit of both, or more. */
  async function two(paid: number) {
    const { id: departureId } = await sellSeats(world, 5, {
      startsAt: days(60).toISOString(),
      endsAt: days(70).toISOString(),
    });
    const me = as(world.pilgrim);
    const { id } = await book(me, departureId, adults(2));
    await submit(me, id);
    await payBooking(world, id, paid);
    const { party } = await readBooking(me, { id });
    return { id, departureId, me, leave: () => cancelPilgrim(me, { id, pilgrimId: party[1]!.id }) };
  }

  it("[R15] what came in may be enough for who stays: their seats are sold, and who has paid all joins the group", async () => {
    const below = await two(DEPOSIT);
    expect(await below.leave()).toMatchObject({ status: "partially_paid", holdEndsAt: null });
    const paid = await two(QUAD + (QUAD * 5) / 100);
    expect(await paid.leave()).toMatchObject({ status: "paid" });
    const told = await as(world.owner).transact("agency", true, (tx) =>
      tx.execute(sql`select payload->>'from' as from, payload->>'status' as status from facts
        where name = 'bookings.changed' and payload->>'bookingId' = ${paid.id} order by id desc limit 1`),
    );
    expect(told[0]).toEqual({ from: "partially_paid", status: "paid" });
    for (const { departureId } of [below, paid])
      expect(await reckon(world, departureId)).toMatchObject({
        byClaims: { held: 0, sold: 1 },
        byPool: { held: 0, sold: 1 },
      });
  });

  it("[R6] money below the deposit of a hold that ran out waits for a person", async () => {
    const { id } = await two(DEPOSIT);
    await expireBooking(systemCall(world, world.agency.id, days(2)), { id });
    expect(await readBooking(as(world.owner), { id })).toMatchObject({ status: "expired", needsDecision: true });
    const { data } = await listBookings(as(world.owner), { view: "decisions" });
    expect(data.map((one) => one.id)).toContain(id);
  });

  it("once the list of who flies is closed, whoever pays asks the office to take somebody off", async () => {
    const { id, departureId, me, leave } = await two(2 * QUAD);
    await inWork(as(world.owner), (work) => markFrozen(work, departureId));
    expect(await readBooking(me, { id })).toMatchObject({ isFrozen: true });
    const refusals = [leave(), cancelBooking(me, { id }), quoteCancel(me, { id })].map(refusal);
    expect(await Promise.all(refusals)).toEqual(Array(3).fill("manifest_frozen"));
    expect(await cancelBooking(as(world.owner), { id })).toMatchObject({ status: "cancelled" });
  });
});
