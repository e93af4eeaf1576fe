import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { limitIn } from "@/lib/agencies/queries/second-person";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { readReceipt } from "@/lib/invoices/queries/receipt";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { undoDecision } from "@/lib/payments/commands/undo";
import { linkProof, readProof } from "@/lib/payments/queries/proofs";
import { DEPOSIT, idr, QUAD, sellSeats } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { patiently } from "../money/support";
import { as, newWorld, type World } from "../support/world";
import { look, send, toPay } from "./support";

let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(50);
  departure = (await sellSeats(world, 20)).id;
  await updateAgency(as(world.owner), { policies: { secondPersonAbove: { amount: DEPOSIT, currency: "IDR" } } });
});
afterAll(() => world.close());
const enter = (id: string, amount: number, who = world.admin, cashId = newId()) =>
  enterCash(as(who), { id, cashId, amount: idr(amount) });
const code = (error: { code: string }) => error.code;

describe("money that is brought to the desk", () => {
  it("[R10] is booked at once up to the limit, once however often it is sent, and stands on the receipt", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const cashId = newId();
    const taps = await Promise.all(
      Array.from({ length: 50 }, () => patiently(() => enter(invoice.id, DEPOSIT, world.admin, cashId))),
    );
    expect(new Set(taps.map(({ id, state }) => `${id} ${state}`)).size).toBe(1);
    expect(taps[0]).toMatchObject({ state: "approved", type: "cash", decidedBy: "Agus Admin", checks: [] });
    const after = await invoiceOf(world, bookingId);
    expect(after).toMatchObject({
      paid: idr(DEPOSIT),
      payments: [{ source: "cash", amount: idr(DEPOSIT), rounding: idr(0) }],
    });
    expect(await readBooking(as(world.pilgrim), { id: bookingId })).toMatchObject({ status: "partially_paid" });
    const paper = await readReceipt(as(world.pilgrim), { id: invoice.id });
    expect(paper.invoice.payments).toMatchObject([{ source: "cash" }]);
    await expect(linkProof(as(world.owner), { id: taps[0]!.id })).rejects.toMatchObject({ code: "proof_not_found" });
    await undoDecision(as(world.admin), { id: taps[0]!.id });
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(0) });
    expect(await readBooking(as(world.pilgrim), { id: bookingId })).toMatchObject({ status: "pending_payment" });
    expect(await verifyProof(as(world.owner), { id: taps[0]!.id, decision: "approve" })).toMatchObject({
      state: "approved",
    });
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });

  it("[R10] above the limit waits for another person, whom no bank's line replaces", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await enter(invoice.id, QUAD);
    expect(await look(world.owner, id)).toMatchObject({ state: "second_look", firstBy: "Agus Admin", isOwn: false });
    expect((await readProof(as(world.owner), { id })).checks.map(({ name }) => name)).toEqual([
      "seat",
      "second_person",
    ]);
    expect(await verifyProof(as(world.admin), { id, decision: "approve" }).catch(code)).toBe("own_proof");
    const ask = { id, decision: "ask" as const, reason: "Better" };
    expect(await verifyProof(as(world.owner), ask).catch(code)).toBe("validation");
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(0) });
    const done = await verifyProof(as(world.owner), { id, decision: "approve" });
    expect(done.checks).toMatchObject([{ code: "two_said_yes", about: "Agus Admin" }]);
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(QUAD), state: "paid" });
    expect(await enter(invoice.id, 100).catch(code)).toBe("invoice_settled");

    const parts = await toPay(world, departure);
    const some = (DEPOSIT * 3) / 5;
    expect(await enter(parts.invoice.id, some)).toMatchObject({ state: "approved" });
    expect(await enter(parts.invoice.id, some, world.owner)).toMatchObject({ state: "approved" });
    const third = await enter(parts.invoice.id, some);
    expect(third).toMatchObject({ state: "second_look" });
    expect(third.checks.at(-1)).toMatchObject({ code: "own_proof" });
    expect((await look(world.owner, third.id)).checks.at(-1)).toMatchObject({ code: "first_said_yes" });
    expect(await verifyProof(as(world.owner), { id: third.id, decision: "approve" })).toMatchObject({
      state: "approved",
    });
  });

  it("is no more than is owed, entered by nobody for themself, nor by whoever keeps no money", async () => {
    const { invoice } = await toPay(world, departure);
    const fields = (error: { details: { fields: unknown } }) => error.details.fields;
    expect(await enter(invoice.id, QUAD + 1).catch(fields)).toEqual({ amount: ["more_than_owed"] });
    expect(await enter(invoice.id, 100, world.pilgrim).catch(code)).toBe("forbidden");
    expect(await enter(invoice.id, 100, world.rivalOwner).catch(code)).toBe("invoice_not_found");
  });
});

describe("what two people must say", () => {
  it("holds for every sum of a currency that is not the agency's: its limit says nothing of it", () => {
    const limited = { policies: { secondPersonAbove: { amount: 5, currency: "IDR" } } };
    const free = { policies: { secondPersonAbove: null } };
    expect([limitIn("IDR", limited), limitIn("USD", limited), limitIn("USD", free)]).toEqual([5, 0, null]);
  });

  it("of a proof that is decided nothing is said any more that was to be doubted or done", async () => {
    const { invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
    expect((await look(world.owner, id)).checks.map((one) => one.code)).toContain("amount_differs");
    const done = await verifyProof(as(world.owner), { id, decision: "approve" });
    expect(done.checks.map((one) => one.code)).toEqual(["no_bank_line", "picture_new"]);
  });
});
