import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { checkBooks } from "@/lib/ledger/queries";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { undoDecision } from "@/lib/payments/commands/undo";
import { convertSavings } from "@/lib/savings/commands/convert";
import { rejectDeposit, takeBackDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { submitCollection } from "@/lib/savings/commands/submit";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { readDeposit } from "@/lib/savings/queries/desk";
import { readPlan } from "@/lib/savings/queries/plans";
import { cancelOrder, fulfilOrder, settleOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { adults, alone, DEPOSIT, idr, seatsOf, sellPackage, sellSeats } from "../bookings/support";
import { crowd } from "../groups/support";
import { systemCall, takenByClaims } from "../inventory/support";
import { invoiceOf, payBooking } from "../invoices/support";
import { writing } from "../ledger/support";
import { send, toPay } from "../payments/support";
import { method, picture, today } from "../savings/support";
import { as, newWorld, type World } from "../support/world";
import { disagreements, gather, patiently, savers } from "./support";

const CLIENTS = 50;
let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld(CLIENTS);
  packageId = (await sellPackage(world)).id;
  await gather(as(world.owner), CLIENTS);
});
afterAll(() => world.close());

const sell = async (seats: number) => (await sellSeats(world, seats, { id: packageId })).id;
/** One act per client, all at once: how each ended, in a word. */
async function race(act: (client: number) => Promise<unknown>): Promise<string[]> {
  const tries = Array.from({ length: CLIENTS }, (_, i) => patiently(() => act(i)));
  return (await Promise.allSettled(tries)).map((one) =>
    one.status === "fulfilled" ? "done" : (one.reason.code ?? String(one.reason)),
  );
}
const count = (list: string[], what: string) => list.filter((one) => one === what).length;
const agree = async () => {
  expect(await disagreements(as(world.owner))).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
};

describe("money and seats", () => {
  it("[R3] a file of passengers who paid beside the desk that books money for the same trip: nobody waits in a ring", async () => {
    const departureId = await sell(CLIENTS * 2);
    const letter = (i: number) => String.fromCharCode(65 + (i % 26), 65 + Math.trunc(i / 26));
    const startFile = async (many: number, name: string, paid: string) => {
      const rows = Array.from({ length: many }, (_, i) => `${name} ${letter(i)};14/03/1968;P;${paid}`);
      const file = new TextEncoder().encode(["Nama;Tgl. Lahir;L/P;Sudah dibayar", ...rows].join("\n"));
      const { id: importId } = await uploadPassengers(as(world.owner), { id: departureId, file });
      await startImport(as(world.owner), { id: departureId, importId });
      return importId;
    };
    const first = await startFile(CLIENTS - 1, "BELUM", "");
    let goesOn = true;
    while (goesOn) goesOn = await takePart(systemCall(world), { importId: first });
    const importId = await startFile(CLIENTS, "LUNAS", "5.000.000");
    const { data: owed } = await listInvoices(as(world.owner), { q: "BELUM", limit: 100 });
    expect(owed).toHaveLength(CLIENTS - 1);
    const desk = owed.map(
      ({ id }) =>
        () =>
          enterCash(as(world.owner), { id, cashId: newId(), amount: idr(DEPOSIT) }),
    );
    const acts = [() => takePart(systemCall(world), { importId }), ...desk];
    const ends = await Promise.allSettled(acts.map((act) => act()));
    const why = ends.flatMap((one) => (one.status === "rejected" ? (one.reason.cause?.code ?? one.reason.code) : []));
    expect(why.filter((code) => code !== "55P03")).toEqual([]);
    await agree();
  });
});

describe("money that is to go back", () => {
  it("[R15] [R18] fifty ask for more than came in: no more is set aside than there is, and each yes pays once", async () => {
    const { bookingId, invoice } = await toPay(world, await sell(2));
    await payBooking(world, bookingId, 1_000);
    const asked: string[] = [];
    const ends = await race(async () => {
      const { id } = await requestRefund(as(world.admin), { id: invoice.id, amount: idr(90), why: "Batal" });
      asked.push(id);
    });
    expect([count(ends, "done"), count(ends, "insufficient_funds")]).toEqual([11, 39]);
    expect(new Set(await race((i) => approveRefund(as(world.owner), { id: asked[i % 11]! })))).toEqual(
      new Set(["done"]),
    );
    const after = await invoiceOf(world, bookingId);
    expect([after.paid.amount, after.payments.filter(({ source }) => source === "refund").length]).toEqual([10, 11]);
    await agree();
  });

  it("[R10] a yes taken back by fifty hands at once, while others ask for its money: one of them, and once", async () => {
    for (const others of [0, 1]) {
      const { bookingId, invoice } = await toPay(world, await sell(2));
      const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
      await verifyProof(as(world.owner), { id, decision: "approve" });
      const ends = await race((i) =>
        i % 2 < others
          ? requestRefund(as(world.admin), { id: invoice.id, amount: idr(DEPOSIT), why: "Batal" })
          : undoDecision(as(world.owner), { id }),
      );
      const { paid, payments } = await invoiceOf(world, bookingId);
      const mirrors = payments.filter(({ source }) => source === "reversal").length;
      expect([mirrors, paid.amount]).toEqual(paid.amount === 0 ? [1, 0] : [0, DEPOSIT]);
      expect(count(ends, "done")).toBe(paid.amount === 0 ? CLIENTS / (1 + others) : 1);
      await agree();
    }
  });
});

describe("an order at the counter", () => {
  const placed = async () => {
    const variants = [{ name: "Set", price: rupiah(5), stock: 3 }];
    const product = await createProduct(as(world.owner), { name: "Kain", published: true, variants });
    const [variant] = product.variants;
    const order = await placeOrder(as(world.pilgrim), { lines: [{ variantId: variant!.id, quantity: 2 }] });
    await writing(world, (work) => settleOrder(work, { id: order.id, paid: order.total.amount }));
    return { id: order.id, poolId: variant!.poolId };
  };
  /** Whatever was told of an order's way, by everybody. */
  const heard = (facts: Told[], call: Call): Call => ({ ...call, announce: (news) => void facts.push(...news) });
  const moves = (facts: Told[], to: string) =>
    facts.filter(({ name, payload }) => name === "shop.moved" && (payload as { to: string }).to === to).length;

  it("[R10] is handed over once, however many tap", async () => {
    const [{ id, poolId }, facts] = [await placed(), [] as Told[]];
    const ends = await race(() => fulfilOrder(heard(facts, as(world.admin)), { id }));
    expect([count(ends, "done"), moves(facts, "fulfilled")]).toEqual([CLIENTS, 1]);
    expect(await takenByClaims(systemCall(world), poolId)).toEqual({ held: 0, sold: 2 });
  });

  it("[R5] handed over or cancelled, never both: its stock is gone or back once", async () => {
    for (let round = 0; round < 2; round += 1) {
      const [{ id, poolId }, facts] = [await placed(), [] as Told[]];
      await race((i) =>
        i % 2 ? fulfilOrder(heard(facts, as(world.admin)), { id }) : cancelOrder(heard(facts, as(world.owner)), { id }),
      );
      const { state } = await readOrder(as(world.owner), { id });
      expect([moves(facts, "fulfilled"), moves(facts, "cancelled")]).toEqual(state === "fulfilled" ? [1, 0] : [0, 1]);
      const stock = await takenByClaims(systemCall(world), poolId);
      expect(stock).toEqual({ held: 0, sold: state === "fulfilled" ? 2 : 0 });
      await agree();
    }
  });
});

describe("savings", () => {
  it("[R18] [R24] one saver's money, wanted back and turned into seats at once: it goes one way, once", async () => {
    const [[id = ""], departureId] = [await savers(world, [world.pilgrim], DEPOSIT), await sell(CLIENTS)];
    const call = () => alone(as(world.pilgrim), newId());
    const ends = await race((i) =>
      i % 2
        ? withdraw(call(), { id, amount: { amount: DEPOSIT, currency: "IDR" } })
        : convertSavings(call(), {
            id,
            departureId,
            pilgrims: adults(1),
            amount: { amount: DEPOSIT, currency: "IDR" },
          }),
    );
    const late = ["saved_below_deposit", "insufficient_funds"];
    expect([count(ends, "done"), ends.filter((end, i) => end === late[i % 2]).length]).toEqual([1, CLIENTS - 1]);
    const { balance, reserved } = await readPlan(as(world.owner), { id });
    const { sold, held } = await seatsOf(world, departureId);
    expect([balance.amount, reserved.amount, sold, held]).toEqual(sold === 1 ? [0, 0, 1, 0] : [DEPOSIT, DEPOSIT, 0, 0]);
    await agree();
  });

  it("[R10] a collective deposit, verified, rejected and taken back by fifty at once: all of it is one thing, and nobody is in between", async () => {
    const people = await crowd(world, 5);
    const plans = await savers(world, people, 1_000);
    const { id: methodId } = await method(world);
    const { id: proofId } = await uploadProof(as(world.admin), { file: await picture() });
    const members = plans.map((planId, i) => ({ planId, amount: { amount: 100 + i, currency: "IDR" } }));
    const wish = { name: "Kelompok", methodId, paidOn: today, proofId, members };
    const { deposits } = await submitCollection(as(world.admin), wish);
    const before = await Promise.all(plans.map(async (id) => (await readPlan(as(world.owner), { id })).balance.amount));
    await race((i) => {
      const { id } = deposits[i % 5]!;
      if (i % 3 === 0) return rejectDeposit(as(world.admin), { id, reason: "No" });
      return i % 7 ? verifyDeposit(as(world.owner), { id }) : takeBackDeposit(as(world.owner), { id, reason: "No" });
    });
    const all = await Promise.all(deposits.map(({ id }) => readDeposit(as(world.owner), { id })));
    const states = new Set(all.map(({ state }) => state));
    expect(states.size).toBe(1);
    const after = await Promise.all(plans.map(async (id) => (await readPlan(as(world.owner), { id })).balance.amount));
    const came = after.map((amount, i) => amount - before[i]!);
    expect(came).toEqual(states.has("verified") ? members.map(({ amount }) => amount.amount) : [0, 0, 0, 0, 0]);
    await agree();
  });
});
