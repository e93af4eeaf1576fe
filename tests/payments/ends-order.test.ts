import { afterAll, beforeAll, expect, it } from "vitest";
import { rupiah } from "@/lib/kernel/money";
import { verifyProof } from "@/lib/payments/commands/decide";
import { readProof } from "@/lib/payments/queries/proofs";
import { endsWithProof } from "@/lib/payments/rules/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { readOrder } from "@/lib/shop/queries/orders";
import { sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { as, newWorld, type World } from "../support/world";
import { send, toPay } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const owner = () => as(world.owner);
async function toCollect() {
  const variants = [{ name: "Set", price: rupiah(500), stock: 3 }];
  const product = await createProduct(owner(), { name: "Ihram", published: true, variants });
  const lines = [{ variantId: product.variants[0]!.id, quantity: 2 }];
  const { id } = await placeOrder(as(world.pilgrim), { lines });
  return { id, invoice: await invoiceOf(world, id) };
}
/** Whether the desk is told before it rejects this proof that more ends with it; then it is rejected. */
async function reject(id: string) {
  const told = endsWithProof((await readProof(owner(), { id })).invoice);
  await verifyProof(owner(), { id, decision: "reject", reason: "Buram" });
  return told;
}

it("who rejects a proof is told that the order ends with it just where it does: nothing of it is paid", async () => {
  const unpaid = await toCollect();
  expect(await reject((await send(world.pilgrim, unpaid.invoice.id)).id)).toBe(true);
  expect(await readOrder(owner(), { id: unpaid.id })).toMatchObject({ state: "rejected" });

  const part = await toCollect();
  const first = await send(world.pilgrim, part.invoice.id, 20_000);
  await verifyProof(owner(), { id: first.id, decision: "approve" });
  expect(await reject((await send(world.pilgrim, part.invoice.id, 80_000)).id)).toBe(false);
  expect(await readOrder(owner(), { id: part.id })).toMatchObject({ state: "pending", paid: rupiah(200) });

  const { invoice } = await toPay(world, (await sellSeats(world, 4)).id);
  expect(await reject((await send(world.pilgrim, invoice.id)).id), "a booking follows its money alone").toBe(false);
});

it("the desk knows of each proof whether its payer can be told, and by which way", async () => {
  const variants = [{ name: "Set", price: rupiah(500), stock: 9 }];
  const product = await createProduct(owner(), { name: "Koper", published: true, variants });
  const lines = [{ variantId: product.variants[0]!.id, quantity: 1 }];
  const reachOf = async (who: World["owner"], buyer?: { name: string; phone: string | null }) => {
    const { id } = await placeOrder(as(who), { lines, ...(buyer && { buyer }) });
    return (await send(world.owner, (await invoiceOf(world, id)).id)).invoice.reach;
  };
  expect(await reachOf(world.pilgrim)).toBe("app");
  expect(await reachOf(world.owner, { name: "Bu Sri", phone: "+628123456789" })).toBe("sms");
  expect(await reachOf(world.owner, { name: "Pak Budi", phone: null })).toBeNull();
});
