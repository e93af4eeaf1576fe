import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claim, openPool, release, resize, sell } from "@/lib/inventory/commands";
import { availability } from "@/lib/inventory/queries";
import { newId } from "@/lib/kernel/ids";
import { asFault } from "@/server/doors/answer";
import { newWorld, type World } from "../support/world";
import { asOwner, inWork, systemCall, takenByClaims } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

const CLIENTS = 50;
const everybody = Array.from({ length: CLIENTS }, (_, i) => i);
const open = (capacity: number) => inWork(systemCall(world), (work) => openPool(work, { kind: "test", capacity }));
const line = (poolId: string, quantity = 1) => ({ poolId, quantity, holder: `test:${newId()}` });
const left = async (poolId: string) =>
  (await inWork(systemCall(world), (work) => availability(work, [poolId])))[0]!.left;

/** Runs one attempt per client at once and sorts the answers. */
async function race<T>(attempt: (client: number) => Promise<T>) {
  const settled = await Promise.allSettled(everybody.map(attempt));
  const won = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = settled.flatMap((one) =>
    one.status === "rejected" ? [asFault(one.reason)?.code ?? one.reason] : [],
  );
  return { won, refused };
}

describe("fifty people reach for the same places at once", () => {
  it.each([1, 2, 3, 4, 5])(
    "[R1] exactly the quota is granted, the others are told it is sold out (run %i)",
    async () => {
      const quota = 1 + Math.floor(Math.random() * 45);
      const pool = await open(quota);
      const { won, refused } = await race(() => inWork(systemCall(world), (work) => claim(work, [line(pool)], "sold")));
      expect(won).toHaveLength(quota);
      expect(refused).toEqual(Array(CLIENTS - quota).fill("sold_out"));
      expect(await takenByClaims(systemCall(world), pool)).toEqual({ held: 0, sold: quota });
      expect(await left(pool)).toBe(0);
    },
  );

  it("[R2] a wish for three is granted wholly or not at all", async () => {
    const pool = await open(20);
    const { won } = await race(() => inWork(systemCall(world), (work) => claim(work, [line(pool, 3)], "held")));
    expect(won).toHaveLength(6);
    expect(await left(pool)).toBe(2);
  });

  it.each([1, 2, 3])("[R3] wishes for A and B never wait for wishes for B and A (run %i)", async () => {
    const [a, b] = [await open(CLIENTS), await open(CLIENTS)];
    const { won, refused } = await race((client) => {
      const lines = client % 2 ? [line(a), line(b)] : [line(b), line(a)];
      return inWork(systemCall(world), (work) => claim(work, lines, "sold"));
    });
    expect(refused).toEqual([]);
    expect(won).toHaveLength(CLIENTS);
    expect([await left(a), await left(b)]).toEqual([0, 0]);
  });

  it("[R5] one claim released in fifty ways at once comes back once", async () => {
    const pool = await open(2);
    const [mine] = await inWork(systemCall(world), (work) => claim(work, [line(pool), line(pool)], "sold"));
    const { won } = await race(() => inWork(systemCall(world), (work) => release(work, [mine!.claimId])));
    expect(won.flat()).toEqual([mine!.claimId]);
    expect(await left(pool)).toBe(1);
  });

  it("[R5] selling and releasing race to one outcome, and the counts agree with it", async () => {
    for (let round = 0; round < 10; round += 1) {
      const pool = await open(1);
      const [mine] = await inWork(systemCall(world), (work) => claim(work, [line(pool)], "held"));
      await race((client) =>
        inWork(systemCall(world), async (work) =>
          client % 2 ? release(work, [mine!.claimId]) : sell(work, [mine!.claimId]),
        ),
      );
      const [shown] = await inWork(systemCall(world), (work) => availability(work, [pool]));
      expect(shown).toMatchObject(await takenByClaims(systemCall(world), pool));
      expect(shown!.left).toBe(1);
    }
  });

  it("[R7] lowering the quota while people claim never takes a place back and never grants past it", async () => {
    const pool = await open(40);
    const { won } = await race((client) =>
      inWork(systemCall(world), (work) =>
        client === 10 ? resize(work, pool, 5).then(() => null) : claim(work, [line(pool)], "sold"),
      ),
    );
    const granted = won.filter((one) => one !== null).length;
    expect(await takenByClaims(systemCall(world), pool)).toEqual({ held: 0, sold: granted });
    await expect(inWork(systemCall(world), (work) => claim(work, [line(pool)], "sold"))).rejects.toMatchObject({
      code: "sold_out",
    });
  });
});

describe("the guards, taken away one by one", () => {
  it("[R1] without the lock the database itself refuses; without that guard too, places are sold twice", async () => {
    const careless = async (pool: string) =>
      asOwner(world, (owner) => owner`update pools set sold = sold + 1 where id = ${pool}`);
    const guarded = await open(1);
    await asOwner(world, (owner) => owner`alter table pools no force row level security`);
    await careless(guarded);
    await expect(careless(guarded)).rejects.toMatchObject({ constraint_name: "pools_never_oversold" });

    await asOwner(world, (owner) => owner`alter table pools disable trigger pools_never_oversold`);
    await careless(guarded);
    await asOwner(world, (owner) => owner`alter table pools enable trigger pools_never_oversold`);
    await asOwner(world, (owner) => owner`alter table pools force row level security`);
    const [shown] = await inWork(systemCall(world), (work) => availability(work, [guarded]));
    expect(shown).toMatchObject({ capacity: 1, sold: 2, left: 0 });
  });

  it("[R5] the database refuses to bring a released claim back to life", async () => {
    const pool = await open(1);
    const [mine] = await inWork(systemCall(world), (work) => claim(work, [line(pool)], "sold"));
    await inWork(systemCall(world), (work) => release(work, [mine!.claimId]));
    await asOwner(world, (owner) => owner`alter table claims no force row level security`);
    await expect(
      asOwner(world, (owner) => owner`update claims set state = 'sold' where id = ${mine!.claimId}`),
    ).rejects.toMatchObject({ constraint_name: "claims_forward_only" });
    await asOwner(world, (owner) => owner`alter table claims force row level security`);
  });
});
