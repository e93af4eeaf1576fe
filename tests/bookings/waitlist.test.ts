import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { closeQueue, joinWaitlist, lapseOffer, leaveWaitlist, wakeWaitlist } from "@/lib/bookings/commands/waitlist";
import { countBookings, listMyWaits, listWaitlist } from "@/lib/bookings/queries/bookings";
import { updatePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { crowd } from "../groups/support";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { adults, at, book, reckon, seatsOf, sellSeats } from "./support";

let world: World;
let people: Somebody[];
beforeAll(async () => {
  world = await newWorld();
  people = await crowd(world, 6);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const hours = (n: number) => new Date(NOON.getTime() + n * HOUR);
const code = (error: { code: string }) => error.code;
const queue = async (id: string) => (await listWaitlist(as(world.owner), { id })).data.map(({ status }) => status);

describe("waiting for a seat", () => {
  it("[R7] seats that come free are offered in order of arrival for two days, one offer per seat", async () => {
    const { id } = await sellSeats(world, 2);
    const one = await book(as(world.pilgrim), id);
    expect(await joinWaitlist(as(people[0]!), { id, seats: 1 }).catch(code)).toBe("seats_left");
    const two = await book(as(world.otherPilgrim), id);
    for (const [i, who] of people.entries()) await joinWaitlist(as(who), { id, seats: i === 1 ? 2 : 1 });
    await cancelBooking(as(world.pilgrim), { id: one.id });
    expect(await queue(id)).toEqual(["offered", ...Array(5).fill("waiting")]);
    expect((await listMyWaits(as(people[0]!), {})).data[0]).toMatchObject({
      status: "offered",
      offerEndsAt: hours(48),
      packageName: "Umrah Akhir Tahun",
      timeZone: "Asia/Jakarta",
    });
    // The seat that is offered is nobody else's.
    expect(await book(as(people[5]!), id).catch(code)).toBe("sold_out");
    await cancelBooking(as(world.otherPilgrim), { id: two.id });
    // Two seats do not fit into one: the next who fits has it, and keeps the turn of those before.
    expect(await queue(id)).toEqual(["offered", "waiting", "offered", "waiting", "waiting", "waiting"]);
    const { byBookings, byClaims, byPool } = await reckon(world, id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 2, sold: 0 }));
  });

  it("an offer that was made stands until it lapses, also once the package is no longer shown; for nobody else", async () => {
    const { id, packageId } = await sellSeats(world, 1);
    const { id: bookingId } = await book(as(world.pilgrim), id);
    const entry = await joinWaitlist(as(people[0]!), { id, seats: 1 });
    const other = await joinWaitlist(as(people[1]!), { id, seats: 1 });
    await cancelBooking(as(world.pilgrim), { id: bookingId });
    await updatePackage(as(world.owner), { id: packageId, published: false });
    const take = (who: Somebody, waitlistId: string, now = NOON) =>
      placeBooking(at(who, now), { departureId: id, pilgrims: adults(1), waitlistId }).catch(code);
    expect(await take(people[1]!, other.id)).toBe("departure_not_found");
    expect(await take(people[1]!, entry.id)).toBe("departure_not_found");
    expect(await book(as(people[0]!), id).catch(code)).toBe("departure_not_found");
    expect(await take(people[0]!, entry.id, hours(49))).toBe("departure_not_found");
    expect(await readDeparture(as(people[1]!), { id }).catch(code)).toBe("departure_not_found");
    expect(await readDeparture(as(people[0]!), { id })).toMatchObject({ id });
    expect(await take(people[0]!, entry.id)).toMatchObject({ departureId: id });
    expect(await readDeparture(as(people[0]!), { id }).catch(code)).toBe("departure_not_found");
  });

  it("[R7] an offer is taken with a booking, or goes on when it lapses or is let go; raising wakes the queue", async () => {
    const { id } = await sellSeats(world, 1);
    const first = await book(as(world.pilgrim), id);
    const entries: Awaited<ReturnType<typeof joinWaitlist>>[] = [];
    for (const who of people.slice(0, 4)) entries.push(await joinWaitlist(as(who), { id, seats: 1 }));
    await cancelBooking(as(world.pilgrim), { id: first.id });
    const take = (i: number, now: Date, seats = 1) =>
      placeBooking(at(people[i]!, now), { departureId: id, pilgrims: adults(seats), waitlistId: entries[i]!.id });
    expect(await take(1, hours(1)).catch(code)).toBe("waitlist_over");
    expect(await take(0, hours(49)).catch(code)).toBe("waitlist_over");
    expect(await take(0, hours(1), 2).catch(code)).toBe("offer_too_small");
    const house = (now: Date) => systemCall(world, world.agency.id, now);
    expect(await lapseOffer(house(hours(47)), { departureId: id, entryId: entries[0]!.id })).toBe(false);
    expect(await lapseOffer(house(hours(48)), { departureId: id, entryId: entries[0]!.id })).toBe(true);
    expect(await queue(id)).toEqual(["lapsed", "offered", "waiting", "waiting"]);
    await leaveWaitlist(as(people[1]!), { id, entryId: entries[1]!.id });
    expect(await queue(id)).toEqual(["lapsed", "left", "offered", "waiting"]);
    expect(await leaveWaitlist(as(people[0]!), { id, entryId: entries[3]!.id }).catch(code)).toBe(
      "waitlist_entry_not_found",
    );
    await take(2, hours(2));
    expect(await queue(id)).toEqual(["lapsed", "left", "taken", "waiting"]);
    expect(await seatsOf(world, id)).toMatchObject({ held: 1, left: 0 });
    await updateDeparture(as(world.owner), { id, capacity: 3 });
    // Whoever comes now does not overtake who waits.
    expect(await book(as(world.otherPilgrim), id)).toMatchObject({ status: "draft" });
    await wakeWaitlist(house(NOON), { departureId: id });
    expect(await queue(id)).toEqual(["lapsed", "left", "taken", "offered"]);
    expect(await seatsOf(world, id)).toMatchObject({ held: 3, left: 0 });
  });

  it("[R7] a second tap is the same place, and what an offer leaves over goes to the next", async () => {
    const { id } = await sellSeats(world, 2);
    const both = await book(as(world.pilgrim), id, adults(2));
    const taps = await Promise.all([1, 2, 2].map((seats) => joinWaitlist(as(people[0]!), { id, seats })));
    expect(new Set(taps.map((one) => one.id)).size).toBe(1);
    await joinWaitlist(as(people[0]!), { id, seats: 2 });
    await joinWaitlist(as(people[1]!), { id, seats: 1 });
    await cancelBooking(as(world.pilgrim), { id: both.id });
    expect(await queue(id)).toEqual(["offered", "waiting"]);
    await placeBooking(as(people[0]!), { departureId: id, pilgrims: adults(1), waitlistId: taps[0]!.id });
    expect(await queue(id)).toEqual(["taken", "offered"]);
    const { byBookings, byClaims, byPool } = await reckon(world, id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 2, sold: 0 }));
  });

  it("[R7] an offer is not lost when the departure is made smaller: it can be taken once there is room", async () => {
    const { id } = await sellSeats(world, 2);
    await book(as(world.pilgrim), id, adults(2));
    const { id: waitlistId } = await joinWaitlist(as(people[0]!), { id, seats: 1 });
    await updateDeparture(as(world.owner), { id, capacity: 3 });
    await wakeWaitlist(systemCall(world), { departureId: id });
    await updateDeparture(as(world.owner), { id, capacity: 1 });
    const take = () => placeBooking(as(people[0]!), { departureId: id, pilgrims: adults(1), waitlistId });
    expect(await take().catch(code)).toBe("sold_out");
    expect(await queue(id)).toEqual(["offered"]);
    await updateDeparture(as(world.owner), { id, capacity: 3 });
    expect(await take()).toMatchObject({ status: "draft" });
  });

  it("ends with the departure: nobody waits for what has left or was called off, and no office counts them", async () => {
    const { id } = await sellSeats(world, 1);
    const first = await book(as(world.pilgrim), id);
    for (const who of people.slice(0, 2)) await joinWaitlist(as(who), { id, seats: 1 });
    await cancelBooking(as(world.pilgrim), { id: first.id });
    const waiting = async () => (await countBookings(as(world.owner), {})).waitlist;
    const before = await waiting();
    const close = () => closeQueue(systemCall(world), { departureId: id });
    expect([await close(), await close()]).toEqual([2, 0]);
    expect(await waiting()).toBe(before - 2);
    expect(await queue(id)).toEqual(["lapsed", "lapsed"]);
    expect(await seatsOf(world, id)).toMatchObject({ held: 0, left: 1 });
  });

  it("[R7] lowering the seats below what is taken sells nothing more and touches nobody", async () => {
    const { id } = await sellSeats(world, 5);
    await book(as(world.pilgrim), id, adults(4));
    await updateDeparture(as(world.owner), { id, capacity: 2 });
    expect(await seatsOf(world, id)).toEqual({ capacity: 2, held: 4, sold: 0, left: 0 });
    expect(await book(as(world.otherPilgrim), id).catch(code)).toBe("sold_out");
  });
});
