import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import { DAY, HOUR } from "@/lib/kernel/durations";
import { expirePending } from "@/lib/ledger/commands/keep";
import { checkBooks } from "@/lib/ledger/queries";
import { readReport } from "@/lib/reports/queries";
import { verifyDeposit } from "@/lib/savings/commands/decide";
import { enterBankBalance } from "@/lib/savings/commands/desk";
import { updatePlan } from "@/lib/savings/commands/plans";
import { undoWithdrawal } from "@/lib/savings/commands/undo";
import {
  approveWithdrawal,
  refuseWithdrawal,
  takeBackWithdrawal,
  timeOutWithdrawal,
  withdraw,
} from "@/lib/savings/commands/withdraw";
import { listWithdrawals } from "@/lib/savings/queries/desk";
import { readPlan, readStatement } from "@/lib/savings/queries/plans";
import { readLiability } from "@/lib/savings/queries/totals";
import { asOwner, systemCall } from "../inventory/support";
import { writing } from "../ledger/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { begin, idr, method, saver as saverOf, stands as standsOf, submit, today } from "./support";

let world: World;
let methodId: string;
beforeAll(async () => {
  world = await newWorld(50);
  methodId = (await method(world)).id;
});
afterAll(() => world.close());

const saver = (amount: number) => saverOf(world, methodId, amount);
const stands = (id: string) => standsOf(world, id);
const codes = (tries: PromiseSettledResult<unknown>[]) =>
  tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code as string] : []));

describe("a saver asks for money back", () => {
  it("it is set aside at once, leaves when somebody approves, and is on the statement", async () => {
    const id = await saver(1_000);
    const asked = await withdraw(as(world.pilgrim), { id, amount: idr(400), why: "Biaya sekolah" });
    expect(await stands(id)).toEqual([1_000, 400]);
    await expect(approveWithdrawal(as(world.pilgrim), { id: asked.id })).rejects.toMatchObject({ code: "forbidden" });
    const taps = await Promise.all(
      Array.from({ length: 20 }, () => approveWithdrawal(as(world.owner), { id: asked.id })),
    );
    expect(new Set(taps.map(({ state }) => state))).toEqual(new Set(["approved"]));
    expect(await stands(id)).toEqual([600, 0]);
    const { lines } = await readStatement(as(world.pilgrim), { id });
    expect(lines.at(-1)).toMatchObject({ kind: "withdrawal", amount: idr(-400), balance: idr(600) });
    await expect(updatePlan(as(world.admin), { id, state: "closed" })).rejects.toMatchObject({
      code: "plan_holds_money",
    });
  });

  it("whoever is to pay it reads to which account, in full; the saver sees its last four digits", async () => {
    const id = await saver(1_000);
    const asked = await withdraw(as(world.pilgrim), { id, amount: idr(100) });
    const { account } = await readPlan(as(world.owner), { id });
    expect(account.number).toMatch(/^\d+$/);
    const seenBy = async (who: Somebody) =>
      (await listWithdrawals(as(who), { planId: id, state: "requested" })).data.find((one) => one.id === asked.id);
    expect((await seenBy(world.owner))?.account).toEqual(account);
    expect((await seenBy(world.pilgrim))?.account).toEqual((await readPlan(as(world.pilgrim), { id })).account);
    expect((await seenBy(world.pilgrim))?.account.number).not.toBe(account.number);
  });

  it("[R18] fifty at once never take more than there is", async () => {
    const id = await saver(1_000);
    const ask = () => withdraw(as(world.pilgrim), { id, amount: idr(90) });
    const tries = await Promise.allSettled(Array.from({ length: 50 }, ask));
    expect(codes(tries)).toEqual(Array(39).fill("insufficient_funds"));
    expect(await stands(id)).toEqual([1_000, 990]);
  });

  it("[R21] approved, refused or timed out: one of them, and the money agrees", async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await saver(500);
      const { id: asked } = await withdraw(as(world.pilgrim), { id, amount: idr(300) });
      const tries = await Promise.allSettled(
        Array.from({ length: 12 }, (_, i) =>
          i % 2
            ? approveWithdrawal(as(world.owner), { id: asked })
            : refuseWithdrawal(as(world.admin), { id: asked, note: "Not yet" }),
        ),
      );
      const won = new Set(tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.state] : [])));
      expect(won.size).toBe(1);
      expect(new Set(codes(tries))).toEqual(new Set(["withdrawal_decided"]));
      expect(await stands(id)).toEqual(won.has("approved") ? [200, 0] : [500, 0]);
    }
  });

  it("takes the request back while nobody has decided: the money is free at once, and only for whoever asked", async () => {
    const id = await saver(500);
    const { id: asked, mayTakeBack } = await withdraw(as(world.pilgrim), { id, amount: idr(300) });
    expect(mayTakeBack).toBe(true);
    for (const who of [world.owner, world.admin])
      await expect(takeBackWithdrawal(as(who), { id: asked })).rejects.toMatchObject({ code: "forbidden" });
    for (const who of [world.otherPilgrim, world.rivalOwner])
      await expect(takeBackWithdrawal(as(who), { id: asked })).rejects.toMatchObject({ code: "withdrawal_not_found" });
    for (let twice = 0; twice < 2; twice += 1)
      expect(await takeBackWithdrawal(as(world.pilgrim), { id: asked })).toMatchObject({
        state: "taken_back",
        mayTakeBack: false,
      });
    expect(await stands(id)).toEqual([500, 0]);
    for (const decide of [approveWithdrawal, (call: Call) => refuseWithdrawal(call, { id: asked, note: "No" })])
      await expect(decide(as(world.owner), { id: asked })).rejects.toMatchObject({ code: "withdrawal_decided" });
    await expect(undoWithdrawal(as(world.owner), { id: asked })).rejects.toMatchObject({ code: "undo_late" });
    await withdraw(as(world.pilgrim), { id, amount: idr(500) });
    expect(await stands(id)).toEqual([500, 500]);
  });

  it("what was decided can't be taken back by whoever asked", async () => {
    const id = await saver(500);
    const { id: asked } = await withdraw(as(world.pilgrim), { id, amount: idr(300) });
    expect(await approveWithdrawal(as(world.owner), { id: asked })).toMatchObject({ mayTakeBack: false });
    await expect(takeBackWithdrawal(as(world.pilgrim), { id: asked })).rejects.toMatchObject({
      code: "withdrawal_decided",
    });
    expect(await stands(id)).toEqual([200, 0]);
  });

  it("whoever asked on somebody's behalf takes it back, and neither they nor a saver is offered what they may not do", async () => {
    const id = await saver(500);
    const { id: asked } = await withdraw(as(world.admin), { id, amount: idr(300) });
    const offered = async (who: Somebody) => {
      const { data } = await listWithdrawals(as(who), { planId: id, state: "requested" });
      return data.map(({ mayDecide, mayTakeBack }) => [mayDecide, mayTakeBack]);
    };
    expect(await offered(world.admin)).toEqual([[false, true]]);
    expect(await offered(world.owner)).toEqual([[true, false]]);
    expect(await offered(world.pilgrim)).toEqual([[false, true]]);
    await takeBackWithdrawal(as(world.admin), { id: asked });
    expect(await stands(id)).toEqual([500, 0]);
  });

  it("[R21] taken back while it is approved or refused: one of them, and the money agrees", async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await saver(500);
      const { id: asked } = await withdraw(as(world.pilgrim), { id, amount: idr(300) });
      const acts = [
        () => takeBackWithdrawal(as(world.pilgrim), { id: asked }),
        () => approveWithdrawal(as(world.owner), { id: asked }),
        () => refuseWithdrawal(as(world.admin), { id: asked, note: "Not yet" }),
      ];
      const tries = await Promise.allSettled(Array.from({ length: 48 }, (_, i) => acts[(i + round) % 3]!()));
      const won = new Set(tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.state] : [])));
      expect(won.size).toBe(1);
      expect(new Set(codes(tries))).toEqual(new Set(["withdrawal_decided"]));
      expect(await stands(id)).toEqual(won.has("approved") ? [200, 0] : [500, 0]);
    }
    expect((await writing(world, checkBooks)).problems).toEqual([]);
  });

  it("whoever asked on somebody's behalf does not approve it", async () => {
    const id = await saver(500);
    const { id: asked } = await withdraw(as(world.admin), { id, amount: idr(300) });
    await expect(approveWithdrawal(as(world.admin), { id: asked })).rejects.toMatchObject({ code: "forbidden" });
    await approveWithdrawal(as(world.owner), { id: asked });
    expect(await stands(id)).toEqual([200, 0]);
  });

  it("after thirty days without an answer the money is free again", async () => {
    const id = await saver(500);
    const { id: asked } = await withdraw(as(world.pilgrim), { id, amount: idr(300) });
    const [row] = await asOwner(world, (owner) =>
      owner.begin(async (sql) => {
        await sql`select set_config('role', 'qafila_tenant', true), set_config('app.agency_id', ${world.agency.id}, true)`;
        return sql<{ journal: string }[]>`select journal_id as journal from savings_withdrawals where id = ${asked}`;
      }),
    );
    const late = systemCall(world, world.agency.id, new Date(NOON.getTime() + 30 * DAY));
    expect(await expirePending(late, { journalId: row!.journal })).toBe(true);
    expect(await timeOutWithdrawal(late, { journalId: row!.journal })).toBe(true);
    expect(await stands(id)).toEqual([500, 0]);
    const { data } = await listWithdrawals(as(world.owner), { planId: id });
    expect(data.map(({ state }) => state)).toEqual(["timed_out"]);
    await expect(approveWithdrawal(as(world.owner), { id: asked })).rejects.toMatchObject({
      code: "withdrawal_decided",
    });
  });
});

it("the agency's own money comes first, whatever other a saver begins a plan in: the first screen and the form for the bank's word show that", async () => {
  await saver(10);
  const dirham = (amount: number) => ({ amount, currency: "AED" });
  await begin(as(world.pilgrim), world.pilgrim, { target: dirham(1_000), monthly: dirham(10) });
  const { data } = await readLiability(as(world.owner), {});
  expect(data.map(({ liability }) => liability.currency)).toEqual(["IDR", "AED"]);
  const { totals } = await readReport(as(world.owner), { name: "savings" });
  expect(totals.map(({ currency }) => currency)).toEqual(["IDR", "AED"]);
});

it("the owner sees what is owed beside what the bank says", async () => {
  const { liability } = (await readLiability(as(world.viewer), {})).data[0]!;
  const shown = await enterBankBalance(as(world.owner), {
    balance: { ...liability, amount: liability.amount - 5_000 },
    countedOn: today,
  });
  const bank = { amount: { ...liability, amount: liability.amount - 5_000 }, countedOn: today };
  expect(shown.data[0]).toMatchObject({ liability, difference: idr(-50), bank });
  const slip = { balance: { amount: 1, currency: "IDR" }, countedOn: "2099-01-01" };
  await expect(enterBankBalance(as(world.owner), slip)).rejects.toMatchObject({ code: "validation" });
  const id = await saver(10);
  expect((await readStatement(as(world.pilgrim), { id })).bank).toMatchObject({ matches: false });
  await expect(readLiability(as(world.pilgrim), {})).rejects.toMatchObject({ code: "forbidden" });
  expect((await readLiability(as(world.rivalOwner), {})).data).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
});

it("[R20] a saver reads whether the bank had what was owed when it was counted, whatever came since", async () => {
  const id = await saver(10);
  const { amount: liability } = (await readLiability(as(world.owner), {})).data[0]!.liability;
  const isCovered = async () => (await readStatement(as(world.pilgrim), { id })).bank?.matches;
  const count = async (amount: number, hours: number) => {
    const owner = as(world.owner, {}, new Date(NOON.getTime() + hours * HOUR));
    await enterBankBalance(owner, { balance: { amount, currency: "IDR" }, countedOn: today });
    return isCovered();
  };
  expect(await count(liability - 1, 1)).toBe(false);
  expect(await count(liability, 2)).toBe(true);
  // Of the same day too: the bank was asked before this money came.
  for (const hours of [3, 24]) {
    const then = new Date(NOON.getTime() + hours * HOUR);
    const paid = { paidOn: then.toISOString().slice(0, 10), whenLate: "next" };
    const { id: depositId } = await submit(world, id, methodId, 7, paid, then);
    await verifyDeposit(as(world.owner, {}, then), { id: depositId });
    expect(await isCovered()).toBe(true);
  }
});
