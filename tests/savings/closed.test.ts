import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejectDeposit } from "@/lib/savings/commands/decide";
import { updatePlan } from "@/lib/savings/commands/plans";
import { sleepDormant } from "@/lib/savings/commands/sleep";
import { resubmitDeposit } from "@/lib/savings/commands/submit";
import { undoDeposit, undoWithdrawal } from "@/lib/savings/commands/undo";
import { approveWithdrawal, withdraw } from "@/lib/savings/commands/withdraw";
import { readPlan } from "@/lib/savings/queries/plans";
import { systemCall } from "../inventory/support";
import { gather } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { idr, method, plan, saver, submit } from "./support";

let world: World;
let methodId: string;
beforeAll(async () => {
  world = await newWorld(50);
  methodId = (await method(world)).id;
});
afterAll(() => world.close());

const close = (id: string) => updatePlan(as(world.pilgrim), { id, state: "closed" });
const read = (id: string) => readPlan(as(world.owner), { id });

describe("a closed plan", () => {
  it("takes no money in: neither sent again, nor by a decision that is taken back", async () => {
    const { id: planId } = await plan(world, world.pilgrim);
    const { id } = await submit(world, planId, methodId);
    await expect(close(planId)).rejects.toMatchObject({ code: "plan_holds_money" });
    await rejectDeposit(as(world.owner), { id, reason: "Buram" });
    await close(planId);
    await expect(resubmitDeposit(as(world.pilgrim), { id })).rejects.toMatchObject({ code: "plan_closed" });
    await expect(undoDeposit(as(world.owner), { id })).rejects.toMatchObject({ code: "undo_followed" });
    expect(await read(planId)).toMatchObject({ state: "closed", checking: idr(0) });
  });

  it("gets no money back that has left it", async () => {
    const planId = await saver(world, methodId, 900);
    const { id } = await withdraw(as(world.pilgrim), { id: planId, amount: idr(900) });
    await approveWithdrawal(as(world.owner), { id });
    await close(planId);
    await expect(undoWithdrawal(as(world.owner), { id })).rejects.toMatchObject({ code: "undo_followed" });
    expect(await read(planId)).toMatchObject({ state: "closed", balance: idr(0), reserved: idr(0) });
  });

  it("[R18] twenty-five times at once: closed, or money comes to it, never both", async () => {
    await gather(as(world.owner), 50);
    const plans = await Promise.all(Array.from({ length: 25 }, () => plan(world, world.pilgrim)));
    await Promise.allSettled(plans.flatMap(({ id }) => [submit(world, id, methodId), close(id)]));
    const after = await Promise.all(plans.map(({ id }) => read(id)));
    expect(after.filter(({ state, checking }) => state === "closed" && checking.amount > 0)).toEqual([]);
  });
});

it("a plan that was woken by hand does not fall asleep again the next night", async () => {
  const { id } = await plan(world, world.pilgrim);
  const years = (n: number) => new Date(Date.UTC(NOON.getUTCFullYear() + n, NOON.getUTCMonth(), NOON.getUTCDate(), 12));
  const sleep = (at: Date) => sleepDormant({ ...systemCall(world), now: at }, {});
  await sleep(years(3));
  expect((await read(id)).state).toBe("dormant");
  await updatePlan(as(world.pilgrim, {}, years(3)), { id, state: "active" });
  await sleep(years(3));
  expect((await read(id)).state).toBe("active");
});
