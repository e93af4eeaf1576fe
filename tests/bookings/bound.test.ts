import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cart, count, roomIn } from "@/components/bookings/cart";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { readAllowance } from "@/lib/bookings/queries/allowance";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { as, NOON, newWorld, type World } from "../support/world";
import { adults, alone, book, DEPOSIT, pay, reckon, seatsOf, sellPackage, sellSeats, submit } from "./support";

let world: World;
let id: string;
beforeAll(async () => {
  world = await newWorld(50);
  id = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const MOST = 45;
const code = (error: { code: string }) => error.code;
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe("seats that nobody has paid for", () => {
  it("are held by one payer up to a coach of a departure, asked for or not, until they are paid or over", async () => {
    const { id: departure } = await sellSeats(world, 120, { id });
    const me = as(world.pilgrim);
    const refused = await book(me, departure, adults(MOST + 1)).catch((error) => error);
    expect([refused.kind, refused.code, refused.details]).toEqual([
      "conflict",
      "too_many_held",
      { most: MOST, held: 0 },
    ]);
    const first = await book(me, departure, adults(20));
    await book(me, departure, [...adults(25), { passengerType: "infant", roomType: "quad", isPayer: false }]);
    expect(await book(me, departure).catch(code)).toBe("too_many_held");
    // To ask for time to pay is no payment.
    await submit(me, first.id);
    expect(await book(me, departure).catch(code)).toBe("too_many_held");
    expect(await book(as(world.otherPilgrim), departure)).toMatchObject({ status: "draft" });
    expect(await book(me, (await sellSeats(world, 60, { id })).id, adults(MOST))).toMatchObject({ status: "draft" });
    await pay(world, first.id, 20 * DEPOSIT);
    const more = await book(me, departure, adults(20));
    expect(await book(me, departure).catch(code)).toBe("too_many_held");
    await cancelBooking(me, { id: more.id });
    expect(await book(me, departure)).toMatchObject({ status: "draft" });
    // What has run out holds nobody up, also before it was swept.
    expect(await book(as(world.pilgrim, {}, later(31)), departure, adults(MOST))).toMatchObject({ status: "draft" });
    expect(await seatsOf(world, departure)).toMatchObject({ sold: 20 });
  });

  it("are known before they are asked for: a cart counts no further, infants aside, and the office counts on", async () => {
    const { id: departure } = await sellSeats(world, 120, { id });
    const of = (call: Call) => readAllowance(call, { id: departure });
    expect(await of(as(world.pilgrim))).toEqual({ most: MOST, held: 0 });
    await book(as(world.pilgrim), departure, adults(43));
    expect(await of(as(world.pilgrim))).toEqual({ most: MOST, held: 43 });
    expect(await of(as(world.pilgrim, {}, later(31)))).toEqual({ most: MOST, held: 0 });
    expect(await of(as(world.owner))).toBeNull();
    await expect(of(as(world.rivalOwner))).rejects.toMatchObject({ code: "departure_not_found" });
    const fill = (room: number | null) => {
      let cart: Cart = { roomType: "quad", counts: { adult: 1, child: 0, infant: 0 }, travels: true };
      for (const type of ["adult", "child", "infant"] as const)
        for (let i = 0; i < 15; i += 1) cart = count(cart, type, 1, room);
      return cart.counts;
    };
    expect(fill(roomIn({ most: MOST, held: 43 }))).toEqual({ adult: 2, child: 0, infant: 15 });
    expect(fill(null)).toEqual({ adult: 16, child: 15, infant: 15 });
  });

  it("are the office's to hold for as many as it likes", async () => {
    const { id: departure } = await sellSeats(world, 110, { id });
    for (const seats of [50, 50, 10]) await book(as(world.owner), departure, adults(seats));
    expect(await seatsOf(world, departure)).toMatchObject({ held: 110, left: 0 });
  });

  it("are waited for in no larger number", async () => {
    const { id: departure } = await sellSeats(world, 1, { id });
    const wait = (seats: number) => joinWaitlist(as(world.pilgrim), { id: departure, seats });
    expect(await wait(MOST + 1).catch(code)).toBe("too_many_held");
    expect(await wait(MOST)).toMatchObject({ status: "waiting", seats: MOST });
  });

  it.each([
    ["each in a transaction of their own", (call: Call) => alone(call, newId())],
    ["sharing commits", (call: Call) => call],
  ])("[R1] fifty carts of one payer at once, %s: just so many seats are granted", async (_how, by) => {
    const { id: departure } = await sellSeats(world, 120, { id });
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => book(by(as(world.pilgrim)), departure, adults(2))),
    );
    const ends = tries.map((one) => (one.status === "fulfilled" ? "granted" : one.reason.code));
    expect(ends.filter((one) => one === "granted")).toHaveLength(Math.floor(MOST / 2));
    expect(new Set(ends)).toEqual(new Set(["granted", "too_many_held"]));
    const { byBookings, byClaims, byPool } = await reckon(world, departure);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: MOST - 1, sold: 0 }));
  });
});
