import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { checkBooks } from "@/lib/ledger/queries";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { addGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { listBankLines } from "@/lib/payments/queries/bank";
import { openCall } from "@/server/doors/call";
import { idr, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { writing } from "../ledger/support";
import { disagreements, gather, patiently } from "../money/support";
import { type Midtrans, startMidtrans } from "../support/midtrans";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { GATEWAY_KEY, notice, send, toPay } from "./support";

const CLIENTS = 50;
let world: World;
let desk: Somebody[];
let departure: string;
let token: string;
let midtrans: Midtrans;
beforeAll(async () => {
  world = await newWorld(CLIENTS);
  const names = Array.from({ length: 5 }, (_, i) => `Agus ${i}`);
  desk = await Promise.all(names.map((name) => addPerson(world.house, world.agency, name, ["admin"])));
  departure = (await sellSeats(world, 60)).id;
  midtrans = await startMidtrans(GATEWAY_KEY);
  world.house.ports.pay = midtrans.pay;
  const made = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  token = made.noticeUrl.split("/").at(-1)!;
  await gather(as(world.owner), CLIENTS);
});
afterAll(async () => {
  await midtrans.stop();
  await world.close();
});

const day = NOON.toISOString().slice(0, 10);
const fileOf = (lines: readonly string[]) => ({
  name: "mutasi.csv",
  csv: `Tanggal,Keterangan,Kredit\n${lines.map((line) => `${day},${line}`).join("\n")}`,
  currency: "IDR",
});
const bring = (who: Somebody, lines: readonly string[]) => importStatement(as(who), fileOf(lines));
const linesSaying = (word: string) =>
  as(world.owner).transact("agency", true, (tx) =>
    tx.execute<{ text: string; n: number }>(
      sql`select text, count(*)::int as n from bank_lines where text like ${`${word}%`} group by text order by text`,
    ),
  );
const agree = async () => {
  expect(await disagreements(as(world.owner))).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
};
const codes = (ends: PromiseSettledResult<unknown>[]) =>
  ends.map((one) => (one.status === "fulfilled" ? "done" : (one.reason.code ?? String(one.reason))));

describe("[R11] bank files that are brought at once", () => {
  it("fifty times the same file: each of its lines is there once, and every answer adds up", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `SAMA ${100 + i},${1_000 + i}`);
    const told = await Promise.all(
      Array.from({ length: CLIENTS }, (_, i) => patiently(() => bring(desk[i % 5]!, lines))),
    );
    expect(told.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(40);
    expect(told.filter(({ fresh, known }) => fresh + known !== 40)).toEqual([]);
    expect((await linesSaying("SAMA")).filter(({ n }) => n !== 1)).toEqual([]);
  });

  it("files that overlap, in whatever order their lines stand: none is lost or doubled", async () => {
    const all = Array.from({ length: 120 }, (_, i) => `TUMPUK ${100 + i},2000`);
    const part = (i: number) => {
      const own = all.slice((i % 7) * 10, (i % 7) * 10 + 60);
      return i % 2 ? own.toReversed() : own;
    };
    const clients = Array.from({ length: CLIENTS }, (_, i) => () => bring(desk[i % 5]!, part(i)));
    await Promise.all(clients.map((act) => patiently(act)));
    const kept = await linesSaying("TUMPUK");
    expect(kept).toHaveLength(120);
    expect(kept.filter(({ n }) => n !== 1)).toEqual([]);
  });
});

describe("[R10] [R11] one transfer, seen in many ways at once", () => {
  async function seen() {
    const { bookingId, invoice } = await toPay(world, departure);
    const { amount } = invoice.transfer!.amount;
    await bring(world.admin, [`SATU ${invoice.number},${amount / 100}`]);
    const { data } = await listBankLines(as(world.admin), { limit: 100 });
    const line = data.find(({ text }) => text.includes(invoice.number))!;
    return { bookingId, invoice, amount, line };
  }
  const hear = (body: string) => {
    midtrans.says(body);
    const nobody = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: NOON });
    return takeNotice(nobody, { gateway: "midtrans", token, body });
  };
  const stands = async (bookingId: string, amount: number, payments = 1) => {
    const invoice = await invoiceOf(world, bookingId);
    expect([invoice.paid, invoice.payments.length]).toEqual([idr(amount * payments), payments]);
    expect(await readBooking(as(world.owner), { id: bookingId })).toMatchObject({ paid: invoice.paid });
    await agree();
  };

  it("a line matched by five desks, fifty taps, for the invoice that asked and for another: booked once, for one of them", async () => {
    const [{ line, amount, invoice }, other] = [await seen(), await toPay(world, departure)];
    const ends = await Promise.allSettled(
      Array.from({ length: CLIENTS }, (_, i) =>
        patiently(() => matchLine(as(desk[i % 5]!), { id: line.id, invoiceId: i % 2 ? invoice.id : other.invoice.id })),
      ),
    );
    expect(codes(ends).toSorted()).toEqual([...Array(CLIENTS - 1).fill("bank_line_taken"), "done"]);
    const paid = await Promise.all([invoice, other.invoice].map(({ subject }) => invoiceOf(world, subject.id)));
    expect(paid.map((one) => one.paid.amount).toSorted((a, b) => a - b)).toEqual([0, amount]);
    await agree();
  });

  it("the bank's line, its proof and the gateway's notice of the same payment: paid once, whichever comes first", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { bookingId, invoice, amount, line } = await seen();
      const { id } = await send(world.pilgrim, invoice.id, amount);
      const body = notice({ order: invoice.number, amount });
      const ways: ((who: Somebody) => Promise<unknown>)[] = [
        (who: Somebody) => matchLine(as(who), { id: line.id }),
        (who: Somebody) => verifyProof(as(who), { id, decision: "approve" }),
        () => hear(body),
      ];
      const acts = Array.from({ length: CLIENTS }, (_, i) => () => ways[(i + round) % 3]!(desk[i % 5]!));
      const ends = codes(await Promise.allSettled(acts.map((act) => patiently(act))));
      const refusals = ["bank_line_taken", "payment_seen", "proof_decided"];
      expect(ends.filter((one) => one !== "done" && !refusals.includes(one))).toEqual([]);
      await stands(bookingId, amount);
    }
  });
});
