import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claim, expireClaim, openPool, release, resize, sell } from "@/lib/inventory/commands";
import { availability } from "@/lib/inventory/queries";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { NOON, newWorld, type World } from "../support/world";
import { inWork, systemCall, takenByClaims } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const pick = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({
    do: fc.constant("claim" as const),
    wish: fc.array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 3 }),
    state: fc.constantFrom("held" as const, "sold" as const),
    minutes: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ do: fc.constantFrom("sell" as const, "release" as const, "expire" as const), which: pick }),
  fc.record({ do: fc.constant("resize" as const), pool: fc.nat({ max: 1 }), capacity: fc.nat({ max: 12 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Does one step a minute after the one before; refusals are part of the game, anything else is not. */
async function walk(pools: string[], claims: string[], one: Step, minute: number) {
  const call = systemCall(world, world.agency.id, new Date(NOON.getTime() + minute * 60_000));
  const which = "which" in one ? claims[one.which % Math.max(1, claims.length)] : undefined;
  const act = async () => {
    if (one.do === "claim") {
      const expiresAt = new Date(call.now.getTime() + one.minutes * 60_000);
      const lines = one.wish.map(([pool, quantity]) => ({
        poolId: pools[pool]!,
        quantity,
        holder: `test:${newId()}`,
        expiresAt,
      }));
      const granted = await inWork(call, (work) => claim(work, lines, one.state));
      claims.push(...granted.map(({ claimId }) => claimId));
    } else if (one.do === "resize") await inWork(call, (work) => resize(work, pools[one.pool]!, one.capacity));
    else if (!which) return;
    else if (one.do === "expire") await expireClaim(call, { claimId: which });
    else if (one.do === "sell") await inWork(call, (work) => sell(work, [which]));
    else await inWork(call, (work) => release(work, [which]));
  };
  await act().catch((error: unknown) => {
    if (!isFault(error)) throw error;
  });
}

it("[R8] what is shown as free equals what the rows say, after any sequence of steps", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const open = (capacity: number) =>
        inWork(systemCall(world), (work) => openPool(work, { kind: "test", capacity }));
      const pools = [await open(6), await open(9)];
      const claims: string[] = [];
      for (const [minute, one] of steps.entries()) await walk(pools, claims, one, minute);
      const shown = await inWork(systemCall(world), (work) => availability(work, pools));
      for (const pool of shown) {
        const taken = await takenByClaims(systemCall(world), pool.poolId);
        expect({ held: pool.held, sold: pool.sold }).toEqual(taken);
        expect(pool.left).toBe(Math.max(0, pool.capacity - taken.held - taken.sold));
      }
    }),
    { numRuns: 40 },
  );
});
