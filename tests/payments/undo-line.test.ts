import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { undoDecision, undoMatch } from "@/lib/payments/commands/undo";
import { listBankLines } from "@/lib/payments/queries/bank";
import { readProof } from "@/lib/payments/queries/proofs";
import { DEPOSIT, idr, seatsOf, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { writing } from "../ledger/support";
import { disagreements, gather, patiently } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { send, toPay } from "./support";

const CLIENTS = 50;
let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(CLIENTS);
  departure = (await sellSeats(world, 40)).id;
  await gather(as(world.owner), CLIENTS);
});
afterAll(() => world.close());

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const lines = async (booked: "true" | "false" = "false") =>
  (await listBankLines(as(world.owner), { booked, limit: 100 })).data;
/** The bank says that so much came; another person of the desk brought its file. */
async function lineOf(amount: number) {
  const text = newId();
  const csv = `date,text,amount\n${NOON.toISOString().slice(0, 10)},${text},${amount / 100}`;
  await importStatement(as(world.admin), { name: "mutasi.csv", csv, currency: "IDR" });
  return (await lines()).find((line) => line.text === text)!;
}
const match = (id: string, invoiceId: string, seconds = 0) =>
  matchLine(as(world.owner, {}, at(seconds)), { id, invoiceId, again: true });
const undo = (id: string, seconds = 30, who = world.owner) => undoMatch(as(who, {}, at(seconds)), { id });
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => [error.code, error.details?.what].filter(Boolean).join(),
  );
const agree = async () => {
  expect(await disagreements(as(world.owner))).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
};

describe("a line of the bank that was booked for the wrong invoice", () => {
  it("is taken back within the minute by whoever booked it, and is booked for the right one", async () => {
    const [wrong, right] = [await toPay(world, departure), await toPay(world, departure)];
    const before = await seatsOf(world, departure);
    const line = await lineOf(DEPOSIT + 300);
    const booked = await match(line.id, wrong.invoice.id);
    expect(booked).toMatchObject({ isBooked: true, undoUntil: at(60) });
    expect(await readBooking(as(world.owner), { id: wrong.bookingId })).toMatchObject({ status: "partially_paid" });

    expect(await refusal(undo(line.id, 30, world.admin))).toBe("undo_late");
    expect(await refusal(undo(line.id, 60))).toBe("undo_late");
    const freed = { isBooked: false, invoice: null, undoUntil: null };
    expect(await undo(line.id)).toMatchObject(freed);
    expect(await undo(line.id), "asked twice, it is the same answer").toMatchObject(freed);
    expect((await lines()).map(({ id }) => id)).toContain(line.id);
    const after = await invoiceOf(world, wrong.bookingId);
    expect([after.paid.amount, after.payments.map(({ source }) => source)]).toEqual([0, ["bank_line", "reversal"]]);
    expect(await readBooking(as(world.owner), { id: wrong.bookingId })).toMatchObject({ status: "pending_payment" });
    expect(await seatsOf(world, departure)).toEqual(before);

    await match(line.id, right.invoice.id, 40);
    expect((await invoiceOf(world, right.bookingId)).paid.amount).toBe(DEPOSIT + 300);
    await agree();
  });

  it("may be booked for the same invoice again, and names the one that asked for its amount once more", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { amount } = invoice.transfer!.amount;
    const line = await lineOf(amount);
    expect(line.invoice?.id).toBe(invoice.id);
    for (const seconds of [0, 10, 20]) {
      await match(line.id, invoice.id, seconds);
      expect((await undo(line.id, seconds + 5)).invoice?.id).toBe(invoice.id);
    }
    await match(line.id, invoice.id, 40);
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(amount);
    await agree();
  });

  it("lets the proof wait again that was approved with it", async () => {
    const { invoice } = await toPay(world, departure);
    const { amount } = invoice.transfer!.amount;
    const { id } = await send(world.pilgrim, invoice.id, amount);
    const line = await lineOf(amount);
    await match(line.id, invoice.id);
    const offered = { state: "approved", undoUntil: null };
    expect(await readProof(as(world.owner), { id }), "it is the line's to take back").toMatchObject(offered);
    expect(await refusal(undoDecision(as(world.owner, {}, at(10)), { id }))).toBe("undo_late");
    await undo(line.id);
    expect(await readProof(as(world.owner), { id })).toMatchObject({ state: "submitted", decidedBy: null });
    await verifyProof(as(world.owner, {}, at(40)), { id, decision: "approve" });
    expect(
      (await lines("true")).map((one) => one.id),
      "its line stands for it",
    ).toContain(line.id);
    await agree();
  });

  it("stays where it is once something followed, and what came by a proof is the proof's to take back", async () => {
    const { invoice } = await toPay(world, departure);
    const line = await lineOf(DEPOSIT + 700);
    await match(line.id, invoice.id);
    await enterCash(as(world.owner), { id: invoice.id, cashId: newId(), amount: idr(100_000) });
    expect(await refusal(undo(line.id))).toBe("undo_followed,payment_followed");

    const other = await toPay(world, departure);
    const proven = await lineOf(DEPOSIT + 900);
    const proof = await send(world.pilgrim, other.invoice.id, DEPOSIT + 900);
    await verifyProof(as(world.owner), { id: proof.id, decision: "approve" });
    expect((await lines("true")).find(({ id }) => id === proven.id)).toMatchObject({ undoUntil: null });
    expect(await refusal(undo(proven.id))).toBe("undo_late");
    await agree();
  });

  it("[R10] [R11] fifty taps that book it here and there and take it back: it pays one invoice, or none", async () => {
    for (let round = 0; round < 3; round += 1) {
      const both = [await toPay(world, departure), await toPay(world, departure)];
      const line = await lineOf(DEPOSIT + 1_100 + round * 100);
      await match(line.id, both[0]!.invoice.id);
      const acts = Array.from(
        { length: CLIENTS },
        (_, i) => () => (i % 3 === 2 ? undo(line.id) : match(line.id, both[i % 3]!.invoice.id)),
      );
      const ends = await Promise.all(acts.map((act) => refusal(patiently(act))));
      expect(ends.filter((end) => !["done", "bank_line_taken", "undo_late"].includes(end))).toEqual([]);
      const paid = await Promise.all(both.map(({ bookingId }) => invoiceOf(world, bookingId)));
      const sum = paid.reduce((all, one) => all + one.paid.amount, 0);
      const isBooked = (await lines("true")).some(({ id }) => id === line.id);
      expect(sum).toBe(isBooked ? line.amount.amount : 0);
      await agree();
    }
  });
});
