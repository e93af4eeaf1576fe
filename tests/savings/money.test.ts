import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convertSavings } from "@/lib/savings/commands/convert";
import { rejectDeposit } from "@/lib/savings/commands/decide";
import { enterBankBalance } from "@/lib/savings/commands/desk";
import { updatePlan } from "@/lib/savings/commands/plans";
import { resubmitDeposit } from "@/lib/savings/commands/submit";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { listPlanChanges, readPlan, readStatement } from "@/lib/savings/queries/plans";
import { readLiability } from "@/lib/savings/queries/totals";
import { adults, DEPOSIT, QUAD, sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { idr, method, plan, saver, submit, today } from "./support";

let world: World;
let methodId: string;
beforeAll(async () => {
  world = await newWorld();
  methodId = (await method(world)).id;
});
afterAll(() => world.close());

const dirham = { amount: 100, currency: "AED" };

describe("savings say every sum with its currency", () => {
  it("in the sheet of all savers and on a statement", async () => {
    const id = await saver(world, methodId, 1_000);
    await submit(world, id, methodId, 50);
    const { data } = await readLiability(as(world.owner), {});
    expect(data).toEqual([{ liability: idr(1_000), checking: idr(50), plans: 1, bank: null, difference: null }]);
    const { lines } = await readStatement(as(world.pilgrim), { id });
    expect(lines).toMatchObject([{ amount: idr(1_000), balance: idr(1_000) }]);
  });

  it("and in what a refusal tells", async () => {
    const [id, { id: departureId }] = [await saver(world, methodId, DEPOSIT / 100), await sellSeats(world, 3)];
    const call = as(world.pilgrim);
    const convert = (amount: number) =>
      convertSavings(call, { id, departureId, pilgrims: adults(1), amount: idr(amount) });
    await expect(convert(1)).rejects.toMatchObject({ code: "below_deposit", details: { least: idr(DEPOSIT / 100) } });
    await expect(convert(QUAD)).rejects.toMatchObject({ details: { most: idr(QUAD / 100) } });
    const short = { code: "insufficient_funds", details: { asked: idr(QUAD), left: idr(DEPOSIT / 100) } };
    await expect(withdraw(call, { id, amount: idr(QUAD) })).rejects.toMatchObject(short);
  });
});

describe("a sum in another currency than the plan's is refused, and nothing changes", () => {
  const other = (field: string) => ({ code: "validation", details: { fields: { [field]: ["other_currency"] } } });

  it.each(["target", "monthly"])("as its %s", async (field) => {
    const { id } = await plan(world, world.pilgrim);
    await expect(updatePlan(as(world.admin), { id, [field]: dirham })).rejects.toMatchObject(other(field));
    expect(await readPlan(as(world.admin), { id })).toMatchObject({ target: idr(32_400_000), monthly: idr(750_000) });
    expect((await listPlanChanges(as(world.admin), { id })).data).toEqual([]);
  });

  it("when a deposit is sent again", async () => {
    const { id } = await submit(world, (await plan(world, world.pilgrim)).id, methodId);
    await rejectDeposit(as(world.owner), { id, reason: "Another sum" });
    await expect(resubmitDeposit(as(world.admin), { id, amount: dirham })).rejects.toMatchObject(other("amount"));
  });

  it("when it becomes seats", async () => {
    const [id, { id: departureId }] = [await saver(world, methodId, 10), await sellSeats(world, 1)];
    const wish = { id, departureId, pilgrims: adults(1), amount: dirham };
    await expect(convertSavings(as(world.pilgrim), wish)).rejects.toMatchObject(other("amount"));
  });

  it("as what the bank holds, of which no saver has anything and the sheet says nothing", async () => {
    const enter = (balance: typeof dirham) => enterBankBalance(as(world.owner), { balance, countedOn: today });
    await expect(enter(dirham)).rejects.toMatchObject(other("balance"));
    expect((await enter(idr(1_000))).data).toMatchObject([{ bank: { amount: idr(1_000) } }]);
  });
});

it("money of a currency that nobody has is refused at the currency", async () => {
  const unknown = { amount: 100, currency: "QQQ" };
  const fields = { "target.currency": ["currency_unknown"], "monthly.currency": ["currency_unknown"] };
  const asked = plan(world, world.pilgrim, { target: unknown, monthly: unknown });
  await expect(asked).rejects.toMatchObject({ code: "validation", details: { fields } });
});
