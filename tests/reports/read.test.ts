import { afterAll, beforeAll, expect, it } from "vitest";
import { readStatistics } from "@/lib/agencies/queries/platform";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { enterCash } from "@/lib/payments/commands/decide";
import { undoDecision } from "@/lib/payments/commands/undo";
import { rollUp } from "@/lib/reports/commands";
import type { ReportName } from "@/lib/reports/contract";
import { readComing, readReport } from "@/lib/reports/queries";
import { convertSavings } from "@/lib/savings/commands/convert";
import { takeBackDeposit } from "@/lib/savings/commands/decide";
import { listPlans } from "@/lib/savings/queries/plans";
import { settleOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { addSuperAdmin, asPlatform } from "../agencies/support";
import { adults, book, DEPOSIT, days, QUAD, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { writing } from "../ledger/support";
import { savers } from "../money/support";
import { method, save } from "../savings/support";
import { as, newWorld, type World } from "../support/world";
import { plain } from "./reckoned";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  const departure = await sellSeats(world, 9);
  const [id = ""] = await savers(world, [world.pilgrim], QUAD);
  const call = as(world.pilgrim);
  await convertSavings(call, {
    id,
    departureId: departure.id,
    pilgrims: adults(1),
    amount: { amount: DEPOSIT, currency: "IDR" },
  });
  await book(as(world.otherPilgrim), departure.id, adults(2));
  const { variants } = await createProduct(as(world.owner), {
    name: "Kain ihram",
    published: true,
    variants: [{ name: "Set", price: rupiah(250), stock: 5 }],
  });
  const lines = [{ variantId: variants[0]!.id, quantity: 2 }];
  for (const buyer of [world.admin, world.manager]) {
    const { id: order, total } = await placeOrder(as(buyer), { lines });
    await writing(world, (work) => settleOrder(work, { id: order, paid: total.amount }));
  }
});
afterAll(() => world.close());

const idr = moneyIn("IDR");
const read = (call: Call, name: ReportName, more: object = {}) => readReport(call, { name, ...more });
const figures = async (call: Call, name: ReportName, more: object = {}) =>
  (await read(call, name, more)).rows.map((row) => [row.kind, row.branch, plain(row)] as const);

it("sales tell what was sold in the days asked for, by departure and branch, with what is still open", async () => {
  const seats = { sold: 1, pieces: 1, owed: QUAD, paid: DEPOSIT, open: QUAD - DEPOSIT };
  const cloth = { sold: 1, pieces: 2, owed: 50_000, paid: 50_000, open: 0 };
  expect(await figures(as(world.owner), "sales")).toEqual([
    ["departure", null, seats],
    ["shop", "Pusat", cloth],
    ["shop", null, cloth],
  ]);
  const { totals } = await read(as(world.viewer), "sales");
  expect(totals).toEqual([
    {
      currency: "IDR",
      figures: {
        sold: 3,
        pieces: 5,
        owed: idr(QUAD + 100_000),
        paid: idr(DEPOSIT + 100_000),
        open: idr(QUAD - DEPOSIT),
      },
    },
  ]);
  const before = { from: "2020-01-01", to: "2020-02-01" };
  expect((await read(as(world.owner), "sales", before)).rows).toEqual([]);
});

it("ageing puts what is owed under how long it has been due", async () => {
  const call = as(world.owner);
  const [row] = await figures(call, "ageing");
  expect(row?.[2]).toMatchObject({ invoices: 2, notDue: QUAD * 3 - DEPOSIT, days30: 0, total: QUAD * 3 - DEPOSIT });
  // The deposit of two is late by then, and what is to be settled later is not.
  const soon = await figures(as(world.owner, {}, days(3)), "ageing");
  expect(soon[0]?.[2]).toMatchObject({ days30: DEPOSIT * 2, notDue: QUAD * 3 - DEPOSIT * 3 });
  const later = await figures(as(world.owner, {}, days(45)), "ageing");
  expect(later[0]?.[2]).toMatchObject({ notDue: 0, total: QUAD * 3 - DEPOSIT });
});

it("what comes in the next days is what is still to be paid of it, by how many, and of one's branch", async () => {
  const [row] = await readComing(as(world.owner), { days: 3 });
  expect(row).toEqual({ currency: "IDR", amount: DEPOSIT * 2 + 100_000, instalments: 3, payers: 3 });
  const [all] = await readComing(as(world.owner), { days: 366 });
  expect(all).toEqual({ currency: "IDR", amount: QUAD * 3 - DEPOSIT + 100_000, instalments: 5, payers: 4 });
  expect(await readComing(as(world.owner, {}, days(3)), { days: 1 })).toEqual([]);
  expect(await readComing(as(world.manager), { days: 366 })).toMatchObject([{ amount: 50_000, payers: 1 }]);
  await expect(readComing(as(world.pilgrim), { days: 3 })).rejects.toMatchObject({ code: "forbidden" });
});

it("savings tell what is owed to savers, and never a name", async () => {
  const report = await read(as(world.viewer), "savings");
  expect(report.rows.map((row) => row.figures)).toEqual([
    { plans: 1, paidIn: idr(QUAD), paidOut: idr(DEPOSIT), balance: idr(QUAD - DEPOSIT) },
  ]);
  expect(JSON.stringify(report)).not.toContain("Siti");
});

it("money by week tells what came in, what went back and what was to be paid, by the agency's calendar", async () => {
  const [from = "", to = ""] = [-19, 29].map((n) => days(n).toISOString().slice(0, 10));
  const report = await read(as(world.owner), "money", { from, to });
  const weeks = report.rows.map(({ kind, key }) => [kind, key]);
  expect(weeks[0]?.[0]).toBe("week");
  expect(report.rows.map(({ key }) => new Date(key).getUTCDay())).toEqual(report.rows.map(() => 1));
  expect(report.totals[0]?.figures).toMatchObject({
    payments: 1,
    cameIn: idr(DEPOSIT),
    wentBack: idr(0),
    kept: idr(DEPOSIT),
  });
  expect(report.totals.map(plain)[0]?.due).toBeGreaterThan(0);
  expect((await read(as(world.manager), "money", { from, to })).totals.map(plain)[0]?.cameIn ?? 0).toBe(0);
});

it("what was booked by mistake and taken back neither came in nor went back, nor was it saved", async () => {
  const [from = "", to = ""] = [-19, 29].map((n) => days(n).toISOString().slice(0, 10));
  const totals = async (name: ReportName) => (await read(as(world.owner), name, { from, to })).totals[0]?.figures;
  const before = [await totals("money"), await totals("savings")];
  const { data } = await listInvoices(as(world.owner), { state: "open" });
  const cash = {
    id: data.find(({ subject }) => subject.kind === "booking")!.id,
    cashId: newId(),
    amount: { amount: 10_000, currency: "IDR" },
  };
  const taken = await enterCash(as(world.admin), cash);
  const { id: planId } = (await listPlans(as(world.owner), {})).data[0]!;
  const { id: methodId } = await method(world);
  const { id } = await save(world, planId, methodId, 5_000);
  expect([await totals("money"), await totals("savings")]).not.toEqual(before);
  await undoDecision(as(world.admin), { id: taken.id });
  await takeBackDeposit(as(world.owner), { id, reason: "Wrong person" });
  expect([await totals("money"), await totals("savings")]).toEqual(before);
});

it("a branch sees its own, a file is for who may take it out, and others see nothing", async () => {
  expect((await figures(as(world.manager), "sales")).map(([, branch]) => branch)).toEqual(["Pusat"]);
  const { csv = "" } = await read(as(world.manager), "sales", { format: "csv" });
  expect(csv.split("\r\n")[1]).toBe('"shop","","","Pusat","IDR","1","2","50000","50000","0"');
  const refused = [
    () => read(as(world.viewer), "sales", { format: "csv" }),
    () => read(as(world.pilgrim), "sales"),
    () => read(as(world.manager), "sales", { branchId: world.rival.branchId }),
  ];
  for (const one of refused) await expect(one()).rejects.toMatchObject({ code: "forbidden" });
  expect((await read(as(world.rivalOwner), "savings")).rows).toEqual([]);
});

it("what was sold is rolled up by day, in figures alone, for the platform to add up; again is the same", async () => {
  const root = await addSuperAdmin(world.house);
  const sold = async () => (await readStatistics(asPlatform(root), {})).sales;
  expect(await sold()).toEqual([]);
  for (const _ of [1, 2]) await rollUp(systemCall(world), {});
  expect(await sold()).toEqual([{ bookings: 1, orders: 2, paid: idr(DEPOSIT + 100_000) }]);
});
