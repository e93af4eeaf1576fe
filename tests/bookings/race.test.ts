import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { joinWaitlist, leaveWaitlist } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { crowd, stranger } from "../groups/support";
import { inWork, systemCall } from "../inventory/support";
import { questionsOf, rowsOf } from "../kernel/support";
import { as, NOON, newWorld, populate, type Somebody, type World } from "../support/world";
import { adults, alone, at, book, DEPOSIT, pay, QUAD, reckon, seatsOf, sellPackage, sellSeats } from "./support";

let world: World;
let people: Somebody[];
let id: string;
beforeAll(async () => {
  world = await newWorld(50);
  people = await crowd(world, 60);
  id = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const byThemself = (call: Call) => alone(call, newId());
const codes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === "fulfilled" ? "granted" : (one.reason.code ?? String(one.reason))));
const count = (list: string[], what: string) => list.filter((one) => one === what).length;

describe.each([
  ["each in a transaction of their own", byThemself],
  ["sharing commits", (call: Call) => call],
])("sixty people want the last seats, %s", (_how, by) => {
  it.each([1, 2])("[R1] exactly as many as there are seats are granted (run %i)", async () => {
    const seats = 5 + Math.floor(Math.random() * 40);
    const departure = await sellSeats(world, seats, { id });
    const tries = codes(await Promise.allSettled(people.map((who) => book(by(as(who)), departure.id))));
    expect(count(tries, "granted")).toBe(seats);
    expect(count(tries, "sold_out")).toBe(people.length - seats);
    const { byBookings, byClaims, byPool } = await reckon(world, departure.id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: seats, sold: 0 }));
  });

  it("[R1] [R2] families get all of their seats or none, and nothing is left that fitted somebody", async () => {
    const departure = await sellSeats(world, 50, { id });
    const sizes = people.map((_, i) => 1 + (i % 4));
    const tries = codes(
      await Promise.allSettled(people.map((who, i) => book(by(as(who)), departure.id, adults(sizes[i]!)))),
    );
    const granted = sizes.filter((_, i) => tries[i] === "granted").reduce((sum, size) => sum + size, 0);
    const { left, held } = await seatsOf(world, departure.id);
    expect([held, left]).toEqual([granted, 50 - granted]);
    expect(Math.min(...sizes.filter((_, i) => tries[i] !== "granted"))).toBeGreaterThan(left);
  });
});

it("[R1] sixty who are told that there is no more keep nobody waiting who gives seats back, nor wait for them", async () => {
  const departure = await sellSeats(world, 1, { id });
  await book(as(people[0]!), departure.id);
  await as(world.owner).transact("agency", false, async (tx) => {
    const locked = await tx.execute(sql`select p.id from pools p join departures d on d.pool_id = p.id
      where d.id = ${departure.id} for update of p`);
    expect(locked).toHaveLength(1);
    const tries = codes(await Promise.allSettled(people.map((who) => book(as(who), departure.id))));
    expect(count(tries, "sold_out")).toBe(people.length);
  });
});

describe("a booking that ends in many ways at once", () => {
  it("[R5] gives its seat back once: cancelled, expired and cancelled again", async () => {
    const departure = await sellSeats(world, 1, { id });
    const { id: booking } = await book(as(people[0]!), departure.id);
    const over = new Date(NOON.getTime() + 3_600_000);
    const ways = Array.from({ length: 50 }, (_, i) => () => {
      if (i % 3 === 0) return expireBooking(systemCall(world, world.agency.id, over), { id: booking });
      return cancelBooking(i % 3 === 1 ? at(people[0]!, over) : at(world.owner, over), { id: booking });
    });
    await Promise.allSettled(ways.map((way) => way()));
    expect(await seatsOf(world, departure.id)).toMatchObject({ held: 0, sold: 0, left: 1 });
    const tries = codes(await Promise.allSettled(people.map((who) => book(byThemself(as(who)), departure.id))));
    expect(count(tries, "granted")).toBe(1);
  });

  it("[R6] paid against expired: one wins, and a seat is never both sold and free", async () => {
    const departure = await sellSeats(world, 30, { id });
    const over = new Date(NOON.getTime() + 30 * 60_000);
    const booked = await Promise.all(people.slice(0, 25).map((who) => book(as(who), departure.id)));
    await Promise.all(
      booked.flatMap(({ id: one }, i) => [
        expireBooking(systemCall(world, world.agency.id, over), { id: one }),
        pay(world, one, i % 2 ? QUAD : DEPOSIT, new Date(over.getTime() - 1)),
      ]),
    );
    const after = await Promise.all(booked.map(({ id: one }) => readBooking(as(world.owner), { id: one })));
    for (const one of after)
      expect(
        ["partially_paid", "paid", "expired"].includes(one.status) && (one.status === "expired") === one.needsDecision,
      ).toBe(true);
    const seated = after.filter(({ status }) => status !== "expired").length;
    const { byBookings, byClaims, byPool } = await reckon(world, departure.id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 0, sold: seated }));
  });

  it("[R3] who leaves the queue and who gives seats back never wait for each other in a ring", async () => {
    const departure = await sellSeats(world, 25, { id });
    const [sitting, waiting] = [people.slice(0, 25), people.slice(25, 50)];
    const booked = await Promise.all(sitting.map((who) => book(as(who), departure.id)));
    const places = await Promise.all(waiting.map((who) => joinWaitlist(as(who), { id: departure.id, seats: 1 })));
    const acts = booked.flatMap((one, i) => [
      cancelBooking(as(sitting[i]!), { id: one.id }),
      leaveWaitlist(as(waiting[i]!), { id: departure.id, entryId: places[i]!.id }),
    ]);
    const refused = (await Promise.allSettled(acts)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.filter(({ code, cause }) => (code ?? cause?.code) === "40P01")).toEqual([]);
    const { byBookings, byClaims, byPool } = await reckon(world, departure.id);
    expect([byClaims, byPool]).toEqual([byBookings, byBookings]);
  });

  it("[R4] what fails after the claim leaves no lost seat", async () => {
    const departure = await sellSeats(world, 5, { id });
    const failed = inWork(as(people[0]!), async (work) => {
      await placeBooking(work, { departureId: departure.id, pilgrims: adults(3) });
      throw new Error("the lights went out");
    });
    await expect(failed).rejects.toThrow("the lights went out");
    expect(await seatsOf(world, departure.id)).toMatchObject({ held: 0, sold: 0, left: 5 });
  });

  it("[R7] closing and selling at once: nobody is sold a seat of a departure that was closed before", async () => {
    const departure = await sellSeats(world, 60, { id });
    const close = updateDeparture(as(world.owner), { id: departure.id, status: "closed", capacity: 10 });
    const tries = codes(await Promise.allSettled(people.map((who) => book(byThemself(as(who)), departure.id))));
    await close;
    expect(tries.filter((one) => !["granted", "departure_not_open", "sold_out"].includes(one))).toEqual([]);
    expect(await seatsOf(world, departure.id)).toMatchObject({ held: count(tries, "granted"), capacity: 10 });
    const after = await book(as(people[0]!), departure.id).catch((error) => error.code);
    expect(after).toBe("departure_not_open");
  });
});

describe("a rush", () => {
  const rush = (calls: Call[], departureId: string) => questionsOf(calls, (call) => book(call, departureId));

  it("asks PostgreSQL as much for fifty members as for one: they are looked up together", async () => {
    const departure = await sellSeats(world, 60, { id });
    await book(as(people[0]!), departure.id);
    const [one] = await rush([as(people[1]!)], departure.id);
    const counts = await rush(
      people.slice(2, 52).map((who) => as(who)),
      departure.id,
    );
    expect(counts.length).toBeLessThan(50);
    expect(new Set(counts)).toEqual(new Set([one]));
  });

  it("[R83] lets fifty in whom the agency does not know yet, as pilgrims and never more, and asks as much as for one", async () => {
    const departure = await sellSeats(world, 60, { id });
    const strangers = (await crowd(await populate(world.house), 51)).map((who) => stranger(world, who));
    const [one] = await rush(strangers.slice(0, 1), departure.id);
    const counts = await rush(strangers.slice(1), departure.id);
    expect(counts.length).toBeLessThan(50);
    expect(new Set(counts)).toEqual(new Set([one]));
    const users = strangers.map(({ actor }) => (actor as { userId: string }).userId);
    const members = await rowsOf<{ roles: string[] }>(
      world.house,
      "memberships",
      `agency_id = '${world.agency.id}' and user_id in ('${users.join("','")}')`,
    );
    expect(members.map(({ roles }) => roles)).toEqual(Array(51).fill(["pilgrim"]));
  });
});
