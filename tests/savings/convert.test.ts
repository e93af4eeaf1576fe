import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { moneyIn } from "@/lib/kernel/amounts";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { convertSavings } from "@/lib/savings/commands/convert";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { readPlan, readStatement } from "@/lib/savings/queries/plans";
import { checkStatement } from "@/lib/savings/queries/totals";
import { adults, alone, book, DEPOSIT, days, QUAD, reckon, seatsOf, sellPackage, sellSeats } from "../bookings/support";
import { crowd } from "../groups/support";
import { inWork } from "../inventory/support";
import { writing } from "../ledger/support";
import { patiently, savers } from "../money/support";
import { as, newWorld, type Somebody, type World } from "../support/world";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld(50);
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const saver = async (who: Somebody, amount: number) => (await savers(world, [who], amount))[0]!;
const idr = moneyIn("IDR");
const balanceOf = async (id: string) => (await readPlan(as(world.owner), { id })).balance.amount;
const sell = (seats: number) => sellSeats(world, seats, { id: packageId });
const codes = (tries: PromiseSettledResult<unknown>[]) =>
  tries.map((one) => (one.status === "fulfilled" ? "granted" : (one.reason.code ?? String(one.reason))));
const count = (list: string[], what: string) => list.filter((one) => one === what).length;

describe("[R24] savings become a seat", () => {
  it("by the saver: money and seat move together, and the statement says so", async () => {
    const [id, departure] = [await saver(world.pilgrim, QUAD + 5), await sell(3)];
    const call = as(world.pilgrim);
    const {
      amount,
      plan: after,
      booking,
    } = await convertSavings(call, { id, departureId: departure.id, pilgrims: adults(1) });
    expect([amount.amount, after.balance.amount]).toEqual([QUAD, 5]);
    expect(booking).toMatchObject({ status: "paid", owed: idr(QUAD), paid: idr(QUAD) });
    expect(await readBooking(call, { id: booking.id })).toMatchObject({
      status: "paid",
      payer: { userId: call.actor.kind === "person" && call.actor.userId },
    });
    const { lines, code } = await readStatement(call, { id });
    expect(lines.at(-1)).toMatchObject({ kind: "conversion", amount: idr(-QUAD), balance: idr(5) });
    expect(await checkStatement(as(world.rivalOwner), { code: code ?? "" }).catch((error) => error.code)).toBe(
      "statement_not_found",
    );
    expect(await checkStatement(call, { code: code ?? "" })).toMatchObject({
      holds: true,
      newest: true,
      balance: { amount: 5 },
    });
    expect(await seatsOf(world, departure.id)).toMatchObject({ held: 0, sold: 1 });
  });

  it("by the office for the saver, whose booking it becomes; and of seats that are held already", async () => {
    const [id, departure] = [await saver(world.otherPilgrim, QUAD), await sell(5)];
    const first = await convertSavings(as(world.admin), {
      id,
      departureId: departure.id,
      pilgrims: adults(1),
      amount: idr(DEPOSIT),
    });
    expect(first.booking.status).toBe("partially_paid");
    const mine = await listBookings(as(world.otherPilgrim), { mine: "true" });
    expect(mine.data.map((one) => one.id)).toContain(first.booking.id);
    const held = await book(as(world.otherPilgrim), departure.id);
    const second = await convertSavings(as(world.otherPilgrim), { id, bookingId: held.id });
    expect([second.booking.status, second.plan.balance.amount]).toEqual(["partially_paid", 0]);
    const { byBookings, byClaims, byPool } = await reckon(world, departure.id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 0, sold: 2 }));
  });

  it("by the office for nobody's booking but the saver's: not for the desk's own, nor for one without a login", async () => {
    const [id, departure] = [await saver(world.otherPilgrim, DEPOSIT), await sell(5)];
    const own = await book(as(world.admin), departure.id);
    const anothers = await book(as(world.pilgrim), departure.id);
    const guest = { departureId: departure.id, pilgrims: adults(1), payer: { name: world.otherPilgrim.personName } };
    const written = await placeBooking(as(world.admin), guest);
    for (const bookingId of [own.id, anothers.id, written.id]) {
      const refused = await convertSavings(as(world.admin), { id, bookingId }).catch((error) => error.code);
      expect(refused).toBe("booking_not_savers");
    }
    expect(await balanceOf(id)).toBe(DEPOSIT);
    const held = await book(as(world.otherPilgrim), departure.id);
    const done = await convertSavings(as(world.admin), { id, bookingId: held.id });
    expect([done.booking.status, done.plan.balance.amount]).toEqual(["partially_paid", 0]);
  });

  it("or nothing moves: too little, too much, sold out, over, or set aside for something else", async () => {
    const [id, departure, full] = [await saver(world.pilgrim, DEPOSIT + 10), await sell(3), await sell(1)];
    const call = as(world.pilgrim);
    await book(as(world.owner), full.id);
    const wish = { id, departureId: departure.id, pilgrims: adults(1) };
    const refused = async (more: object) =>
      (await convertSavings(call, { ...wish, ...more }).catch((error) => error)).code;
    expect(await refused({ amount: idr(DEPOSIT - 1) })).toBe("below_deposit");
    expect(await refused({ amount: idr(QUAD + 1) })).toBe("more_than_owed");
    expect(await refused({ amount: idr(DEPOSIT + 11) })).toBe("insufficient_funds");
    expect(await refused({ pilgrims: adults(2) })).toBe("saved_below_deposit");
    expect(await refused({ pilgrims: adults(2), amount: idr(1) }), "no smaller amount would do").toBe(
      "saved_below_deposit",
    );
    expect(await refused({ departureId: full.id })).toBe("sold_out");
    const held = await book(call, departure.id);
    await cancelBooking(call, { id: held.id });
    expect(await refused({ bookingId: held.id, departureId: undefined, pilgrims: undefined })).toBe("booking_over");
    const late = as(world.pilgrim, {}, days(1));
    const ran = await book(call, departure.id);
    const over = await convertSavings(late, { id, bookingId: ran.id }).catch((error) => error.code);
    expect(over).toBe("hold_over");
    await withdraw(call, { id, amount: idr(11) });
    expect(await refused({})).toBe("saved_below_deposit");
    expect(await balanceOf(id)).toBe(DEPOSIT + 10);
    expect(await seatsOf(world, departure.id)).toMatchObject({ sold: 0 });
  });
});

describe("[R24] many at once", () => {
  it("fifty savers want the last seats: whoever has a seat has paid, whoever has none kept the money", async () => {
    const people = await crowd(world, 50);
    const [plans, departure] = [await savers(world, people, DEPOSIT), await sell(17)];
    const tries = codes(
      await Promise.allSettled(
        people.map((who, i) =>
          patiently(() => convertSavings(as(who), { id: plans[i]!, departureId: departure.id, pilgrims: adults(1) })),
        ),
      ),
    );
    expect([count(tries, "granted"), count(tries, "sold_out")]).toEqual([17, 33]);
    const left = await Promise.all(plans.map(balanceOf));
    expect(left).toEqual(tries.map((one) => (one === "granted" ? 0 : DEPOSIT)));
    const { byBookings, byClaims, byPool } = await reckon(world, departure.id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 0, sold: 17 }));
  });

  it("one saver with many fingers, for one booking: what is owed is paid once, and never more than there is", async () => {
    const [id, departure] = [await saver(world.pilgrim, QUAD * 2), await sell(4)];
    const { id: bookingId } = await book(as(world.pilgrim), departure.id);
    const tap = () => patiently(() => convertSavings(alone(as(world.pilgrim), newId()), { id, bookingId }));
    const tries = codes(await Promise.allSettled(Array.from({ length: 50 }, tap)));
    expect([count(tries, "granted"), count(tries, "booking_paid")]).toEqual([1, 49]);
    expect(await balanceOf(id)).toBe(QUAD);
  });
});

it("[R24] [R4] what fails after the money and the seat leaves neither", async () => {
  const [id, departure] = [await saver(world.pilgrim, QUAD), await sell(2)];
  const failed = inWork(as(world.pilgrim), async (work) => {
    await convertSavings(work, { id, departureId: departure.id, pilgrims: adults(1) });
    throw new Error("the lights went out");
  });
  await expect(failed).rejects.toThrow("the lights went out");
  expect(await balanceOf(id)).toBe(QUAD);
  expect(await seatsOf(world, departure.id)).toMatchObject({ held: 0, sold: 0 });
  expect((await writing(world, checkBooks)).problems).toEqual([]);
});
