import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { expireBooking, followDates } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { askTransfer } from "@/lib/invoices/commands/ask";
import { issueInvoice } from "@/lib/invoices/commands/issue";
import { countInvoices, listInvoices, readInvoice } from "@/lib/invoices/queries/invoices";
import { listReminders } from "@/lib/invoices/queries/remind";
import {
  computeRounding,
  computeState,
  nextDue,
  planInstalments,
  refitInstalments,
  standInstalments,
} from "@/lib/invoices/rules";
import { newId } from "@/lib/kernel/ids";
import { checkBooks, readTotals } from "@/lib/ledger/queries";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { adults, book, DEPOSIT, DOUBLE, days, idr, QUAD, sellSeats, submit } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { credit, invoiceOf, payBooking } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

describe("a booking's invoice", () => {
  it("[R9] keeps the prices of the day it was placed, whatever the departure costs later", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id, code } = await book(as(world.pilgrim), departureId, adults(2));
    const before = await invoiceOf(world, id);
    const [number, total] = [code.replace("QF", "INV"), idr(2 * QUAD)];
    expect(before).toMatchObject({ number, total, paid: idr(0), state: "open" });
    expect(before.lines).toMatchObject([{ kind: "fare", quantity: 2, amount: total }]);
    expect(before.instalments.map(({ amount }) => amount)).toEqual([2 * DEPOSIT, 2 * QUAD - 2 * DEPOSIT].map(idr));
    await updateDeparture(as(world.owner), {
      id: departureId,
      prices: [{ roomType: "quad", passengerType: "adult", amount: idr(2 * QUAD) }],
    });
    expect(await invoiceOf(world, id)).toEqual(before);
  });

  it("[R15] its state follows the ledger's sum: under, split, over and back", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id } = await book(as(world.pilgrim), departureId);
    const { id: invoiceId } = await invoiceOf(world, id);
    expect(await payBooking(world, id, DEPOSIT - 100)).toMatchObject({ outcome: "below_deposit" });
    expect(await invoiceOf(world, id)).toMatchObject({ state: "part_paid", transfer: { base: idr(100) } });
    expect(await payBooking(world, id, 100)).toMatchObject({ status: "partially_paid" });
    expect((await invoiceOf(world, id)).instalments.map(({ state }) => state)).toEqual(["paid", "due"]);
    expect(await payBooking(world, id, QUAD)).toMatchObject({ status: "paid" });
    const over = await invoiceOf(world, id);
    expect(over).toMatchObject({ state: "paid", paid: idr(QUAD + DEPOSIT), transfer: null, dueAt: null });
    expect(over.payments.map(({ amount }) => amount)).toEqual([DEPOSIT - 100, 100, QUAD].map(idr));
    expect((await listInvoices(as(world.owner), { view: "over" })).data.map((one) => one.id)).toContain(invoiceId);
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });

  it("[R11] the same money named twice counts once, also for fifty at once", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id } = await book(as(world.pilgrim), departureId);
    const { id: invoiceId } = await invoiceOf(world, id);
    const sourceRef = newId();
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => credit(world, invoiceId, DEPOSIT, { sourceRef })),
    );
    const done = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(done.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(done.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect((await readInvoice(as(world.owner), { id: invoiceId })).paid).toEqual(idr(DEPOSIT));
  });

  it("follows whoever leaves, and is void when nothing is owed any more", async () => {
    const { id: departureId } = await sellSeats(world, 5, {
      startsAt: days(60).toISOString(),
      endsAt: days(70).toISOString(),
    });
    const me = as(world.pilgrim);
    const { id } = await book(me, departureId, [
      ...adults(1),
      ...adults(1, "double").map((one) => ({ ...one, isPayer: false })),
    ]);
    const { party } = await readBooking(me, { id });
    await cancelPilgrim(me, { id, pilgrimId: party[1]!.id });
    const less = await invoiceOf(world, id);
    expect(less).toMatchObject({ total: idr(QUAD), state: "open" });
    expect(less.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["fare", idr(QUAD)],
      ["fare", idr(DOUBLE)],
      ["cancelled", idr(-DOUBLE)],
    ]);
    expect(less.instalments.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(QUAD);
    await payBooking(world, id, 2 * DEPOSIT);
    await cancelBooking(me, { id });
    const sums = { total: idr((QUAD * 5) / 100), paid: idr(2 * DEPOSIT) };
    expect(await invoiceOf(world, id)).toMatchObject({ ...sums, state: "paid", transfer: null });

    const other = await book(me, departureId);
    await cancelBooking(me, { id: other.id });
    expect(await invoiceOf(world, other.id)).toMatchObject({ total: idr(0), state: "void" });
  });

  it("is not late while the seats are still held: sent on, given another day, or seated anew", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const later = (minutes: number) => as(world.pilgrim, {}, new Date(NOON.getTime() + minutes * 60_000));
    const { id } = await book(as(world.pilgrim), departureId);
    const first = async (now = NOON) => (await invoiceOf(world, id, now)).instalments[0]!;
    const { holdEndsAt: sent } = await submit(later(20), id);
    expect((await first()).dueAt).toEqual(sent);
    const { holdEndsAt: extended } = await updateBooking(later(30), { id, extend: true });
    expect(await first(days(1.5))).toMatchObject({ dueAt: extended, state: "due" });
    await expireBooking(systemCall(world, world.agency.id, days(3)), { id });
    const { holdEndsAt: anew } = await updateBooking(as(world.owner, {}, days(3)), { id, reseat: true });
    expect(await first(days(3.5))).toMatchObject({ dueAt: anew, state: "due" });
  });

  it("counts back from the day the departure leaves on now: reminders and all that is due after the deposit", async () => {
    const { id: departureId } = await sellSeats(world, 5, {
      startsAt: days(90).toISOString(),
      endsAt: days(99).toISOString(),
    });
    const { id } = await book(as(world.pilgrim), departureId);
    const before = await invoiceOf(world, id);
    await updateDeparture(as(world.owner), {
      id: departureId,
      startsAt: days(100).toISOString(),
      endsAt: days(109).toISOString(),
    });
    const follow = () => followDates(systemCall(world), { id: departureId });
    expect([await follow(), await follow()]).toEqual([1, 0]);
    const { instalments } = await invoiceOf(world, id);
    expect(instalments).toHaveLength(before.instalments.length);
    for (const [i, { dueAt, amount }] of instalments.entries()) {
      const was = before.instalments[i]!;
      expect([dueAt, amount]).toEqual([i === 0 ? was.dueAt : days(10, was.dueAt), was.amount]);
    }
    const due = (now: Date) => listReminders(systemCall(world, world.agency.id, now), {});
    expect((await due(days(31))).map((one) => one.id)).not.toContain(before.id);
    expect(await due(days(41))).toContainEqual({ id: before.id, mark: 60 });
  });

  it("is void with a hold that ran out, and stands again with new seats", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const me = as(world.pilgrim);
    const { id } = await book(me, departureId);
    await submit(me, id);
    expect((await invoiceOf(world, id)).transfer).not.toBeNull();
    const late = systemCall(world, world.agency.id, days(2));
    await expireBooking(late, { id });
    expect(await invoiceOf(world, id)).toMatchObject({ state: "void", transfer: null, dueAt: null });
    expect(await payBooking(world, id, DEPOSIT)).toMatchObject({ outcome: "needs_seat_or_refund" });
    expect(await invoiceOf(world, id)).toMatchObject({ state: "void", paid: idr(DEPOSIT) });
    await updateBooking(as(world.owner, {}, days(2)), { id, reseat: true });
    expect(await invoiceOf(world, id)).toMatchObject({ state: "part_paid", paid: idr(DEPOSIT) });
  });

  it("nobody else's is there, and the desk's figures agree with its lists", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id } = await book(as(world.pilgrim), departureId);
    const invoice = await invoiceOf(world, id);
    const seen = (who: Parameters<typeof as>[0]) => readInvoice(as(who), { id: invoice.id });
    await expect(seen(world.otherPilgrim)).rejects.toMatchObject({ code: "invoice_not_found" });
    await expect(seen(world.rivalOwner)).rejects.toMatchObject({ code: "invoice_not_found" });
    expect(await seen(world.pilgrim)).toMatchObject({ id: invoice.id });
    const counts = await countInvoices(as(world.owner), {});
    const open = await listInvoices(as(world.owner), { view: "to_pay", sort: "due", limit: 100 });
    expect(open.data).toHaveLength(counts.to_pay);
    const due = open.data.map(({ dueAt }) => dueAt!.getTime());
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });
});

describe("what is asked for by transfer", () => {
  const order = (total: number, currency = "IDR") => ({
    subject: { kind: "order" as const, id: newId() },
    code: `OR-${newId().slice(-9)}`,
    title: "Koper",
    branchId: null,
    payer: { userId: null, name: "Hendra Wijaya", email: null, phone: null },
    currency,
    lines: [{ kind: "item" as const, label: "Koper", quantity: 1, amount: total, detail: null }],
    deposit: 0,
    depositBy: NOON,
    settleBy: days(1),
    neededAt: null,
  });

  it("no two open invoices ask for the same amount, fifty at once", async () => {
    const ids = await inWork(systemCall(world), (work) =>
      Promise.all(Array.from({ length: 50 }, () => issueInvoice(work, order(100_000_00)))),
    );
    const asked = await Promise.all(ids.map((id) => askTransfer(as(world.owner), { id, pay: "all" })));
    const amounts = asked.map(({ transfer }) => transfer!.amount.amount);
    expect(new Set(amounts).size).toBe(50);
    expect(amounts.every((amount) => amount > 100_000_00 && amount < 101_000_00 && amount % 100 === 0)).toBe(true);
  });

  it("[R19] is small change in any currency: rupiah by the rupiah, dollars by the cent", async () => {
    const most = { IDR: 999_00, KZT: 999_00, USD: 9_99, SAR: 9_99, JPY: 999, KWD: 999 };
    for (const [currency, code] of Object.entries(most)) {
      const id = await inWork(systemCall(world), async (work) => issueInvoice(work, order(300_00, currency)));
      const { transfer } = await askTransfer(as(world.owner), { id, pay: "all" });
      const added = transfer!.amount.amount - transfer!.base.amount;
      expect([currency, added > 0 && added <= code]).toEqual([currency, true]);
    }
  });
});

describe("the code of a transfer", () => {
  const rounded = () => inWork(systemCall(world), (work) => readTotals(work, "invoices.rounding"));
  const kept = async () => (await rounded())[0]?.balance ?? 0;

  it("[R15] [R16] counts as paid while something is owed, and what is above the last of it is rounded off in its journal", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id } = await book(as(world.pilgrim), departureId);
    await submit(as(world.pilgrim), id);
    const first = await invoiceOf(world, id);
    const before = await kept();
    await payBooking(world, id, first.transfer!.amount.amount);
    const between = await invoiceOf(world, id);
    expect(between).toMatchObject({ paid: first.transfer!.amount, state: "part_paid" });
    expect([between.payments[0]!.rounding.amount, await kept()]).toEqual([0, before]);
    const { transfer } = await askTransfer(as(world.pilgrim), { id: first.id, pay: "all" });
    const code = transfer!.amount.amount - transfer!.base.amount;
    expect(await payBooking(world, id, transfer!.amount.amount)).toMatchObject({ status: "paid" });
    const after = await invoiceOf(world, id);
    expect(after).toMatchObject({ state: "paid", paid: idr(QUAD), total: idr(QUAD) });
    expect(after.payments.at(-1)).toMatchObject({ amount: transfer!.amount, rounding: idr(code) });
    expect(await kept()).toBe(before + code);
    expect((await listInvoices(as(world.owner), { view: "over", limit: 100 })).data.map((one) => one.id)).not.toContain(
      after.id,
    );
    expect(await readBooking(as(world.owner), { id })).toMatchObject({ paid: idr(QUAD), owed: idr(QUAD) });
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });

    // The same sum once more is money nobody asked for: all of it is the payer's.
    await payBooking(world, id, transfer!.amount.amount);
    expect(await invoiceOf(world, id)).toMatchObject({ paid: idr(QUAD + transfer!.amount.amount), state: "paid" });
    expect(await kept()).toBe(before + code);
  });

  it("[R15] of any other sum above what is owed nothing is rounded off, nor of money for what is over", async () => {
    const { id: departureId } = await sellSeats(world, 5);
    const { id } = await book(as(world.pilgrim), departureId);
    const before = await kept();
    await payBooking(world, id, QUAD + 100);
    expect(await invoiceOf(world, id)).toMatchObject({ paid: idr(QUAD + 100) });
    const late = await book(as(world.pilgrim), departureId);
    await submit(as(world.pilgrim), late.id);
    const { id: lateId } = await invoiceOf(world, late.id);
    const { transfer } = await askTransfer(as(world.pilgrim), { id: lateId, pay: "all" });
    await expireBooking(systemCall(world, world.agency.id, days(2)), { id: late.id });
    await payBooking(world, late.id, transfer!.amount.amount);
    expect(await invoiceOf(world, late.id)).toMatchObject({ state: "void", paid: transfer!.amount });
    expect(await kept()).toBe(before);
  });

  it("[R19] never takes more than the code, whatever came", () => {
    const figure = fc.integer({ min: 0, max: 5_000_000_000 });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 0, max: 99_900 }), (owed, amount, code) => {
        const off = computeRounding({ owed, amount, code });
        expect(off >= 0 && off <= code && (off === 0 || amount - off === owed)).toBe(true);
      }),
    );
  });
});

describe("schedules", () => {
  const terms = fc.record({
    total: fc.integer({ min: 1, max: 50_000_000_000 }),
    deposit: fc.integer({ min: 0, max: 5_000_000_000 }),
    span: fc.integer({ min: -10, max: 400 }),
    currency: fc.constantFrom("IDR", "SAR", "JPY", "KWD"),
  });
  it("[R19] are whole units with the remainder last, and sum to the total, for any terms", () => {
    fc.assert(
      fc.property(terms, fc.nat({ max: 60_000_000_000 }), ({ span, ...given }, other) => {
        const parts = planInstalments({ ...given, depositBy: NOON, settleBy: days(span) });
        const unit = { IDR: 100, SAR: 100, JPY: 1, KWD: 1000 }[given.currency]!;
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(given.total);
        expect(parts.slice(0, -1).every(({ amount }) => amount % unit === 0)).toBe(true);
        expect(parts.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0)).toBe(true);
        const times = parts.map(({ dueAt }) => dueAt.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(refitInstalments(parts, other).reduce((sum, { amount }) => sum + amount, 0)).toBe(other);
        const stand = standInstalments(parts, other, NOON);
        expect(stand.reduce((sum, { paid }) => sum + paid, 0)).toBe(Math.min(other, given.total));
        expect(nextDue(parts, other) === null).toBe(other >= given.total);
        expect(computeState({ total: given.total, paid: other, voidedAt: null }) === "paid").toBe(other >= given.total);
      }),
    );
  });
});
