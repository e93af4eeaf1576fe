import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claim, claimMany, expireClaim, openPool, release, resize, sell } from "@/lib/inventory/commands";
import { availability } from "@/lib/inventory/queries";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { asFault } from "@/server/doors/answer";
import { as, NOON, newWorld, type World } from "../support/world";
import { inWork, systemCall } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000);
const open = (capacity: number) => inWork(systemCall(world), (work) => openPool(work, { kind: "test", capacity }));
const line = (poolId: string, quantity = 1, expiresAt?: Date) => ({
  poolId,
  quantity,
  holder: `test:${newId()}`,
  expiresAt,
});
const show = async (pool: string) => (await inWork(systemCall(world), (work) => availability(work, [pool])))[0]!;
const hold = async (pool: string, quantity = 1, expiresAt?: Date) =>
  (await inWork(systemCall(world), (work) => claim(work, [line(pool, quantity, expiresAt)], "held")))[0]!.claimId;

describe("claiming places", () => {
  it("[R2] sums two lines of the same pool before looking", async () => {
    const pool = await open(3);
    await expect(
      inWork(systemCall(world), (work) => claim(work, [line(pool, 2), line(pool, 2)], "sold")),
    ).rejects.toMatchObject({ code: "sold_out", details: { pools: [{ poolId: pool, asked: 4, left: 3 }] } });
    expect(await show(pool)).toMatchObject({ sold: 0, left: 3 });
  });

  it("[R2] takes nothing from the first pool when the second is sold out", async () => {
    const [full, free] = [await open(0), await open(5)];
    await expect(
      inWork(systemCall(world), (work) => claim(work, [line(free), line(full)], "sold")),
    ).rejects.toMatchObject({ code: "sold_out", details: { pools: [{ poolId: full, asked: 1, left: 0 }] } });
    expect(await show(free)).toMatchObject({ sold: 0, left: 5 });
  });

  it("[R4] loses no place when something fails after the claim", async () => {
    const pool = await open(1);
    const crash = inWork(systemCall(world), async (work) => {
      await claim(work, [line(pool)], "sold");
      throw new Error("the machine died before the booking row");
    });
    await expect(crash).rejects.toThrow("died");
    expect(await show(pool)).toMatchObject({ sold: 0, left: 1 });
  });

  it("[R1] grants a crowd in order of arrival, and a refused wish harms nobody behind it", async () => {
    const pool = await open(4);
    const answers = await inWork(systemCall(world), (work) =>
      claimMany(work, [[line(pool, 2)], [line(pool, 3)], [line(pool)], [line(pool)], [line(pool)]], "sold"),
    );
    expect(answers.map((answer) => (isFault(answer) ? answer.code : "granted"))).toEqual([
      "granted",
      "sold_out",
      "granted",
      "granted",
      "sold_out",
    ]);
    expect(await show(pool)).toMatchObject({ sold: 4, left: 0 });
  });

  it("knows nothing of another agency's pools", async () => {
    const pool = await open(1);
    await expect(
      inWork(systemCall(world, world.rival.id), (work) => claim(work, [line(pool)], "sold")),
    ).rejects.toMatchObject({ kind: "not_found" });
  });

  it("[R3] waits three seconds at most for a lock and then asks the caller to try again", async () => {
    const pool = await open(2);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>((done) => {
      locked = done;
    });
    const slow = inWork(systemCall(world), async (work) => {
      await claim(work, [line(pool)], "sold");
      locked();
      await held;
    });
    await isLocked;
    const before = performance.now();
    const refusal = await inWork(systemCall(world), (work) => claim(work, [line(pool)], "sold")).catch(asFault);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(refusal).toMatchObject({ kind: "unavailable", code: "busy" });
    letGo();
    await slow;
    expect(await show(pool)).toMatchObject({ sold: 1, left: 1 });
  });
});

describe("selling, giving back, running out", () => {
  it("[R5] frees a place once, whether it is cancelled, expired or cancelled again", async () => {
    const pool = await open(1);
    const mine = await hold(pool, 1, minutes(30));
    const after = systemCall(world, world.agency.id, minutes(31));
    expect(await inWork(systemCall(world), (work) => release(work, [mine]))).toEqual([mine]);
    expect(await expireClaim(after, { claimId: mine })).toBe(false);
    expect(await inWork(after, (work) => release(work, [mine, mine]))).toEqual([]);
    expect(await show(pool)).toMatchObject({ held: 0, sold: 0, left: 1 });
  });

  it("expires what was held too long, and nothing before its time", async () => {
    const pool = await open(2);
    const mine = await hold(pool, 2, minutes(30));
    expect(await expireClaim(systemCall(world, world.agency.id, minutes(29)), { claimId: mine })).toBe(false);
    expect(await expireClaim(systemCall(world, world.agency.id, minutes(30)), { claimId: mine })).toBe(true);
    expect(await show(pool)).toMatchObject({ held: 0, left: 2 });
  });

  it("sells a held claim once, and never one that has run out", async () => {
    const pool = await open(2);
    const [early, late] = [await hold(pool, 1, minutes(30)), await hold(pool, 1, minutes(30))];
    expect(await inWork(systemCall(world), (work) => sell(work, [early]))).toEqual([early]);
    expect(await inWork(systemCall(world), (work) => sell(work, [early]))).toEqual([]);
    const afterwards = systemCall(world, world.agency.id, minutes(31));
    await expect(inWork(afterwards, (work) => sell(work, [early, late]))).rejects.toMatchObject({ code: "claim_gone" });
    expect(await expireClaim(afterwards, { claimId: early })).toBe(false);
    expect(await show(pool)).toMatchObject({ held: 1, sold: 1 });
  });

  it("[R7] lowering the quota below what is sold blocks new claims and leaves the sold ones alone", async () => {
    const pool = await open(3);
    const [grant] = await inWork(systemCall(world), (work) => claim(work, [line(pool, 3)], "sold"));
    expect(await inWork(systemCall(world), (work) => resize(work, pool, 1))).toMatchObject({ sold: 3, left: 0 });
    await expect(inWork(systemCall(world), (work) => claim(work, [line(pool)], "sold"))).rejects.toMatchObject({
      code: "sold_out",
    });
    await inWork(systemCall(world), (work) => release(work, [grant!.claimId]));
    expect(await show(pool)).toMatchObject({ sold: 0, left: 1 });
  });

  it("lets nobody but the house expire a claim", async () => {
    const mine = await hold(await open(1), 1, minutes(1));
    await expect(expireClaim(as(world.owner, {}, minutes(2)), { claimId: mine })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
