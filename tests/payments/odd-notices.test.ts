import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gatewayNotices } from "@/db/schema/gateways";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { listMyNotifications } from "@/lib/notices/queries";
import { tasks } from "@/lib/notices/tasks/payments";
import { verifyProof } from "@/lib/payments/commands/decide";
import { addGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { closeNotice } from "@/lib/payments/commands/odd";
import { listOddNotices } from "@/lib/payments/queries/odd";
import { openCall } from "@/server/doors/call";
import { DEPOSIT, idr, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { type Midtrans, startMidtrans } from "../support/midtrans";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { GATEWAY_KEY, notice, send, toPay } from "./support";

let world: World;
let departure: string;
let token: string;
let midtrans: Midtrans;
beforeAll(async () => {
  world = await newWorld(8);
  midtrans = await startMidtrans(GATEWAY_KEY);
  world.house.ports.pay = midtrans.pay;
  departure = (await sellSeats(world, 9)).id;
  const { noticeUrl } = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  token = noticeUrl.split("/").at(-1)!;
});
afterAll(async () => {
  await midtrans.stop();
  await world.close();
});

/** What somebody does, and who is told of it, twice over. */
async function told<T>(call: Call, act: (call: Call) => Promise<T>): Promise<T> {
  const facts: Told[] = [];
  const done = await act({ ...call, announce: (news: readonly Told[]) => void facts.push(...news) });
  for (const fact of [...facts, ...facts])
    for (const task of tasks)
      if (task.kind === "on" && task.fact === fact.name)
        await task.run({ ...systemCall(world), requestId: fact.id }, fact.payload, world.house.ports);
  return done;
}
/** What the gateway says, and answers when it is asked again. */
async function tell(body: string) {
  midtrans.says(body);
  const call = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: NOON });
  return (await told(call, (heard) => takeNotice(heard, { gateway: "midtrans", token, body }))).outcome;
}
const bellOf = async (who: Somebody) =>
  (await listMyNotifications({ ...as(who), locale: "en" }, { limit: 50 })).data.map(({ kind, text, href }) => ({
    kind,
    text,
    href,
  }));
const odd = async () => (await listOddNotices(as(world.admin), {})).data;

it("money for an invoice that is none of ours is told the desk once, and stands beside the bank's lines", async () => {
  expect(await tell(notice({ order: "INV-NONE.1", amount: DEPOSIT, status: "pending" }))).toBe("noted");
  expect(await odd()).toEqual([]);
  for (const id of [newId(), newId()])
    expect(await tell(notice({ order: "INV-NONE.1", amount: DEPOSIT, id }))).toBe("unknown_invoice");
  expect(await odd()).toMatchObject([
    ...[{ orderRef: "INV-NONE.1", outcome: "unknown_invoice", amount: idr(DEPOSIT), invoice: null }],
    { orderRef: "INV-NONE.1" },
  ]);
  // Its order is signed, its transaction is not: whoever replays it rings once.
  const bell = await bellOf(world.admin);
  expect(bell).toHaveLength(1);
  expect(bell[0]).toMatchObject({ kind: "gateway_unknown", href: `/a/${world.agency.slug}/office/proofs/bank` });
  expect(bell[0]!.text).toContain("INV-NONE.1");
  expect(await bellOf(world.owner)).toHaveLength(1);
  for (const who of [world.manager, world.pilgrim, world.rivalOwner]) expect(await bellOf(who)).toEqual([]);
});

it("money that a payer's bank took back stays in the books until the desk, which is told, has decided", async () => {
  const { invoice } = await toPay(world, departure);
  const saying = { order: invoice.number, amount: DEPOSIT, id: newId() };
  expect(await tell(notice(saying))).toBe("paid");
  const before = await odd();
  expect(await tell(notice({ ...saying, status: "chargeback" }))).toBe("taken_back");
  expect(await tell(notice({ ...saying, status: "chargeback" }))).toBe("taken_back");
  expect(await readInvoice(as(world.owner), { id: invoice.id })).toMatchObject({ paid: idr(DEPOSIT) });
  const { id, number, payerName } = invoice;
  expect((await odd())[0]).toMatchObject({ status: "chargeback", invoice: { id, number, payerName } });
  expect(await odd()).toHaveLength(before.length + 1);
  const bell = (await bellOf(world.admin)).filter(({ kind }) => kind === "gateway_taken_back");
  expect(bell).toMatchObject([{ href: `/a/${world.agency.slug}/office/invoices/${id}` }]);
});

it("a card that is called off is news only where its money was booked", async () => {
  const { invoice } = await toPay(world, departure);
  const [never, booked] = [`${invoice.number}.1`, `${invoice.number}.2`];
  for (const status of ["cancel", "deny", "expire"])
    expect(await tell(notice({ order: never, amount: DEPOSIT, status }))).toBe("noted");
  const capture = { order: booked, amount: DEPOSIT, id: newId() };
  expect(await tell(notice({ ...capture, status: "capture" }))).toBe("paid");
  expect(await tell(notice({ ...capture, status: "settlement" }))).toBe("noted");
  expect((await odd()).filter(({ orderRef }) => orderRef === booked)).toEqual([]);
  expect(await tell(notice({ ...capture, status: "cancel" }))).toBe("taken_back");
});

it("money that came for an invoice twice is told the desk once, so that it goes back: by a second transaction, or beside a proof", async () => {
  const { invoice } = await toPay(world, departure);
  const saying = { order: invoice.number, amount: DEPOSIT };
  expect(await tell(notice(saying))).toBe("paid");
  for (const id of [newId(), newId()]) expect(await tell(notice({ ...saying, id }))).toBe("already_paid");
  // Given back at the gateway, it is no news: our books never had it.
  const twice = newId();
  expect(await tell(notice({ ...saying, id: twice }))).toBe("already_paid");
  expect(await tell(notice({ ...saying, id: twice, status: "refund" }))).toBe("noted");
  expect(await tell(notice({ order: "INV-NONE.1", amount: DEPOSIT, status: "refund" }))).toBe("noted");
  const other = await toPay(world, departure);
  const { id } = await send(world.pilgrim, other.invoice.id, DEPOSIT);
  await verifyProof(as(world.owner), { id, decision: "approve" });
  expect(await tell(notice({ order: other.invoice.number, amount: DEPOSIT }))).toBe("already_paid");
  expect((await readInvoice(as(world.owner), { id: invoice.id })).paid.amount).toBe(DEPOSIT);
  expect((await odd()).slice(0, 4)).toMatchObject([
    { outcome: "already_paid", invoice: { id: other.invoice.id } },
    ...[1, 2, 3].map(() => ({ outcome: "already_paid", invoice: { id: invoice.id } })),
  ]);
  const bell = (await bellOf(world.admin)).filter(({ kind }) => kind === "gateway_paid_twice");
  expect(bell.map(({ href }) => href)).toEqual(
    [other, { invoice }].map((one) => `/a/${world.agency.slug}/office/invoices/${one.invoice.id}`),
  );
  for (const who of [world.manager, world.pilgrim, world.rivalOwner])
    expect((await bellOf(who)).filter(({ kind }) => kind === "gateway_paid_twice")).toEqual([]);
});

it("money in another currency than its invoice's says which invoice it was for, and changes nothing of it", async () => {
  const { invoice } = await toPay(world, departure);
  const { id, number, payerName } = invoice;
  const saying = { order: `${number}.1`, amount: 12_000, currency: "SGD", id: newId() };
  expect(await tell(notice(saying))).toBe("other_currency");
  expect(await readInvoice(as(world.owner), { id })).toMatchObject({ paid: idr(0), state: "open" });
  expect((await odd())[0]).toMatchObject({
    outcome: "other_currency",
    amount: { amount: 12_000, currency: "SGD" },
    invoice: { id, number, payerName, currency: "IDR" },
  });
  const bell = (await bellOf(world.admin)).filter(({ kind }) => kind === "gateway_other_currency");
  expect(bell).toMatchObject([{ href: `/a/${world.agency.slug}/office/invoices/${id}` }]);
  expect(bell[0]!.text).toContain(`${number}.1`);
  // Given back at the gateway, it is no news: our books never had it.
  expect(await tell(notice({ ...saying, status: "refund" }))).toBe("noted");
});

it("money that a gateway brings beyond what is owed rings the desk's bell, each time once", async () => {
  const { invoice } = await toPay(world, departure);
  const { id, number } = invoice;
  const total = invoice.total.amount;
  const rings = async () => (await bellOf(world.admin)).filter(({ kind }) => kind === "invoice_overpaid");
  expect(await tell(notice({ order: `${number}.1`, amount: total }))).toBe("paid");
  expect(await rings()).toEqual([]);
  for (const [nth, amount] of [
    [2, DEPOSIT],
    [3, total],
  ] as const)
    expect(await tell(notice({ order: `${number}.${nth}`, amount }))).toBe("paid");
  const href = `/a/${world.agency.slug}/office/invoices/${id}`;
  expect(await rings()).toMatchObject([{ href }, { href }]);
  expect((await rings())[1]!.text).toContain(number);
  for (const who of [world.manager, world.pilgrim, world.rivalOwner])
    expect((await bellOf(who)).filter(({ kind }) => kind === "invoice_overpaid")).toEqual([]);
  // What a person books beyond it, they have seen.
  const other = await toPay(world, departure);
  expect(await tell(notice({ order: other.invoice.number, amount: total - 100 }))).toBe("paid");
  const proof = await send(world.pilgrim, other.invoice.id, DEPOSIT);
  await told(as(world.owner), (heard) => verifyProof(heard, { id: proof.id, decision: "approve" }));
  expect((await readInvoice(as(world.owner), { id: other.invoice.id })).paid.amount).toBe(total - 100 + DEPOSIT);
  expect(await rings()).toHaveLength(2);
});

it("who dealt with one says what was done: it leaves the desk, stays in the history with their name, and is on record", async () => {
  const { invoice } = await toPay(world, departure);
  const saying = { order: invoice.number, amount: DEPOSIT };
  expect(await tell(notice(saying))).toBe("paid");
  expect(await tell(notice({ ...saying, id: newId() }))).toBe("already_paid");
  const { id } = (await odd())[0]!;
  const note = "Given back at the gateway.";
  const close = (who: Somebody, said = note) => closeNotice(as(who), { id, note: said });
  for (const who of [world.manager, world.pilgrim, world.viewer])
    await expect(close(who)).rejects.toMatchObject({ code: "forbidden" });
  await expect(close(world.rivalOwner)).rejects.toMatchObject({ code: "notice_not_found" });
  await expect(close(world.admin, " ")).rejects.toMatchObject({ code: "validation" });
  const taps = await Promise.all(Array.from({ length: 50 }, () => close(world.admin)));
  const closed = { by: world.admin.personName, at: NOON, note };
  for (const one of taps) expect(one).toMatchObject({ id, closed });
  await expect(close(world.owner, "Something else")).rejects.toMatchObject({ code: "notice_closed" });
  expect((await odd()).map((one) => one.id)).not.toContain(id);
  const { data } = await listOddNotices(as(world.owner), { closed: "true" });
  expect(data).toMatchObject([{ id, closed, invoice: { id: invoice.id } }]);
  const audited = await as(world.owner).transact("agency", true, (tx) =>
    tx.execute(
      sql`select id from audit_log where command = 'payments.close_notice' and changes::text like '%at the gateway%'`,
    ),
  );
  expect(audited).toHaveLength(1);
  // Only what is odd can be dealt with.
  const [paid] = await as(world.owner).transact("agency", true, (tx) =>
    tx.select().from(gatewayNotices).where(eq(gatewayNotices.outcome, "paid")).limit(1),
  );
  await expect(closeNotice(as(world.admin), { id: paid!.id, note })).rejects.toMatchObject({
    code: "notice_not_found",
  });
});
