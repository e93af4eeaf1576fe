import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { remindPayer } from "@/lib/bookings/commands/remind";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { joinWaitlist, lapseOffer } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { remindInvoice } from "@/lib/invoices/commands/remind";
import { listInvoices, overOf } from "@/lib/invoices/queries/invoices";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { listMyNotifications } from "@/lib/notices/queries";
import { tasks as bookingTasks } from "@/lib/notices/tasks/bookings";
import { tasks as paymentTasks } from "@/lib/notices/tasks/payments";
import { tasks as savingsTasks } from "@/lib/notices/tasks/savings";
import { tasks as shopTasks } from "@/lib/notices/tasks/shop";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { convertSavings } from "@/lib/savings/commands/convert";
import { rejectDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { cancelOrder, fulfilOrder, settleOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { adults, book, DEPOSIT, days, submit as fillIn, idr, QUAD, sellSeats } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { rowsOf } from "../kernel/support";
import { savers } from "../money/support";

import { method, plan, submit } from "../savings/support";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";

const tasks = [...bookingTasks, ...paymentTasks, ...savingsTasks, ...shopTasks];
let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

/** Does something, and then twice all that reacts to what it told. */
async function told<T>(act: (call: <C extends Call>(call: C) => C) => Promise<T>, now = NOON): Promise<T> {
  const facts: Told[] = [];
  const heard = <C extends Call>(call: C): C => ({ ...call, announce: (news: Told[]) => void facts.push(...news) });
  const done = await act(heard);
  const system = systemCall(world, world.agency.id, now);
  for (const fact of [...facts, ...facts])
    for (const task of tasks)
      if (task.kind === "on" && task.fact === fact.name)
        await task.run({ ...system, requestId: fact.id }, fact.payload, world.house.ports);
  return done;
}
const runs = async (name: string, now: Date) => {
  const task = tasks.find((one) => one.name === name)!;
  for (let twice = 0; twice < 2; twice += 1)
    if (task.kind === "every") await task.run(systemCall(world, world.agency.id, now), undefined, world.house.ports);
};
const bellOf = async (who: Somebody, locale = "en") =>
  (await listMyNotifications({ ...as(who), locale }, { limit: 100 })).data.map(({ kind, text, href }) => ({
    kind,
    text,
    href,
  }));
const kindsOf = async (who: Somebody) => (await bellOf(who)).map(({ kind }) => kind);

describe("a saver is told, once and in their language", () => {
  it("that a deposit is verified or sent back, and the desk of a wish for money", async () => {
    const [mine, { id: methodId }] = [await plan(world, world.pilgrim), await method(world)];
    const first = await submit(world, mine.id, methodId, 750_000);
    await told((heard) => verifyDeposit(heard(as(world.owner)), { id: first.id }));
    const second = await submit(world, mine.id, methodId, 1);
    await told((heard) => rejectDeposit(heard(as(world.owner)), { id: second.id, reason: "Buram" }));
    const href = `/a/${world.agency.slug}/my/savings/${mine.id}`;
    expect((await bellOf(world.pilgrim, "id")).toReversed()).toEqual([
      { kind: "savings_verified", text: "Rp\u00a0750.000 sudah diverifikasi di Umrah Syawal 2028", href },
      { kind: "savings_rejected", text: "Rp\u00a01 untuk Umrah Syawal 2028 dikembalikan: lihat alasannya", href },
    ]);
    await told((heard) =>
      withdraw(heard(as(world.pilgrim)), { id: mine.id, amount: { amount: 100, currency: "IDR" } }),
    );
    for (const who of [world.owner, world.admin])
      expect(await bellOf(who)).toMatchObject([
        { kind: "withdrawal_requested", href: expect.stringMatching(/proofs$/) },
      ]);
    expect(await kindsOf(world.manager)).toEqual([]);
  });

  it("once a month where nothing was paid, and before a plan falls asleep", async () => {
    const [id = ""] = await savers(world, [world.otherPilgrim], 100);
    const later = new Date(Date.UTC(NOON.getUTCFullYear(), NOON.getUTCMonth() + 1, 10, 3));
    await runs("notices.savings_due", later);
    await runs("notices.savings_sleep_soon", days(30 * 23 - 40));
    expect(await kindsOf(world.otherPilgrim)).toEqual(["savings_due"]);
    await runs("notices.savings_sleep_soon", days(365 * 2 - 10));
    expect((await bellOf(world.otherPilgrim))[0]).toMatchObject({
      kind: "savings_sleeps_soon",
      href: expect.stringContaining(id),
    });
  });
});

describe("whoever pays is told", () => {
  it("of a held seat, of its end before it comes, and of what became of it", async () => {
    const departure = await sellSeats(world, 3);
    const payer = await addPerson(world.house, world.agency, "Wati Pilgrim", ["pilgrim"]);
    const call = as(payer);
    const kept = await told((heard) => book(heard(call), departure.id));
    await fillIn(call, kept.id);
    await runs("notices.holds_end", days(0.5));
    expect(await kindsOf(payer)).toEqual(["booking_placed"]);
    await runs("notices.holds_end", days(0.9));
    expect(await kindsOf(payer)).toEqual(["booking_hold_ends", "booking_placed"]);
    const [planId = ""] = await savers(world, [payer], DEPOSIT);
    await told((heard) => convertSavings(heard(as(world.admin)), { id: planId, bookingId: kept.id }));
    await told((heard) => cancelBooking(heard(call), { id: kept.id }));
    expect((await kindsOf(payer)).slice(0, 3).toSorted()).toEqual([
      "booking_cancelled",
      "booking_seated",
      "savings_converted",
    ]);
    const gone = await book(call, departure.id);
    await told((heard) => expireBooking(heard(systemCall(world, world.agency.id, days(1))), { id: gone.id }), days(1));
    expect((await kindsOf(payer))[0]).toBe("booking_expired");
  });

  it("also without a login, and that it is their turn, by the number they left", async () => {
    const departure = await sellSeats(world, 1);
    const first = await book(as(world.owner), departure.id, adults(1));
    const person = { name: "Hasan", phone: "+628120000777", email: null };
    await joinWaitlist(as(world.owner), { id: departure.id, seats: 1, person });
    await told((heard) => cancelBooking(heard(as(world.owner)), { id: first.id }));
    const rows = await rowsOf(world.house, "deliveries", "recipient = '+628120000777'");
    expect(rows).toHaveLength(1);
  });

  it("that their turn in a queue is over, since nobody came: it was gone from their page without a word", async () => {
    const [payer, departure] = [
      await addPerson(world.house, world.agency, "Wawan", ["pilgrim"]),
      await sellSeats(world, 1),
    ];
    const first = await book(as(world.owner), departure.id, adults(1));
    const { id: entryId } = await joinWaitlist(as(payer), { id: departure.id, seats: 1 });
    await told((heard) => cancelBooking(heard(as(world.owner)), { id: first.id }));
    const late = systemCall(world, world.agency.id, days(3));
    await told((heard) => lapseOffer(heard(late), { departureId: departure.id, entryId }), days(3));
    expect((await bellOf(payer)).slice(0, 2)).toMatchObject([
      {
        kind: "offer_lapsed",
        href: `/a/${world.agency.slug}/book/${departure.id}`,
        text: expect.stringContaining("waited for you until"),
      },
      { kind: "seats_offered" },
    ]);
  });
});

it("the desk that gives money back hears what a cancellation leaves to be returned, once, whoever cancelled", async () => {
  const rings = async (who: Somebody) => (await bellOf(who)).filter(({ kind }) => kind === "invoice_overpaid");
  const { id } = await book(as(world.pilgrim), (await sellSeats(world, 4)).id, adults(2));
  await fillIn(as(world.pilgrim), id);
  const { id: invoiceId, number } = await invoiceOf(world, id);
  const cash = await enterCash(as(world.owner), { id: invoiceId, cashId: newId(), amount: idr(2 * QUAD) });
  await verifyProof(as(world.admin), { id: cash.id, decision: "approve" });
  const [before, { party }] = [await rings(world.admin), await readBooking(as(world.pilgrim), { id })];

  await told((heard) => cancelPilgrim(heard(as(world.pilgrim)), { id, pilgrimId: party[1]!.id }));
  const [ring, ...others] = await rings(world.admin);
  expect(others).toEqual(before);
  expect(ring).toMatchObject({ href: `/a/${world.agency.slug}/office/invoices/${invoiceId}` });
  expect(ring!.text).toContain(number);
  await told((heard) => cancelBooking(heard(as(world.pilgrim)), { id }));
  expect(await rings(world.owner), "more of it, once more").toHaveLength(before.length + 2);
  expect(await rings(world.manager), "who can't give it back").toEqual([]);

  const unpaid = await book(as(world.pilgrim), (await sellSeats(world, 1)).id);
  await fillIn(as(world.pilgrim), unpaid.id);
  await told((heard) => cancelBooking(heard(as(world.pilgrim)), { id: unpaid.id }));
  expect(await rings(world.owner), "nothing was paid").toHaveLength(before.length + 2);
});

it("the desk that gave back what one left hears of as much again, which the next leaves", async () => {
  const rings = async () => (await bellOf(world.admin)).filter(({ kind }) => kind === "invoice_overpaid").length;
  const { id } = await book(as(world.pilgrim), (await sellSeats(world, 3)).id, adults(3));
  await fillIn(as(world.pilgrim), id);
  const { id: invoiceId } = await invoiceOf(world, id);
  const cash = await enterCash(as(world.owner), { id: invoiceId, cashId: newId(), amount: idr(3 * QUAD) });
  await verifyProof(as(world.admin), { id: cash.id, decision: "approve" });
  const [before, { party }] = [await rings(), await readBooking(as(world.pilgrim), { id })];

  await told((heard) => cancelPilgrim(heard(as(world.pilgrim)), { id, pilgrimId: party[2]!.id }));
  expect(await rings()).toBe(before + 1);
  const amount = overOf(await invoiceOf(world, id));
  const refund = await requestRefund(as(world.admin), { id: invoiceId, amount: idr(amount), why: "Cancelled" });
  await told((heard) => approveRefund(heard(as(world.owner)), { id: refund.id }));
  await told((heard) => cancelPilgrim(heard(as(world.pilgrim)), { id, pilgrimId: party[1]!.id }));
  expect(overOf(await invoiceOf(world, id))).toBe(amount);
  expect(await rings()).toBe(before + 2);
});

describe("whoever ordered is told", () => {
  it("that it can be collected, was handed over or is cancelled, in their language, and not of what they did themself", async () => {
    const variants = [{ name: "Satu set", price: rupiah(250), stock: 9 }];
    const product = await createProduct(as(world.owner), { name: "Kain ihram", published: true, variants });
    const lines = [{ variantId: product.variants[0]!.id, quantity: 1 }];
    const order = () => placeOrder(as(world.otherLeader), { lines });
    const paid = await order();
    await inWork(systemCall(world), (work) => settleOrder(work, { id: paid.id, paid: paid.total.amount }));
    await told((heard) => fulfilOrder(heard(as(world.admin)), { id: paid.id }));
    const [mine, theirs] = [await order(), await order()];
    await told((heard) => cancelOrder(heard(as(world.otherLeader)), { id: mine.id }));
    await told((heard) => cancelOrder(heard(as(world.admin)), { id: theirs.id, reason: "Habis" }));
    const href = (id: string) => `/a/${world.agency.slug}/my/shop/${id}`;
    expect((await bellOf(world.otherLeader, "id")).toReversed()).toEqual([
      { kind: "order_fulfilled", text: `Pesanan ${paid.code} sudah diserahkan kepada Anda`, href: href(paid.id) },
      { kind: "order_cancelled", text: `Pesanan ${theirs.code} dibatalkan`, href: href(theirs.id) },
    ]);
  });
});

it("a payer whom the office reminds is told what is owed, by whichever door once an hour", async () => {
  const { id: departureId } = await sellSeats(world, 3);
  const { id } = await book(as(world.otherPilgrim), departureId);
  await fillIn(as(world.otherPilgrim), id);
  const asked = async () => (await kindsOf(world.otherPilgrim)).filter((kind) => kind === "payment_due").length;
  const before = await asked();
  const remind = (now: Date) => told((heard) => remindPayer(heard(as(world.owner, {}, now)), { id }), now);
  const lately = (at: Date) => ({ kind: "conflict", code: "reminded_lately", details: { at: at.toISOString() } });
  const reminder = { name: world.otherPilgrim.personName, by: "app", to: null };
  expect(await remind(NOON)).toMatchObject({ id, reminder: { ...reminder, at: NOON } });
  await expect(remind(NOON)).rejects.toMatchObject(lately(NOON));
  expect(await remind(days(1))).toMatchObject({ reminder: { ...reminder, at: days(1) } });
  expect((await asked()) - before).toBe(2);
  const { id: invoiceId } = (await listInvoices(as(world.owner), { subjectId: id })).data[0]!;
  const byInvoice = (now: Date, who = world.admin) =>
    told((heard) => remindInvoice(heard(as(who, {}, now)), { id: invoiceId }), now);
  const [soon, later] = [new Date(days(1).getTime() + 59 * 60_000), new Date(days(1).getTime() + 60 * 60_000)];
  await expect(byInvoice(soon)).rejects.toMatchObject(lately(days(1)));
  await expect(byInvoice(later, world.otherPilgrim)).rejects.toMatchObject({ code: "forbidden" });
  for (const who of [world.manager, world.rivalOwner])
    await expect(byInvoice(later, who)).rejects.toMatchObject({ code: "invoice_not_found" });
  expect(await byInvoice(later)).toMatchObject({ remindedAt: later, reminder: { ...reminder, at: later } });
  expect((await asked()) - before).toBe(3);
  await expect(remind(later)).rejects.toMatchObject(lately(later));
  expect((await asked()) - before).toBe(3);
});

it("a payer whom fifty ask at once is asked by one of them", async () => {
  const { id: departureId } = await sellSeats(world, 1);
  const { id } = await book(as(world.otherPilgrim), departureId);
  await fillIn(as(world.otherPilgrim), id);
  const { id: invoiceId } = (await listInvoices(as(world.owner), { subjectId: id })).data[0]!;
  const asked = await Promise.allSettled(
    Array.from({ length: 50 }, () => remindInvoice(as(world.admin), { id: invoiceId })),
  );
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of asked) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "reminded_lately" });
});

describe("a payer without a login", () => {
  /** A submitted booking of somebody who was written down like this. */
  async function owed(payer: { name: string; email?: string; phone?: string }) {
    const { id: departureId } = await sellSeats(world, 1);
    const { id } = await placeBooking(as(world.owner), { departureId, pilgrims: adults(1), payer });
    await fillIn(as(world.owner), id);
    const { id: invoiceId } = (await listInvoices(as(world.owner), { subjectId: id })).data[0]!;
    return { id, invoiceId };
  }
  const later = new Date(NOON.getTime() + 60 * 60_000);

  it.each([
    { by: "mail", to: "hendra@example.com", payer: { name: "Hendra", email: "hendra@example.com" } },
    { by: "sms", to: "+628120000444", payer: { name: "Siti", phone: "+628120000444" } },
  ])("is reminded by $by, and the office is told so, by whichever door", async ({ by, to, payer }) => {
    const { id, invoiceId } = await owed(payer);
    const [was, sent] = [await rowsOf(world.house, "deliveries", `recipient = '${to}'`), { name: payer.name, by, to }];
    const first = await told((heard) => remindPayer(heard(as(world.owner)), { id }));
    expect(first).toMatchObject({ id, reminder: { ...sent, at: NOON } });
    const again = await told((heard) => remindInvoice(heard(as(world.admin, {}, later)), { id: invoiceId }), later);
    expect(again).toMatchObject({ id: invoiceId, reminder: { ...sent, at: later } });
    type Sent = { channel: string; body: string };
    const letters = (await rowsOf<Sent>(world.house, "deliveries", `recipient = '${to}'`)).slice(was.length);
    expect(letters.map(({ channel }) => channel)).toEqual([by, by]);
    for (const { body } of letters) {
      expect(body, "pages of one's own open to nobody without a login").not.toContain("/my/");
      expect(body).toMatch(new RegExp(`/a/${world.agency.slug}(\\s|$)`));
    }
  });

  it("whom nothing reaches is not said to be reminded", async () => {
    const { id, invoiceId } = await owed({ name: "Hendra Wijaya" });
    const unreachable = { kind: "conflict", code: "payer_unreachable" };
    await expect(remindPayer(as(world.owner), { id })).rejects.toMatchObject(unreachable);
    await expect(remindInvoice(as(world.admin), { id: invoiceId })).rejects.toMatchObject(unreachable);
  });
});
