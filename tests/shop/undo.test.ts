import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "@/lib/kernel/money";
import { fulfilOrder, settleOrder, undoFulfil } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { systemCall, takenByClaims } from "../inventory/support";
import { writing } from "../ledger/support";
import { as, NOON, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.code,
  );
const undo = (id: string, seconds = 30, who = world.admin) => undoFulfil(as(who, {}, at(seconds)), { id });
const fulfil = (id: string, seconds = 0) => fulfilOrder(as(world.admin, {}, at(seconds)), { id });

/** An order that is paid, and the pool its goods come from. */
async function paidOrder() {
  const variants = [{ name: "Set", price: rupiah(500), stock: 3 }];
  const product = await createProduct(as(world.owner), { name: "Ihram", published: true, variants });
  const [variant] = product.variants;
  const { id, total } = await placeOrder(as(world.pilgrim), { lines: [{ variantId: variant!.id, quantity: 2 }] });
  await writing(world, (work) => settleOrder(work, { id, paid: total.amount }));
  return { id, poolId: variant!.poolId };
}

describe("an order that was said to be handed over by mistake", () => {
  it("waits for its buyer again within the minute, by whoever said so, with its goods still sold", async () => {
    const { id, poolId } = await paidOrder();
    expect(await fulfil(id)).toMatchObject({ state: "fulfilled", undoUntil: at(60) });
    expect(await refusal(undo(id, 30, world.owner))).toBe("undo_late");
    expect(await refusal(undo(id, 60))).toBe("undo_late");
    const back = { state: "verified", mayFulfil: true, undoUntil: null };
    expect(await undo(id)).toMatchObject(back);
    expect(await undo(id), "asked twice, it is the same answer").toMatchObject(back);
    expect(await takenByClaims(systemCall(world), poolId)).toEqual({ held: 0, sold: 2 });
    expect(await fulfil(id, 40)).toMatchObject({ state: "fulfilled", undoUntil: at(100) });
  });

  it("is offered back to nobody but whoever said so, and whoever may not hand over, or is of another agency, takes nothing back", async () => {
    const { id } = await paidOrder();
    await fulfil(id);
    expect(await readOrder(as(world.owner, {}, at(10)), { id })).toMatchObject({ undoUntil: null });
    expect(await readOrder(as(world.admin, {}, at(10)), { id })).toMatchObject({ undoUntil: at(60) });
    expect(await refusal(undo(id, 10, world.pilgrim))).toBe("forbidden");
    expect(await refusal(undo(id, 10, world.rivalOwner))).toBe("order_not_found");
  });
});
