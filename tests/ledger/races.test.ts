import { afterAll, beforeAll, expect, it } from "vitest";
import { expirePending } from "@/lib/ledger/commands/keep";
import { endPending, postJournal, postPending, setAside } from "@/lib/ledger/commands/write";
import { readJournal } from "@/lib/ledger/queries";
import { systemCall } from "../inventory/support";
import { NOON, newWorld, type World } from "../support/world";
import { move, moved, openAccounts, stateOf, writing } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const codes = (tries: PromiseSettledResult<unknown>[]) =>
  tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code as string] : []));

it.each([1, 2, 3])("[R18] fifty withdrawals at once never take an account below its floor (run %i)", async () => {
  const { bank, savers } = await openAccounts(world, 1);
  const [own = ""] = savers;
  await move(world, { from: bank, to: own, amount: 1_000 });
  const pair = { from: own, to: bank, amount: 90 };
  const out = (i: number) =>
    writing(world, (work) => (i % 2 ? postJournal(work, moved(pair)) : setAside(work, moved(pair), later(1))));
  const tries = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => out(i)));
  expect(codes(tries)).toEqual(Array(39).fill("insufficient_funds"));
  expect(await stateOf(world, own)).toMatchObject({ left: 10 });
});

it("[R18] movements that cross each other's way all come through", async () => {
  const { bank, savers } = await openAccounts(world, 2);
  const [a = "", b = ""] = savers;
  for (const to of [a, b]) await move(world, { from: bank, to, amount: 10_000 });
  const cross = Array.from({ length: 50 }, (_, i) =>
    move(world, { from: i % 2 ? a : b, to: i % 2 ? b : a, amount: 7 }),
  );
  expect(codes(await Promise.allSettled(cross))).toEqual([]);
  expect([(await stateOf(world, a)).balance, (await stateOf(world, b)).balance]).toEqual([10_000, 10_000]);
});

it("[R21] of post, void and time-out one wins, and money is where the winner says", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { bank, savers } = await openAccounts(world, 1);
    const [own = ""] = savers;
    await move(world, { from: bank, to: own, amount: 500 });
    const pair = { from: own, to: bank, amount: 400 };
    const pending = await writing(world, (work) => setAside(work, moved(pair), later(1)));
    expect(await stateOf(world, own)).toMatchObject({ balance: 500, reserved: 400, left: 100 });
    const system = systemCall(world, world.agency.id, later(2));
    const tries = await Promise.allSettled(
      Array.from({ length: 18 }, (_, i) => {
        if (i % 3 === 0) return writing(world, (work) => postPending(work, pending));
        if (i % 3 === 1) return writing(world, (work) => endPending(work, pending, "voided"));
        return expirePending(system, { journalId: pending }).then((did) =>
          did ? did : Promise.reject({ code: "late" }),
        );
      }),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(codes(tries).every((code) => code === "journal_resolved" || code === "late")).toBe(true);
    const { ending, resolvedBy } = await writing(world, (work) => readJournal(work, pending));
    expect(resolvedBy).toBeTruthy();
    const stands = ending === "posted" ? { balance: 100, reserved: 0 } : { balance: 500, reserved: 0 };
    expect(await stateOf(world, own)).toMatchObject(stands);
  }
});

it("[R21] once its time is up it is not posted any more, also before anybody has looked", async () => {
  const { bank, savers } = await openAccounts(world, 1);
  const [own = ""] = savers;
  await move(world, { from: bank, to: own, amount: 500 });
  const pending = await writing(world, (work) => setAside(work, moved({ from: own, to: bank, amount: 400 }), later(1)));
  await expect(writing(world, (work) => postPending(work, pending), later(1))).rejects.toMatchObject({
    code: "journal_resolved",
  });
  const early = systemCall(world, world.agency.id, later(0.5));
  expect(await expirePending(early, { journalId: pending })).toBe(false);
  expect(await expirePending(systemCall(world, world.agency.id, later(1)), { journalId: pending })).toBe(true);
  expect(await stateOf(world, own)).toMatchObject({ balance: 500, reserved: 0 });
});
