import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { expireBooking, followDates } from "@/lib/bookings/commands/settle";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { newId } from "@/lib/kernel/ids";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { readComing, readReport } from "@/lib/reports/queries";
import { verifyDeposit } from "@/lib/savings/commands/decide";
import { adults, book, DEPOSIT, days, QUAD, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { toPay } from "../payments/support";
import { method, plan, submit } from "../savings/support";
import { as, newWorld, type World } from "../support/world";
import { plain } from "./reckoned";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const day = (n: number) => days(n).toISOString().slice(0, 10);
const span = (n: number) => ({ startsAt: days(n).toISOString(), endsAt: days(n + 10).toISOString() });
const figures = async (name: "savings" | "ageing", more: object = {}) =>
  (await readReport(as(world.owner), { name, ...more })).rows.map(plain)[0];

it("[R20] what was saved before its plan was written down counts on its own day, and months add up", async () => {
  const call = as(world.owner);
  const { id: methodId } = await method(world);
  const { id: planId } = await plan(world, world.pilgrim);
  const sent = await submit(world, planId, methodId, 500_000, { paidOn: day(-40), whenLate: "next" });
  await verifyDeposit(call, { id: sent.id });
  const saved = { plans: 1, paidOut: 0, balance: 50_000_000 };
  const month = async (from: number, to: number) => await figures("savings", { from: day(from), to: day(to) });
  expect(await month(-90, -50)).toBeUndefined();
  expect(await month(-49, -30)).toEqual({ ...saved, paidIn: 50_000_000 });
  expect(await month(-29, 0)).toEqual({ ...saved, paidIn: 0 });
});

it("ageing, what comes and what was to be paid ask for nothing before what is due in front of it, as the invoice does", async () => {
  const call = as(world.owner);
  const { id: departureId } = await sellSeats(world, 5, span(150));
  const { id } = await book(as(world.pilgrim), departureId);
  // The first three after the deposit would have been due long ago by the new day.
  await updateDeparture(call, { id: departureId, ...span(31) });
  await followDates(systemCall(world), { id: departureId });
  const { instalments } = await invoiceOf(world, id);
  const until = days(1);
  const due = instalments.filter(({ dueAt }) => dueAt < until).reduce((sum, { amount }) => sum + amount.amount, 0);
  expect(await figures("ageing")).toMatchObject({ notDue: QUAD, days30: 0, days60: 0, days90: 0 });
  expect((await readComing(call, { days: 1 }))[0]?.amount ?? 0).toBe(due);
  const past = await readReport(call, { name: "money", from: day(-120), to: day(-1) });
  expect(past.totals).toEqual([]);
});

it("[R20] ageing of a past day knows what had come by then, and nothing that came after", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const [open, whole] = [await toPay(world, departureId), await toPay(world, departureId)];
  const pay = ({ invoice: { id } }: typeof open, amount: number, on: number) =>
    enterCash(as(world.owner, {}, days(on)), { id, cashId: newId(), amount: { amount, currency: "IDR" } });
  for (const one of [open, whole]) await pay(one, DEPOSIT, 0);
  await pay(open, DEPOSIT, 3);
  const { id } = await pay(whole, QUAD - DEPOSIT, 3);
  await verifyProof(as(world.admin, {}, days(3)), { id, decision: "approve" });
  const of = async (to: number) => {
    const { rows } = await readReport(as(world.owner, {}, days(5)), { name: "ageing", from: day(-29), to: day(to) });
    const [figures] = rows.filter(({ key }) => key.startsWith(departureId)).map(plain);
    return { invoices: figures?.invoices, total: figures?.total };
  };
  expect(await of(2)).toEqual({ invoices: 2, total: 2 * QUAD - 2 * DEPOSIT });
  expect(await of(4)).toEqual({ invoices: 1, total: QUAD - 2 * DEPOSIT });
});

it("[R20] ageing of a past day knows what was owed then, by the schedule of then: also of what was let go, cancelled or moved since", async () => {
  const { id: departureId } = await sellSeats(world, 9, span(100));
  const of = async (to: number) => {
    const { rows } = await readReport(as(world.owner, {}, days(5)), { name: "ageing", from: day(-29), to: day(to) });
    return rows.filter(({ key }) => key.startsWith(departureId)).map(plain)[0];
  };
  const placed = async (size: number) => (await book(as(world.pilgrim), departureId, adults(size))).id;
  const [letGo, whole, smaller] = [await placed(1), await placed(1), await placed(2)];
  const owed = { invoices: 3, total: 4 * QUAD, notDue: 4 * QUAD - 4 * DEPOSIT, days30: 4 * DEPOSIT };
  expect(await of(2)).toMatchObject(owed);
  const owner = as(world.owner, {}, days(4));
  await expireBooking(systemCall(world, world.agency.id, days(4)), { id: letGo });
  await cancelBooking(owner, { id: whole });
  const { party } = await readBooking(owner, { id: smaller });
  await cancelPilgrim(owner, { id: smaller, pilgrimId: party[1]!.id });
  await updateDeparture(owner, { id: departureId, ...span(160) });
  await followDates(systemCall(world, world.agency.id, days(4)), { id: departureId });
  expect(await of(2)).toMatchObject(owed);
  expect((await of(4))?.invoices).toBeLessThan(3);
});
