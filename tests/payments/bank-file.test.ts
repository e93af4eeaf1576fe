import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { ImportStatement } from "@/lib/payments/contract/bank";
import { listBankLines } from "@/lib/payments/queries/bank";
import { readProof } from "@/lib/payments/queries/proofs";
import { readBankFile } from "@/lib/payments/rules/bank-file";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { idr, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { look, send, toPay } from "./support";

let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(10);
  departure = (await sellSeats(world, 20)).id;
});
afterAll(() => world.close());

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
    const { amount } = invoice.transfer!.amount;
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
    const line = data.find((one) => one.amount.amount === amount)!;
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
    expect(await invoiceOf(world, bookingId)).toMatchObject({ paid: idr(amount), payments: [{ source: "bank_line" }] });
    expect((await readBooking(as(world.owner), { id: bookingId })).status).toBe("partially_paid");
  });

  it("above the limit is booked by another than who brought it: anybody could have written it", async () => {
    const { invoice } = await toPay(world, departure);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: { amount: 1, currency: "IDR" } } });
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
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: rupiah(1_000) } });
    const day = NOON.toISOString().slice(0, 10);
    const csv = `date,text,amount\n${[1, 2, 3].map((n) => `${day},PART ${n},${400 + n}`).join("\n")}`;
    await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
    const { data } = await listBankLines(as(world.admin), { limit: 100 });
    const [one, two, three] = [1, 2, 3].map((n) => data.find(({ text }) => text === `PART ${n}`)!);
    const match = (who: Somebody, line = one!) => matchLine(as(who), { id: line.id, invoiceId: invoice.id });
    expect(await match(world.admin, one)).toMatchObject({ isBooked: true });
    expect(await match(world.admin, two)).toMatchObject({ isBooked: true });
    await expect(match(world.admin, three)).rejects.toMatchObject({ code: "second_person_needed" });
    const cash = (who: Somebody) => enterCash(as(who), { id: invoice.id, cashId: newId(), amount: idr(30_000) });
    expect(await cash(world.admin)).toMatchObject({ state: "second_look" });
    expect(await cash(world.owner)).toMatchObject({ state: "approved" });
    expect(await match(world.owner, three)).toMatchObject({ isBooked: true });
    expect((await invoiceOf(world, bookingId)).paid.amount).toBe(40_100 + 40_200 + 40_300 + 30_000);
    await updateAgency(as(world.owner), { policies: { secondPersonAbove: null } });
  });

  it("an order is paid like a booking, and its proof keeps its stock", async () => {
    const product = await createProduct(as(world.owner), {
      name: "Ihram",
      published: true,
      variants: [{ name: "Set", price: rupiah(500), stock: 3 }],
    });
    const lines = [{ variantId: product.variants[0]!.id, quantity: 2 }];
    const placed = await placeOrder(as(world.pilgrim), { lines });
    const { id: invoiceId, transfer } = await invoiceOf(world, placed.id);
    const { id } = await send(world.pilgrim, invoiceId);
    expect((await readOrder(as(world.pilgrim), { id: placed.id })).state).toBe("proof_submitted");
    expect(await verifyProof(as(world.owner), { id, decision: "approve" })).toMatchObject({
      amount: transfer!.amount,
    });
    expect((await readOrder(as(world.pilgrim), { id: placed.id })).state).toBe("verified");
    expect((await invoiceOf(world, placed.id)).state).toBe("paid");
  });
});
