import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { joinTravellers } from "@/lib/bookings/commands/travel";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { tasks } from "@/lib/bookings/tasks";
import { listMembers } from "@/lib/groups/queries";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import type { RefundState } from "@/lib/payments/contract/refund";
import { stillOver } from "@/lib/payments/rules/life";
import { DEPOSIT, days, idr, QUAD, seatsOf, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { invoiceOf, payBooking } from "../invoices/support";
import { disagreements } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { toPay } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const DAY = 86_400_000;
const bookingOf = (id: string) => readBooking(as(world.owner), { id });

/** Does something, and what bookings do because of it. */
async function followed(act: (heard: (call: Call) => Call) => Promise<unknown>) {
  const facts: Told[] = [];
  await act((call) => ({ ...call, announce: (news) => void facts.push(...news) }));
  for (const fact of facts)
    for (const task of tasks)
      if (task.kind === "on" && task.fact === fact.name)
        await task.run({ ...systemCall(world), requestId: fact.id }, fact.payload, world.house.ports);
}

it("what was asked back already is not proposed once more: two wishes for the same money would both go out", () => {
  const one = (state: RefundState, amount: number) => ({ state, amount: idr(amount) });
  expect(stillOver(3_000, [])).toBe(3_000);
  expect(stillOver(3_000, [one("requested", 1_000)])).toBe(2_000);
  expect(stillOver(3_000, [one("requested", 1_000), one("requested", 5_000)])).toBe(0);
  // What went back is out of the sum already, and what was refused is free again.
  expect(stillOver(3_000, [one("approved", 1_000), one("refused", 1_000), one("timed_out", 1_000)])).toBe(3_000);
});

/** Money of an invoice goes back, asked for by one and approved by another. */
async function giveBack(invoiceId: string, amount: number, now = NOON) {
  const { id } = await requestRefund(as(world.admin, {}, now), {
    id: invoiceId,
    amount: idr(amount),
    why: "Batal berangkat",
  });
  await followed((heard) => approveRefund(heard(as(world.owner, {}, now)), { id }));
}

describe("[R15] a booking whose money went back", () => {
  it("keeps its seats only as one that is to be paid: held for a day, out of the group, then they go back once", async () => {
    const { id: departureId } = await sellSeats(world, 3);
    const { bookingId, invoice } = await toPay(world, departureId);
    await payBooking(world, bookingId, QUAD);
    await joinTravellers(systemCall(world), { id: bookingId });
    const { groupId } = await readDeparture(as(world.owner), { id: departureId });
    const inGroup = async () =>
      (await listMembers(as(world.owner), { groupId: groupId!, limit: 50 })).data.map(({ userId }) => userId);
    expect(await inGroup()).toContain(world.pilgrim.userId);

    await giveBack(invoice.id, QUAD);
    const holdEndsAt = new Date(NOON.getTime() + DAY);
    expect(await bookingOf(bookingId)).toMatchObject({ status: "pending_payment", paid: idr(0), holdEndsAt });
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 1, sold: 0 });
    const open = await invoiceOf(world, bookingId);
    expect(open).toMatchObject({ state: "open", paid: idr(0), dueAt: holdEndsAt });
    expect(await inGroup()).not.toContain(world.pilgrim.userId);
    expect(await disagreements(as(world.owner))).toEqual([]);

    const late = systemCall(world, world.agency.id, new Date(holdEndsAt.getTime() + 1));
    expect(await expireBooking(late, { id: bookingId })).toBe(true);
    expect(await expireBooking(late, { id: bookingId })).toBe(false);
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 0, left: 3 });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("keeps them where what is left still buys them, and has them again once it is paid anew", async () => {
    const { id: departureId } = await sellSeats(world, 3);
    const { bookingId, invoice } = await toPay(world, departureId);
    await payBooking(world, bookingId, QUAD);
    await giveBack(invoice.id, QUAD - DEPOSIT);
    expect(await bookingOf(bookingId)).toMatchObject({
      status: "partially_paid",
      paid: idr(DEPOSIT),
      holdEndsAt: null,
    });
    await giveBack(invoice.id, DEPOSIT);
    expect(await bookingOf(bookingId)).toMatchObject({ status: "pending_payment", paid: idr(0) });
    await payBooking(world, bookingId, DEPOSIT);
    expect(await bookingOf(bookingId)).toMatchObject({ status: "partially_paid", holdEndsAt: null });
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 1 });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("loses them at once where the departure was made smaller meanwhile: the money still goes back", async () => {
    const { id: departureId } = await sellSeats(world, 2);
    const [one, two] = [await toPay(world, departureId), await toPay(world, departureId)];
    for (const { bookingId } of [one, two]) await payBooking(world, bookingId, QUAD);
    await updateDeparture(as(world.owner), { id: departureId, capacity: 1 });
    await giveBack(one.invoice.id, QUAD);
    expect(await bookingOf(one.bookingId)).toMatchObject({ status: "expired", paid: idr(0), needsDecision: false });
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 1, left: 0 });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("stays as it is once the trip has begun: who travels is not put off the bus", async () => {
    const { id: departureId } = await sellSeats(world, 2);
    const { bookingId, invoice } = await toPay(world, departureId);
    await payBooking(world, bookingId, QUAD);
    await giveBack(invoice.id, QUAD, days(41));
    expect(await bookingOf(bookingId)).toMatchObject({ status: "partially_paid", paid: idr(0), holdEndsAt: null });
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 1 });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });
});
