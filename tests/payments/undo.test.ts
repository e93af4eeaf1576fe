import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { rupiah } from "@/lib/kernel/money";
import { checkBooks } from "@/lib/ledger/queries";
import { importStatement } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { undoDecision } from "@/lib/payments/commands/undo";
import { listBankLines } from "@/lib/payments/queries/bank";
import { listProofs, readProof } from "@/lib/payments/queries/proofs";
import { expireOrder, fulfilOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { DEPOSIT, idr, QUAD, seatsOf, sellSeats } from "../bookings/support";
import { inWork, systemCall, takenByClaims } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { disagreements } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { send, toPay } from "./support";

let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(50);
  departure = (await sellSeats(world, 20)).id;
});
afterAll(() => world.close());

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const decide = (id: string, decision: "approve" | "reject" | "ask" = "approve", who = world.owner) =>
  verifyProof(as(who), { id, decision, ...(decision === "approve" ? {} : { reason: "Buram" }) });
const undo = (id: string, seconds = 30, who = world.owner) => undoDecision(as(who, {}, at(seconds)), { id });
const refusal = (act: Promise<unknown>) =>
  act.catch((error) => [error.code, error.details?.what].filter(Boolean).join());

/** An order that waits with its proof, and the pool its goods come from. */
async function toCollect() {
  const variants = [{ name: "Set", price: rupiah(500), stock: 3 }];
  const product = await createProduct(as(world.owner), { name: "Ihram", published: true, variants });
  const [variant] = product.variants;
  const { id } = await placeOrder(as(world.pilgrim), { lines: [{ variantId: variant!.id, quantity: 2 }] });
  const invoice = await invoiceOf(world, id);
  const proof = await send(world.pilgrim, invoice.id);
  return { id, invoiceId: invoice.id, proofId: proof.id, poolId: variant!.poolId };
}
const wholeOrder = async (id: string) => readOrder(as(world.pilgrim), { id });
const orderOf = async (id: string) => (await readOrder(as(world.owner), { id })).state;
const stockOf = (poolId: string) => takenByClaims(systemCall(world), poolId);

describe("a yes that is taken back", () => {
  it("goes out of the books by its mirror, the seats are held again, and the same proof may be approved once more", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
    const before = await seatsOf(world, departure);
    const yes = await decide(id);
    expect(yes.undoUntil).toEqual(at(60));
    expect(await refusal(undo(id, 30, world.admin))).toBe("undo_late");
    expect(await undo(id)).toMatchObject({ state: "submitted", mayDecide: true, undoUntil: null, decidedBy: null });
    expect(await undo(id)).toMatchObject({ state: "submitted" });
    const after = await invoiceOf(world, bookingId);
    expect(after).toMatchObject({ paid: idr(0), state: "open" });
    expect(after.payments.map(({ amount, source }) => [amount.amount, source])).toEqual([
      [DEPOSIT, "proof"],
      [-DEPOSIT, "reversal"],
    ]);
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({
      status: "pending_payment",
      paid: idr(0),
    });
    expect(await seatsOf(world, departure)).toEqual(before);
    expect(await decide(id)).toMatchObject({ state: "approved" });
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({
      status: "partially_paid",
      paid: idr(DEPOSIT),
    });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("frees the bank's line, and only the last instalment's money where the seats stay bought", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    await decide((await send(world.pilgrim, invoice.id, DEPOSIT)).id);
    const due = await invoiceOf(world, bookingId);
    const { amount } = due.transfer!.amount;
    const csv = `date,text,amount\n${NOON.toISOString().slice(0, 10)},REST,${amount / 100}`;
    await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
    const { id } = await send(world.pilgrim, invoice.id, amount);
    const waiting = async () => (await listBankLines(as(world.admin), {})).data.some(({ text }) => text === "REST");
    expect(await decide(id, "approve", world.admin)).toMatchObject({ state: "second_look" });
    await decide(id);
    expect(await waiting()).toBe(false);
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({ status: "paid", paid: idr(QUAD) });
    expect(await undo(id)).toMatchObject({ state: "second_look", firstBy: "Agus Admin" });
    expect(await waiting()).toBe(true);
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({
      status: "partially_paid",
      paid: idr(DEPOSIT),
    });
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("is refused once its time is up, or something came of it", async () => {
    const { invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
    await decide(id);
    expect(await refusal(undo(id, 60))).toBe("undo_late");
    const back = await requestRefund(as(world.admin), { id: invoice.id, amount: idr(100), why: "Too much" });
    expect(await refusal(undo(id))).toBe("undo_followed,insufficient_funds");
    await approveRefund(as(world.owner), { id: back.id });
    expect(await refusal(undo(id))).toBe("undo_followed,payment_followed");
  });
});

describe("a no that is taken back", () => {
  it("lets the proof wait again", async () => {
    const { invoice } = await toPay(world, departure);
    for (const no of ["reject", "ask"] as const) {
      const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
      await decide(id, no);
      expect(await undo(id)).toMatchObject({ state: "submitted", reason: null });
      await decide(id, "reject");
    }
  });

  it("[R15] an order paid in part says what came and what is owed, keeps its goods, and is not refused with a proof", async () => {
    const { id, proofId, poolId, invoiceId } = await toCollect();
    await verifyProof(as(world.owner), { id: proofId, decision: "approve", amount: idr(30_000) });
    const part = { state: "pending", paid: rupiah(300), rest: rupiah(700), holdEndsAt: null };
    expect(await wholeOrder(id)).toMatchObject(part);
    expect(await expireOrder(systemCall(world, world.agency.id, at(99 * 86_400)), { id })).toBe(false);
    await undo(proofId);
    expect(await wholeOrder(id)).toMatchObject({ state: "proof_submitted", paid: rupiah(0), rest: rupiah(1_000) });
    // Another one waits: the first yes leaves it with the desk.
    const second = await send(world.pilgrim, invoiceId, 20_000);
    await verifyProof(as(world.owner), { id: proofId, decision: "approve", amount: idr(30_000) });
    expect(await wholeOrder(id)).toMatchObject({ ...part, state: "proof_submitted" });
    await decide(second.id, "reject");
    expect(await wholeOrder(id)).toMatchObject(part);
    expect(await stockOf(poolId)).toEqual({ held: 2, sold: 0 });
    const { id: last } = await send(world.pilgrim, invoiceId, 70_000);
    await decide(last);
    expect(await wholeOrder(id)).toMatchObject({ state: "verified", rest: rupiah(0) });
  });

  it("of an order holds its goods again, if they are still there", async () => {
    const { id, proofId, poolId } = await toCollect();
    await decide(proofId, "reject");
    expect([await orderOf(id), await stockOf(poolId)]).toEqual(["rejected", { held: 0, sold: 0 }]);
    await undo(proofId);
    expect([await orderOf(id), await stockOf(poolId)]).toEqual(["proof_submitted", { held: 2, sold: 0 }]);
    expect((await invoiceOf(world, id)).state).toBe("open");
    await decide(proofId, "ask");
    await undo(proofId);
    await decide(proofId);
    expect([await orderOf(id), await stockOf(poolId)]).toEqual(["verified", { held: 0, sold: 2 }]);
    await undo(proofId);
    expect([await orderOf(id), await stockOf(poolId)]).toEqual(["proof_submitted", { held: 2, sold: 0 }]);
    await decide(proofId);
    await fulfilOrder(as(world.admin), { id });
    expect(await refusal(undo(proofId))).toBe("undo_followed,order_state");
    expect(await disagreements(as(world.owner))).toEqual([]);
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });
});

it("the desk offers no decision and takes none back while the agency may only look", async () => {
  const { invoice } = await toPay(world, departure);
  const { id } = await send(world.pilgrim, invoice.id);
  const paused = { ...as(world.owner), readOnly: true };
  expect(await readProof(as(world.owner), { id })).toMatchObject({ mayDecide: true });
  expect(await readProof(paused, { id })).toMatchObject({ mayDecide: false });
  expect((await listProofs(paused, { queue: "to_check", limit: 50 })).data).toMatchObject([{ id, mayDecide: false }]);
  await decide(id);
  expect(await readProof(as(world.owner), { id })).toMatchObject({ undoUntil: expect.any(Date) });
  expect(await readProof(paused, { id })).toMatchObject({ undoUntil: null });
});
