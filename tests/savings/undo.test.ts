import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBooks } from "@/lib/ledger/queries";
import { rejectDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { undoDeposit, undoWithdrawal } from "@/lib/savings/commands/undo";
import { approveWithdrawal, refuseWithdrawal, withdraw } from "@/lib/savings/commands/withdraw";
import { readStatement } from "@/lib/savings/queries/plans";
import { checkStatement } from "@/lib/savings/queries/totals";
import { inWork, systemCall } from "../inventory/support";
import { gather, patiently } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { idr, method, plan, save, saver as saverOf, stands as standsOf, submit } from "./support";

let world: World;
let methodId: string;
beforeAll(async () => {
  world = await newWorld(50);
  methodId = (await method(world)).id;
});
afterAll(() => world.close());

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const owner = (seconds = 30) => as(world.owner, {}, at(seconds));
const stands = (id: string) => standsOf(world, id);
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => [error.code, error.details?.what].filter(Boolean).join(),
  );
const soundBooks = async () => expect(await inWork(systemCall(world), checkBooks)).toMatchObject({ problems: [] });

describe("a decision about a deposit that is taken back", () => {
  it("goes out of the books by its mirror and waits again, for whoever decided, within a minute", async () => {
    const { id: planId } = await plan(world, world.pilgrim);
    const { id } = await submit(world, planId, methodId, 700, { whenLate: "next" });
    expect((await verifyDeposit(as(world.owner), { id })).undoUntil).toEqual(at(60));
    expect(await refusal(undoDeposit(as(world.admin, {}, at(30)), { id }))).toBe("undo_late");
    expect(await refusal(undoDeposit(owner(60), { id }))).toBe("undo_late");
    expect(await stands(planId)).toEqual([700, 0]);
    expect(await undoDeposit(owner(), { id })).toMatchObject({ state: "submitted", decidedAt: null, undoUntil: null });
    expect(await undoDeposit(owner(), { id })).toMatchObject({ state: "submitted" });
    expect(await stands(planId)).toEqual([0, 0]);
    const { lines, waiting } = await readStatement(as(world.pilgrim), { id: planId });
    expect(lines.map(({ kind, balance }) => [kind, balance])).toEqual([
      ["deposit", idr(700)],
      ["correction", idr(0)],
    ]);
    expect(waiting.map((one) => one.id)).toEqual([id]);
    await rejectDeposit(as(world.owner), { id, reason: "Buram" });
    expect(await undoDeposit(owner(), { id })).toMatchObject({ state: "submitted", reason: null });
    expect(await verifyDeposit(as(world.owner), { id })).toMatchObject({ state: "verified" });
    expect(await stands(planId)).toEqual([700, 0]);
    await withdraw(as(world.pilgrim), { id: planId, amount: idr(500) });
    expect(await refusal(undoDeposit(owner(), { id }))).toBe("undo_followed,insufficient_funds");
    await soundBooks();
  });

  it("[R21] fifty at once: it goes out of the books once", async () => {
    const { id: planId } = await plan(world, world.pilgrim);
    const { id } = await save(world, planId, methodId, 900);
    await gather(as(world.owner), 50);
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => refusal(patiently(() => undoDeposit(owner(), { id })))),
    );
    expect(new Set(tries)).toEqual(new Set(["done"]));
    expect((await readStatement(as(world.pilgrim), { id: planId })).lines).toHaveLength(2);
  });

  it("[R18] [R21] fifty at once: undone once, or asked for by its saver, never both", async () => {
    const { id: planId } = await plan(world, world.pilgrim);
    const { id } = await save(world, planId, methodId, 900);
    await gather(as(world.owner), 50);
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        refusal(i % 2 ? undoDeposit(owner(), { id }) : withdraw(as(world.pilgrim), { id: planId, amount: idr(900) })),
      ),
    );
    const [balance, reserved] = await stands(planId);
    const done = (odd: number) => tries.filter((one, i) => i % 2 === odd && one === "done").length;
    expect([balance, reserved, done(0), done(1)]).toEqual(balance === 0 ? [0, 0, 0, 25] : [900, 900, 1, 0]);
    const { lines } = await readStatement(as(world.pilgrim), { id: planId });
    expect(lines).toHaveLength(balance === 0 ? 2 : 1);
    await soundBooks();
  });
});

describe("a decision about a withdrawal that is taken back", () => {
  it("leaves the money set aside as before, and it may be decided once more", async () => {
    const planId = await saverOf(world, methodId, 1_000);
    const { id } = await withdraw(as(world.pilgrim), { id: planId, amount: idr(400) });
    expect((await approveWithdrawal(as(world.owner), { id })).undoUntil).toEqual(at(60));
    expect(await refusal(undoWithdrawal(as(world.admin, {}, at(30)), { id }))).toBe("undo_late");
    expect(await undoWithdrawal(owner(), { id })).toMatchObject({ state: "requested", decidedAt: null });
    expect(await stands(planId)).toEqual([1_000, 400]);
    await refuseWithdrawal(as(world.owner), { id, note: "Not yet" });
    expect(await stands(planId)).toEqual([1_000, 0]);
    expect(await undoWithdrawal(owner(), { id })).toMatchObject({ state: "requested", note: null });
    await approveWithdrawal(as(world.owner), { id });
    expect(await stands(planId)).toEqual([600, 0]);
    const second = await withdraw(as(world.pilgrim), { id: planId, amount: idr(300) });
    await refuseWithdrawal(as(world.owner), { id: second.id, note: "Not yet" });
    await withdraw(as(world.pilgrim), { id: planId, amount: idr(600) });
    expect(await refusal(undoWithdrawal(owner(), { id: second.id }))).toBe("undo_followed,insufficient_funds");
    await soundBooks();
  });

  it("[R21] fifty at once: it comes back once", async () => {
    const planId = await saverOf(world, methodId, 1_000);
    const { id } = await withdraw(as(world.pilgrim), { id: planId, amount: idr(400) });
    await approveWithdrawal(as(world.owner), { id });
    await gather(as(world.owner), 50);
    const tries = await Promise.all(Array.from({ length: 50 }, () => refusal(undoWithdrawal(owner(), { id }))));
    expect(new Set(tries)).toEqual(new Set(["done"]));
    expect(await stands(planId)).toEqual([1_000, 400]);
    await soundBooks();
  });

  it("gives the statement its code anew, also where two clicks crossed: what was booked last is the newest", async () => {
    const planId = await saverOf(world, methodId, 1_000);
    const { id } = await withdraw(as(world.pilgrim), { id: planId, amount: idr(400) });
    await approveWithdrawal(as(world.owner, {}, at(20)), { id });
    await undoWithdrawal(owner(10), { id });
    const { code, lines } = await readStatement(as(world.pilgrim), { id: planId });
    const checked = await checkStatement(as(world.rivalOwner), { code: code! }).catch((error) => error.code);
    expect(checked).toBe("statement_not_found");
    expect(await checkStatement(as(world.viewer), { code: code! })).toMatchObject({
      balance: idr(1_000),
      movements: lines.length,
      holds: true,
      newest: true,
    });
  });
});
