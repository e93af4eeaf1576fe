import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayNotices, gateways } from "@/db/schema/gateways";
import { invoices } from "@/db/schema/invoices";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { checkBooks } from "@/lib/ledger/queries";
import { verifyProof } from "@/lib/payments/commands/decide";
import { addGateway, removeGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { noticeOf, readMidtrans } from "@/lib/payments/rules/midtrans";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { openCall } from "@/server/doors/call";
import { DEPOSIT, idr, sellSeats } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { type Midtrans, startMidtrans } from "../support/midtrans";
import { sharedFile } from "../support/shared";
import { as, NOON, newWorld, type World } from "../support/world";
import { GATEWAY_KEY, notice, send, toPay } from "./support";

type Skip = (note: string) => never;
/** What Midtrans really sends, recorded. */
const recorded = (skip: Skip) => JSON.parse(sharedFile("samples/payments/midtrans_notifications.json", skip));

let world: World;
let departure: string;
let token: string;
let gatewayId: string;
let midtrans: Midtrans;
beforeAll(async () => {
  world = await newWorld(50);
  midtrans = await startMidtrans(GATEWAY_KEY);
  world.house.ports.pay = midtrans.pay;
  departure = (await sellSeats(world, 50)).id;
  const made = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  gatewayId = made.id;
  token = made.noticeUrl.split("/").at(-1)!;
});
afterAll(async () => {
  await midtrans.stop();
  await world.close();
});

const nobody = (agencyId: string, now = NOON) => openCall({ actor: { kind: "nobody" }, agencyId, via: "http", now });
const hear = (body: string, call = nobody(world.agency.id)) => takeNotice(call, { gateway: "midtrans", token, body });
/** A notice of what the gateway knows. */
function tell(body: string, call?: Call) {
  if (readMidtrans(body)) midtrans.says(body);
  return hear(body, call);
}

/** A case of the shop, for just what the recorded notice pays. */
async function order(now: Date): Promise<string> {
  const variants = [{ name: "L", price: rupiah(24_145), stock: 5 }];
  const product = await createProduct(as(world.owner), { name: `Koper ${newId()}`, published: true, variants });
  const lines = [{ variantId: product.variants[0]!.id, quantity: 1 }];
  return (await placeOrder(as(world.pilgrim, {}, now), { lines })).id;
}

describe("a gateway's notices", () => {
  it("are read as they were recorded, with the signature over the amount as it came", async ({ skip }) => {
    const samples = recorded(skip);
    const raw = JSON.stringify(samples.va_settlement_signed);
    expect(noticeOf(readMidtrans(raw)!)).toMatchObject({ amount: 2_414_500, isPaid: true, status: "settlement" });
    expect(noticeOf(readMidtrans(JSON.stringify(samples.card_verbatim))!)).toMatchObject({ isPaid: true });
    const then = new Date("2018-10-24T08:45:00Z");
    const call = systemCall(world, world.agency.id, then);
    const { id } = await invoiceOf(world, await order(then), then);
    const number = samples.va_settlement_signed.order_id;
    await call.transact("agency", false, (tx) => tx.update(invoices).set({ number }).where(eq(invoices.id, id)));
    const at = nobody(world.agency.id, then);
    expect(await tell(JSON.stringify(samples.va_pending_signed), at)).toEqual({ outcome: "noted" });
    expect(await tell(raw, at)).toEqual({ outcome: "paid" });
    expect(await tell(raw, at)).toEqual({ outcome: "paid" });
    expect((await readInvoice(as(world.owner), { id })).paid.amount).toBe(2_414_500);
    await expect(tell(JSON.stringify(samples.card_verbatim), at)).rejects.toMatchObject({ code: "notice_unsigned" });
  });

  it("[R11] delivered fifty times, in any order and beside the desk's own yes: paid once", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const id = newId();
    const saying = { order: invoice.number, amount: DEPOSIT, id };
    const bodies = Array.from({ length: 50 }, (_, i) =>
      notice({ ...saying, status: i % 5 ? "settlement" : "pending" }),
    );
    await Promise.allSettled(bodies.map((body) => tell(body)));
    expect(await tell(notice(saying))).toEqual({ outcome: "paid" });
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(DEPOSIT), payments: [{ source: "gateway" }] });
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({
      status: "partially_paid",
      paid: idr(DEPOSIT),
    });

    const proof = await send(world.pilgrim, invoice.id, DEPOSIT);
    const yes = { id: proof.id, decision: "approve" as const };
    await expect(verifyProof(as(world.owner), yes)).rejects.toMatchObject({ code: "payment_seen" });
    const other = await toPay(world, departure);
    await verifyProof(as(world.owner), { ...yes, id: (await send(world.pilgrim, other.invoice.id, DEPOSIT)).id });
    expect(await tell(notice({ order: other.invoice.number, amount: DEPOSIT }))).toEqual({ outcome: "already_paid" });
    expect((await invoiceOf(world, other.bookingId)).paid.amount).toBe(DEPOSIT);
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });

  it("[R12] unsigned, wrongly signed, changed, stale, from the future or another agency's: refused, and nothing is written", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const rows = () =>
      as(world.owner).transact("agency", true, (tx) => tx.select({ id: gatewayNotices.id }).from(gatewayNotices));
    const before = (await rows()).length;
    const good = { order: invoice.number, amount: DEPOSIT };
    const DAY = 86_400_000;
    const bad: [string, string][] = [
      [notice({ ...good, key: "another key" }), "notice_unsigned"],
      [notice(good).replace(`${DEPOSIT / 100}.00`, "1.00"), "notice_unsigned"],
      [JSON.stringify({ ...JSON.parse(notice(good)), signature_key: "" }), "notice_unsigned"],
      [notice({ ...good, at: new Date(NOON.getTime() - 8 * DAY) }), "notice_stale"],
      [notice({ ...good, at: new Date(NOON.getTime() + DAY) }), "notice_stale"],
      // Of a currency that none is, no screen knows how its amounts are written.
      [JSON.stringify({ ...JSON.parse(notice(good)), currency: "idr" }), "malformed"],
      ["{}", "malformed"],
      ["not json", "malformed"],
    ];
    for (const [body, code] of bad) await expect(tell(body)).rejects.toMatchObject({ code });
    await expect(tell(notice(good), nobody(world.rival.id))).rejects.toMatchObject({ code: "gateway_not_found" });
    const foreign = await addGateway(as(world.rivalOwner), { kind: "midtrans", serverKey: GATEWAY_KEY });
    const theirs = { gateway: "midtrans", token: foreign.noticeUrl.split("/").at(-1)!, body: notice(good) };
    midtrans.says(theirs.body);
    expect(await takeNotice(nobody(world.rival.id), theirs)).toEqual({ outcome: "unknown_invoice" });
    expect((await rows()).length).toBe(before);
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(0);
    const [kept] = await as(world.owner).transact("agency", true, (tx) => tx.select().from(gateways));
    expect(kept!.serverKey).not.toContain(GATEWAY_KEY);
  });

  it("[R12] what Midtrans does not sign moves no money: an order is paid once by whatever transaction, and only as settled", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const first = JSON.parse(notice({ order: `${invoice.number}.1`, amount: DEPOSIT, status: "pending" }));
    // The signature is over the order, the code and the amount alone.
    const claimed = JSON.stringify({ ...first, transaction_status: "settlement" });
    midtrans.says(JSON.stringify(first));
    expect(await hear(claimed)).toEqual({ outcome: "noted" });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(0);
    const settled = JSON.parse(notice({ order: `${invoice.number}.1`, amount: DEPOSIT }));
    expect(await tell(JSON.stringify(settled))).toEqual({ outcome: "paid" });
    const replays = Array.from({ length: 20 }, () => JSON.stringify({ ...settled, transaction_id: newId() }));
    const answers = await Promise.all(replays.map((body) => tell(body)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["already_paid"]));
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(DEPOSIT);
    // The next instalment is another order.
    expect(await tell(notice({ order: `${invoice.number}.2`, amount: DEPOSIT }))).toEqual({ outcome: "paid" });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(2 * DEPOSIT);
  });

  it("[R11] of a payment that was cancelled before it was heard nothing is booked, and of one that was booked the desk hears too", async () => {
    const both = async (bodies: (saying: { order: string; amount: number; id: string }) => Promise<string>[]) => {
      const { bookingId, invoice } = await toPay(world, departure);
      const outcomes = await Promise.all(bodies({ order: invoice.number, amount: DEPOSIT, id: newId() }));
      return [...outcomes, (await invoiceOf(world, bookingId)).paid.amount];
    };
    const say = async (body: string) => (await tell(body)).outcome;
    const late = await both((saying) => {
      const cancelled = say(notice({ ...saying, status: "cancel" }));
      return [cancelled, cancelled.then(() => say(notice(saying)))];
    });
    expect(late).toEqual(["noted", "taken_back", 0]);
    for (let round = 0; round < 12; round += 1) {
      const once = await both((saying) => [say(notice({ ...saying, status: "cancel" })), say(notice(saying))]);
      // The gateway's two answers may come to either of them.
      expect([
        ["noted", "taken_back", 0],
        ["paid", "taken_back", DEPOSIT],
      ]).toContainEqual([...once.slice(0, 2).toSorted(), once[2]]);
    }
  });

  it("are heard no longer once the gateway is taken away", async () => {
    const spare = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
    await removeGateway(as(world.owner), { id: spare.id });
    const ended = { gateway: "midtrans", token: spare.noticeUrl.split("/").at(-1)!, body: "{}" };
    await expect(takeNotice(nobody(world.agency.id), ended)).rejects.toMatchObject({ code: "gateway_not_found" });
    expect(gatewayId).not.toBe(spare.id);
  });
});
