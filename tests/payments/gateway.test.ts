import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayNotices, gateways } from "@/db/schema/gateways";
import { invoices } from "@/db/schema/invoices";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { addGateway, removeGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { ImportStatement } from "@/lib/payments/contract/bank";
import { listBankLines } from "@/lib/payments/queries/bank";
import { readProof } from "@/lib/payments/queries/proofs";
import { readBankFile } from "@/lib/payments/rules/bank-file";
import { noticeOf, readMidtrans } from "@/lib/payments/rules/midtrans";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { openCall } from "@/server/doors/call";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { sharedFile } from "../support/shared";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { GATEWAY_KEY, look, notice, send, toPay } from "./support";

type Skip = (note: string) => never;
/** What Midtrans really sends, recorded. */
const recorded = (skip: Skip) => JSON.parse(sharedFile("samples/payments/midtrans_notifications.json", skip));

let world: World;
let departure: string;
let token: string;
let gatewayId: string;
beforeAll(async () => {
  world = await newWorld(50);
  departure = (await sellSeats(world, 50)).id;
  const made = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  gatewayId = made.id;
  token = made.noticeUrl.split("/").at(-1)!;
});
afterAll(() => world.close());

const nobody = (agencyId: string, now = NOON) => openCall({ actor: { kind: "nobody" }, agencyId, via: "http", now });
const tell = (body: string, call = nobody(world.agency.id)) => takeNotice(call, { gateway: "midtrans", token, body });

/** A case of the shop, for just what the recorded notice pays. */
async function order(now: Date): Promise<string> {
  const variants = [{ name: "L", price: 2_414_500, stock: 5 }];
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
    expect((await readInvoice(as(world.owner), { id })).paid).toBe(2_414_500);
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
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: DEPOSIT, payments: [{ source: "gateway" }] });
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({
      status: "partially_paid",
      paid: DEPOSIT,
    });

    const proof = await send(world.pilgrim, invoice.id, DEPOSIT);
    const yes = { id: proof.id, decision: "approve" as const };
    await expect(verifyProof(as(world.owner), yes)).rejects.toMatchObject({ code: "payment_seen" });
    const other = await toPay(world, departure);
    await verifyProof(as(world.owner), { ...yes, id: (await send(world.pilgrim, other.invoice.id, DEPOSIT)).id });
    expect(await tell(notice({ order: other.invoice.number, amount: DEPOSIT }))).toEqual({ outcome: "already_paid" });
    expect((await invoiceOf(world, other.bookingId)).paid).toBe(DEPOSIT);
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
    expect(await takeNotice(nobody(world.rival.id), theirs)).toEqual({ outcome: "unknown_invoice" });
    expect((await rows()).length).toBe(before);
    expect((await invoiceOf(world, bookingId)).paid).toBe(0);
    const [kept] = await as(world.owner).transact("agency", true, (tx) => tx.select().from(gateways));
    expect(kept!.serverKey).not.toContain(GATEWAY_KEY);
  });

  it("[R12] what Midtrans does not sign moves no money: an order is paid once by whatever transaction, and only as settled", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const first = JSON.parse(notice({ order: `${invoice.number}.1`, amount: DEPOSIT, status: "pending" }));
    // The signature is over the order, the code and the amount alone.
    const claimed = JSON.stringify({ ...first, transaction_status: "settlement" });
    expect(await tell(claimed)).toEqual({ outcome: "noted" });
    expect((await invoiceOf(world, bookingId)).paid).toBe(0);
    const settled = JSON.parse(notice({ order: `${invoice.number}.1`, amount: DEPOSIT }));
    expect(await tell(JSON.stringify(settled))).toEqual({ outcome: "paid" });
    const replays = Array.from({ length: 20 }, () => JSON.stringify({ ...settled, transaction_id: newId() }));
    const answers = await Promise.all(replays.map((body) => tell(body)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["already_paid"]));
    expect((await invoiceOf(world, bookingId)).paid).toBe(DEPOSIT);
    // The next instalment is another order.
    expect(await tell(notice({ order: `${invoice.number}.2`, amount: DEPOSIT }))).toEqual({ outcome: "paid" });
    expect((await invoiceOf(world, bookingId)).paid).toBe(2 * DEPOSIT);
  });

  it("[R11] of a payment that was cancelled before it was heard nothing is booked, and of one that was booked the desk hears too", async () => {
    const both = async (bodies: (saying: { order: string; amount: number; id: string }) => Promise<string>[]) => {
      const { bookingId, invoice } = await toPay(world, departure);
      const outcomes = await Promise.all(bodies({ order: invoice.number, amount: DEPOSIT, id: newId() }));
      return [...outcomes, (await invoiceOf(world, bookingId)).paid];
    };
    const say = async (body: string) => (await tell(body)).outcome;
    const late = await both((saying) => {
      const cancelled = say(notice({ ...saying, status: "cancel" }));
      return [cancelled, cancelled.then(() => say(notice(saying)))];
    });
    expect(late).toEqual(["noted", "taken_back", 0]);
    for (let round = 0; round < 12; round += 1) {
      const once = await both((saying) => [say(notice({ ...saying, status: "cancel" })), say(notice(saying))]);
      expect([
        ["noted", "taken_back", 0],
        ["taken_back", "paid", DEPOSIT],
      ]).toContainEqual(once);
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

describe("the bank's file", () => {
  it.each([
    ["Tanggal,Keterangan,Kredit\n21/11/2026,HENDRA,8500417", 850_041_700],
    ["Date;Description;Amount;DB/CR\n2026-11-21;HENDRA;8.500.417,00;CR\n2026-11-21;FEE;5.000,00;DB", 850_041_700],
    ['Mutasi rekening\n\nTgl\tUraian\tJumlah\n21-11-2026\t"PT, HENDRA"\tRp 8.500.417,00 CR', 850_041_700],
  ])("is read whatever stands between and above (%#)", (csv, amount) => {
    expect(readBankFile(csv, "IDR")?.lines).toMatchObject([{ bookedOn: "2026-11-21", amount }]);
  });

  it.each([
    ["Дата операции;Назначение платежа;Кредит\n21.11.2026 09:14:05;ЕРЛАН;8 500 417,00 ₸", "KZT"],
    ["Күні;Сипаттама;Кіріс\n21.11.26;ЕРЛАН;+8 500 417,00 тг", "KZT"],
    ["Дата;Назначение;Приход\n21.11.26;ЕРЛАН;8500417,00 ₽", "RUB"],
    ["Date,Description,Amount\n21/11/26,YERLAN,$8500417", "USD"],
  ])("is read as banks of each of our countries write it (%#)", (csv, currency) => {
    expect(readBankFile(csv, currency)?.lines).toMatchObject([{ bookedOn: "2026-11-21", amount: 850_041_700 }]);
    // The sign of another currency is another sum.
    if (!csv.endsWith("тг")) expect(readBankFile(csv, "IDR")).toMatchObject({ lines: [], unread: 1 });
  });

  it("takes no longer than its length, whatever somebody put into it", () => {
    const head = "date;text;amount\n2026-11-21;x;";
    const began = performance.now();
    for (const csv of [
      `date,text,amount\n${",".repeat(500_000)}`,
      `${head}${"A".repeat(500_000)}1`,
      '"'.repeat(500_001),
    ])
      readBankFile(csv, "IDR");
    // Each of them took minutes, in which nobody of any agency was answered.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(ImportStatement.safeParse({ name: "m.csv", csv: "\n".repeat(20_001), currency: "IDR" }).success).toBe(false);
    const line = 'date,text,amount\n2026-11-21,"PT, ""A"" 5""",7\n2026-11-21,5" PIPE,8';
    expect(readBankFile(line, "IDR")?.lines.map(({ amount }) => amount)).toEqual([700, 800]);
  });

  it("names the invoices by their amounts, is known again, and books a line once with the proof that waits for it", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    const { amount } = invoice.transfer!;
    const day = NOON.toISOString().slice(0, 10);
    const csv = `Tanggal,Keterangan,Kredit\n${day},HENDRA,${amount / 100}\n${day},LAIN,123\n${day},LAIN,123`;
    const file = { name: "mutasi.csv", csv, currency: "IDR" };
    const admin = as(world.admin);
    expect(await importStatement(admin, file)).toEqual({ fresh: 3, known: 0, matched: 1, unread: 0 });
    expect(await importStatement(admin, file)).toMatchObject({ fresh: 0, known: 3 });
    // A later file has all of it once more, and a line with a character no table holds.
    const more = { ...file, csv: `${csv}\n${day},BA\u0000RU,777` };
    expect(await importStatement(admin, more)).toEqual({ fresh: 1, known: 3, matched: 0, unread: 0 });
    await expect(importStatement(admin, { ...file, csv: "nothing" })).rejects.toMatchObject({
      code: "bank_file_unreadable",
    });
    const { id } = await send(world.pilgrim, invoice.id);
    const checks = (await look(world.admin, id)).checks.find(({ name }) => name === "bank");
    expect(checks).toMatchObject({ verdict: "ok", code: "bank_line", about: day });
    const { data } = await listBankLines(admin, {});
    const line = data.find((one) => one.amount === amount)!;
    expect(line.invoice).toMatchObject({ number: invoice.number });
    // Whoever says they sent what another was asked for does not take the other's line.
    const other = await toPay(world, departure);
    const wrong = await send(world.pilgrim, other.invoice.id, amount);
    const doubt = (await look(world.admin, wrong.id)).checks.find(({ name }) => name === "bank");
    expect(doubt).toMatchObject({ code: "no_bank_line" });
    await verifyProof(as(world.owner), { id: wrong.id, decision: "approve" });
    const taps = await Promise.allSettled(Array.from({ length: 10 }, () => matchLine(admin, { id: line.id })));
    expect(taps.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await readProof(admin, { id })).toMatchObject({ state: "approved" });
    const told = await admin.transact("agency", true, (tx) =>
      tx.execute(sql`select payload from facts where name = 'payments.proof_decided' and payload->>'proofId' = ${id}`),
    );
    expect(told).toMatchObject([{ payload: { decision: "approved" } }]);
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: amount, payments: [{ source: "bank_line" }] });
    expect((await readBooking(as(world.owner), { id: bookingId })).status).toBe("partially_paid");
  });

  it("above the limit is booked by another than who brought it: anybody could have written it", async () => {
    const { invoice } = await toPay(world, departure);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: 1 } });
    const csv = `date,text,amount\n${NOON.toISOString().slice(0, 10)},BIG,4321`;
    await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
    const line = (await listBankLines(as(world.admin), {})).data.find(({ text }) => text === "BIG")!;
    const wish = { id: line.id, invoiceId: invoice.id };
    await expect(matchLine(as(world.admin), wish)).rejects.toMatchObject({ code: "second_person_needed" });
    expect(await matchLine(as(world.owner), wish)).toMatchObject({ isBooked: true });
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: null } });
  });

  it("above the limit also in parts: what one person brought and booked alone counts together, cash with it", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: 100_000 } });
    const day = NOON.toISOString().slice(0, 10);
    const csv = `date,text,amount\n${[1, 2, 3].map((n) => `${day},PART ${n},${400 + n}`).join("\n")}`;
    await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
    const { data } = await listBankLines(as(world.admin), { limit: 100 });
    const [one, two, three] = [1, 2, 3].map((n) => data.find(({ text }) => text === `PART ${n}`)!);
    const match = (who: Somebody, line = one!) => matchLine(as(who), { id: line.id, invoiceId: invoice.id });
    expect(await match(world.admin, one)).toMatchObject({ isBooked: true });
    expect(await match(world.admin, two)).toMatchObject({ isBooked: true });
    await expect(match(world.admin, three)).rejects.toMatchObject({ code: "second_person_needed" });
    const cash = (who: Somebody) => enterCash(as(who), { id: invoice.id, cashId: newId(), amount: 30_000 });
    expect(await cash(world.admin)).toMatchObject({ state: "second_look" });
    expect(await cash(world.owner)).toMatchObject({ state: "approved" });
    expect(await match(world.owner, three)).toMatchObject({ isBooked: true });
    expect((await invoiceOf(world, bookingId)).paid).toBe(40_100 + 40_200 + 40_300 + 30_000);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: null } });
  });

  it("an order is paid like a booking, and its proof keeps its stock", async () => {
    const product = await createProduct(as(world.owner), {
      name: "Ihram",
      published: true,
      variants: [{ name: "Set", price: 50_000, stock: 3 }],
    });
    const lines = [{ variantId: product.variants[0]!.id, quantity: 2 }];
    const placed = await placeOrder(as(world.pilgrim), { lines });
    const { id: invoiceId, transfer } = await invoiceOf(world, placed.id);
    const { id } = await send(world.pilgrim, invoiceId);
    expect((await readOrder(as(world.pilgrim), { id: placed.id })).state).toBe("proof_submitted");
    expect(await verifyProof(as(world.owner), { id, decision: "approve" })).toMatchObject({ amount: transfer!.amount });
    expect((await readOrder(as(world.pilgrim), { id: placed.id })).state).toBe("verified");
    expect((await invoiceOf(world, placed.id)).state).toBe("paid");
  });
});
