import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { checkBooks } from "@/lib/ledger/queries";
import { verifyProof } from "@/lib/payments/commands/decide";
import { approveRefund, refuseRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { countProofs, linkProof, listProofs, readProof, readProofFile } from "@/lib/payments/queries/proofs";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { DEPOSIT, idr, QUAD, seatsOf, sellSeats } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { gather } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { look, send, slip, toPay } from "./support";

let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(50);
  departure = (await sellSeats(world, 100)).id;
  await gather(as(world.owner), 50);
});
afterAll(() => world.close());
const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000);
const approve = (id: string, who = world.owner, now = NOON) =>
  verifyProof(as(who, {}, now), { id, decision: "approve" });

describe("the desk", () => {
  it("sees what was checked, approves, and booking, invoice and books agree", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const proof = await send(world.pilgrim, invoice.id);
    expect(proof).toMatchObject({ state: "submitted", amount: invoice.transfer!.amount, checks: [], mayDecide: false });
    const seen = await look(world.admin, proof.id);
    const found = seen.checks.map(({ name, verdict, code }) => `${name} ${verdict} ${code}`);
    expect(found).toEqual([
      "amount ok code_fits",
      "bank unknown no_bank_line",
      "picture ok picture_new",
      "seat ok seat_frozen",
      "second_person ok one_is_enough",
    ]);
    expect(seen.review).toMatchObject({ name: "Agus Admin", endsAt: minutes(15) });
    await expect(verifyProof(as(world.pilgrim), { id: proof.id, decision: "approve" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await approve(proof.id)).toMatchObject({ state: "approved", decidedBy: "Rahma Owner" });
    expect(await readBooking(as(world.pilgrim), { id: bookingId })).toMatchObject({
      status: "partially_paid",
      paid: invoice.transfer!.amount,
    });
    const after = await invoiceOf(world, bookingId);
    expect(after).toMatchObject({ state: "part_paid", paid: invoice.transfer!.amount });
    expect(after.transfer!.base).toEqual(idr(QUAD - after.paid.amount));
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });

  it("[R10] fifty impatient approvals book the money once", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
    const taps = Array.from({ length: 50 }, (_, i) => approve(id, i % 2 ? world.owner : world.admin));
    const states = (await Promise.allSettled(taps)).flatMap((one) =>
      one.status === "fulfilled" ? [one.value.state] : [],
    );
    expect(new Set(states)).toEqual(new Set(["approved"]));
    expect(await invoiceOf(world, bookingId)).toMatchObject({
      paid: idr(DEPOSIT),
      payments: [{ amount: idr(DEPOSIT) }],
    });
    await expect(verifyProof(as(world.owner), { id, decision: "reject", reason: "Late" })).rejects.toMatchObject({
      code: "proof_decided",
      details: { state: "approved" },
    });
  });

  it("[R10] above the limit two people say yes, and another amount is another question", async () => {
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: { amount: DEPOSIT, currency: "IDR" } } });
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, QUAD);
    expect(await approve(id, world.admin)).toMatchObject({ state: "second_look", firstBy: "Agus Admin" });
    expect(await approve(id, world.admin)).toMatchObject({ state: "second_look" });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(0);
    const other = { id, decision: "approve" as const, amount: idr(QUAD - 100) };
    expect(await verifyProof(as(world.owner), other)).toMatchObject({ state: "second_look", firstBy: "Rahma Owner" });
    expect(await approve(id, world.admin)).toMatchObject({ state: "approved" });
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(QUAD - 100), state: "part_paid" });
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: null } });
  });

  it("[R19] no proof speaks of more money than is still counted exactly, by whoever sent it or whoever looks", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    await expect(send(world.pilgrim, invoice.id, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: "validation",
    });
    const proofs = await Promise.all([1, 2].map(() => send(world.pilgrim, invoice.id)));
    const huge = { decision: "approve" as const, amount: idr(Number.MAX_SAFE_INTEGER), again: true as const };
    for (const { id } of proofs)
      await expect(verifyProof(as(world.owner), { id, ...huge })).rejects.toMatchObject({ code: "validation" });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(0);
  });

  it("[R10] whoever sent it for a payer does not approve it, whatever the sum; another person does", async () => {
    const { invoice } = await toPay(world, departure);
    const { id } = await send(world.admin, invoice.id, DEPOSIT);
    await expect(approve(id, world.admin)).rejects.toMatchObject({ code: "own_proof" });
    const [mine, theirs] = [await look(world.admin, id), await look(world.owner, id)];
    expect([mine.isOwn, theirs.isOwn]).toEqual([true, false]);
    expect(mine.checks.find(({ name }) => name === "second_person")).toMatchObject({ code: "own_proof" });
    expect(await approve(id)).toMatchObject({ state: "approved" });
    const other = await send(world.admin, invoice.id, 1_000);
    const no = { id: other.id, decision: "reject" as const, reason: "Wrong file" };
    expect(await verifyProof(as(world.admin), no)).toMatchObject({ state: "rejected" });
  });

  it("[R10] above the limit whoever sent it is the second person once another said yes: a desk of two is not stuck", async () => {
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: { amount: DEPOSIT, currency: "IDR" } } });
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.admin, invoice.id, QUAD);
    expect(await approve(id)).toMatchObject({ state: "second_look", firstBy: "Rahma Owner" });
    expect(await approve(id)).toMatchObject({ state: "second_look" });
    const mine = await look(world.admin, id);
    expect(mine).toMatchObject({ isOwn: false, mayDecide: true });
    expect(mine.checks.at(-1)).toMatchObject({ code: "first_said_yes", about: "Rahma Owner" });
    expect(await approve(id, world.admin)).toMatchObject({ state: "approved" });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(QUAD);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: null } });
  });

  it("sends back with a reason, asks again, and takes the better one", async () => {
    const { invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id);
    await expect(verifyProof(as(world.owner), { id, decision: "ask" })).rejects.toMatchObject({ code: "validation" });
    const reason = "The picture can't be read.";
    expect(await verifyProof(as(world.owner), { id, decision: "ask", reason })).toMatchObject({ state: "asked" });
    expect(await readProof(as(world.pilgrim), { id })).toMatchObject({ state: "asked", reason, decidedBy: null });
    await expect(approve(id)).rejects.toMatchObject({ code: "proof_decided" });
    const better = await send(world.pilgrim, invoice.id);
    const queue = await listProofs(as(world.admin), { queue: "to_check", limit: 100 });
    expect(queue.data.map((one) => one.id)).toContain(better.id);
    expect((await countProofs(as(world.admin), {})).toCheck).toBe(queue.data.length);
    expect(await verifyProof(as(world.owner), { id: better.id, decision: "reject", reason })).toMatchObject({ reason });
  });

  it("keeps the seats while somebody looks, and no longer", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id);
    const [almost, after] = [minutes(24 * 60 - 5), minutes(24 * 60 + 11)];
    await look(world.admin, id, almost);
    expect(await expireBooking(systemCall(world, world.agency.id, minutes(24 * 60 + 1)), { id: bookingId })).toBe(
      false,
    );
    expect(await expireBooking(systemCall(world, world.agency.id, after), { id: bookingId })).toBe(true);
  });
});

describe("[R6] money against time", () => {
  it("money for a hold that ran out is booked, takes no seat, and waits for a person", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id);
    await expireBooking(systemCall(world, world.agency.id, minutes(25 * 60)), { id: bookingId });
    const seen = await look(world.admin, id, minutes(25 * 60));
    expect(seen.checks.find(({ name }) => name === "seat")).toMatchObject({ verdict: "bad", code: "seat_gone" });
    await approve(id, world.owner, minutes(25 * 60));
    const late = await readBooking(as(world.owner), { id: bookingId });
    expect(late).toMatchObject({ status: "expired", needsDecision: true, paid: invoice.transfer!.amount });
    const money = { id: invoice.id, amount: late.paid, why: "Too late" };
    const { id: refundId } = await requestRefund(as(world.admin), money);
    await approveRefund(as(world.owner), { id: refundId });
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({ needsDecision: false, paid: idr(0) });
  });

  it("approve against expire, both ways round: never approved and released", async () => {
    const now = minutes(24 * 60 + 1);
    const { id: departureId } = await sellSeats(world, 12);
    const bookings = [];
    for (let i = 0; i < 12; i += 1) {
      const one = await toPay(world, departureId);
      bookings.push({ ...one, proof: await send(world.pilgrim, one.invoice.id, DEPOSIT) });
    }
    const late = systemCall(world, world.agency.id, now);
    // Before its time the approval may win; after it, only the hold's end. Two of each at once: 48 clients.
    const races = bookings.flatMap(({ bookingId, proof }, i) => {
      const approval = () => approve(proof.id, world.owner, i % 2 ? now : minutes(1));
      const expiry = () => expireBooking(late, { id: bookingId });
      const tries = [approval, expiry, approval, expiry];
      return (i % 4 < 2 ? tries : tries.toReversed()).map((run) => run());
    });
    await Promise.allSettled(races);
    const counted = { sold: 0, held: 0 };
    for (const { bookingId } of bookings) {
      const booking = await readBooking(as(world.owner), { id: bookingId });
      const { paid } = await invoiceOf(world, bookingId);
      expect(booking.paid).toEqual(paid);
      if (booking.status === "partially_paid") counted.sold += 1;
      if (booking.status === "pending_payment") counted.held += 1;
      expect(booking.needsDecision).toBe(booking.status === "expired" && paid.amount > 0);
    }
    expect(await seatsOf(world, departureId)).toMatchObject(counted);
    expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });
  });
});

describe("[R14] what is uploaded", () => {
  it("is a picture drawn anew, behind a link for five minutes, for those eyes only", async () => {
    const { invoice } = await toPay(world, departure);
    const { id } = await send(world.pilgrim, invoice.id, undefined, await slip(0.3, { type: "jpeg" }));
    const { url, type } = await linkProof(as(world.pilgrim), { id });
    expect(type).toBe("image/webp");
    const pass = new URL(url, "http://x").searchParams.get("pass")!;
    const { body } = await readProofFile(as(world.admin), { id, pass });
    expect((await new Response(body).arrayBuffer()).byteLength).toBeGreaterThan(100);
    for (const [who, now] of [
      [world.otherPilgrim, NOON],
      [world.rivalOwner, NOON],
      [world.pilgrim, minutes(6)],
    ] as const)
      await expect(readProofFile(as(who, {}, now), { id, pass })).rejects.toMatchObject({ code: "proof_not_found" });
    await expect(readProofFile(as(world.admin), { id, pass: `${pass}x` })).rejects.toMatchObject({
      code: "proof_not_found",
    });
  });

  it("is refused when it is no picture, whatever it says, or too large", async () => {
    const { invoice } = await toPay(world, departure);
    const text = (body: string) => new TextEncoder().encode(body);
    const pdf = (inside: string) => text(`%PDF-1.4\n1 0 obj\n<< ${inside} >>\nendobj\ntrailer\n%%EOF\n`);
    const bad = [
      text("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
      text("<!doctype html><script>alert(1)</script>"),
      text("GIF89a/*<html>*/"),
      pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
      text("%PDF-1.4 <html><script>1</script></html> %%EOF"),
    ];
    for (const file of bad)
      await expect(send(world.pilgrim, invoice.id, undefined, file)).rejects.toMatchObject({ code: "proof_invalid" });
    const large = send(world.pilgrim, invoice.id, undefined, new Uint8Array(5_000_001));
    await expect(large, "its own words: that some fields were wrong helped nobody").rejects.toMatchObject({
      code: "proof_too_large",
    });
    expect(await send(world.pilgrim, invoice.id, undefined, pdf("/Type /Catalog"))).toMatchObject({
      type: "application/pdf",
    });
  });

  it("[R10] sent twice by a second tap waits once, and after it was booked is seen to be the same", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const file = await slip();
    const taps = await Promise.all([1, 2, 3].map(() => send(world.pilgrim, invoice.id, undefined, file)));
    expect(new Set(taps.map(({ id }) => id)).size).toBe(1);
    await approve(taps[0]!.id);
    const again = await look(world.admin, (await send(world.pilgrim, invoice.id, undefined, file)).id);
    expect(again.id).not.toBe(taps[0]!.id);
    expect(again.checks.find(({ name }) => name === "picture")).toMatchObject({ code: "same_file" });
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: invoice.transfer!.amount });
  });

  it("is flagged when the same file, or one that looks like it, stands on another invoice", async () => {
    const [one, two, three] = [
      await toPay(world, departure),
      await toPay(world, departure),
      await toPay(world, departure),
    ];
    const file = await slip(0.7);
    await send(world.pilgrim, one.invoice.id, undefined, file);
    const same = await look(world.admin, (await send(world.pilgrim, two.invoice.id, undefined, file)).id);
    const picture = (proof: typeof same) => proof.checks.find(({ name }) => name === "picture");
    expect(picture(same)).toMatchObject({ verdict: "bad", code: "same_file", about: one.invoice.number });
    const alike = await slip(0.7, { shift: 6, type: "jpeg" });
    const again = await look(world.admin, (await send(world.pilgrim, three.invoice.id, undefined, alike)).id);
    expect(picture(again)).toMatchObject({ verdict: "doubt", code: "look_alike", about: one.invoice.number });
  });
});

describe("a refund", () => {
  it("leaves when another person approves, never twice, and never more than came in", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    await approve((await send(world.pilgrim, invoice.id, QUAD + DEPOSIT)).id);
    expect(await invoiceOf(world, bookingId)).toMatchObject({ state: "paid", paid: idr(QUAD + DEPOSIT) });
    const ask = (amount: number) =>
      requestRefund(as(world.admin), { id: invoice.id, amount: idr(amount), why: "Paid too much" });
    await expect(ask(QUAD + DEPOSIT + 1)).rejects.toMatchObject({ code: "insufficient_funds" });
    const { id } = await ask(DEPOSIT);
    await expect(ask(QUAD + 1)).rejects.toMatchObject({ code: "insufficient_funds" });
    await expect(approveRefund(as(world.admin), { id })).rejects.toMatchObject({ code: "forbidden" });
    const taps = await Promise.allSettled(Array.from({ length: 10 }, () => approveRefund(as(world.owner), { id })));
    expect(taps.every((one) => one.status === "rejected" || one.value.state === "approved")).toBe(true);
    const after = await invoiceOf(world, bookingId);
    expect(after).toMatchObject({ paid: idr(QUAD), state: "paid" });
    expect(after.payments.map(({ amount }) => amount)).toEqual([QUAD + DEPOSIT, -DEPOSIT].map(idr));
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({ status: "paid", paid: idr(QUAD) });
    const second = await ask(100);
    expect(await refuseRefund(as(world.owner), { id: second.id, note: "No" })).toMatchObject({ state: "refused" });
    await expect(approveRefund(as(world.owner), { id: second.id })).rejects.toMatchObject({ code: "refund_decided" });
    expect((await listRefunds(as(world.pilgrim), { invoiceId: invoice.id })).data).toHaveLength(2);
  });
});
