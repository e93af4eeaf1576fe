import { expect, it } from "vitest";
import { rupiah } from "@/lib/kernel/money";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct, updateProduct } from "@/lib/shop/commands/products";
import { listMyOrders } from "@/lib/shop/queries/orders";
import { listProducts, readProduct } from "@/lib/shop/queries/products";
import { as, newWorld } from "../support/world";

it("the shop says and takes every sum with its currency, and no price in another than the product's", async () => {
  const world = await newWorld();
  const variant = { name: "Set", price: rupiah(250), stock: 3 };
  const { id, variants } = await createProduct(as(world.owner), {
    name: "Ihram",
    published: true,
    variants: [variant],
  });
  expect(variants).toMatchObject([{ price: rupiah(250) }]);

  const made = await placeOrder(as(world.pilgrim), { lines: [{ variantId: variants[0]!.id, quantity: 2 }] });
  const sums = { total: rupiah(500), paid: rupiah(0), rest: rupiah(500) };
  expect(made).toMatchObject({ ...sums, refund: rupiah(0), lines: [{ quantity: 2, price: rupiah(250) }] });
  expect((await listMyOrders(as(world.pilgrim), {})).data).toMatchObject([sums]);

  const other = { ...variant, price: { amount: 100, currency: "SAR" } };
  const refused = { code: "validation", details: { fields: { variants: ["other_currency"] } } };
  const owner = as(world.owner);
  await expect(createProduct(owner, { name: "Tas", variants: [variant, other] })).rejects.toMatchObject(refused);
  await expect(updateProduct(owner, { id, variants: [other] })).rejects.toMatchObject(refused);
  expect((await readProduct(owner, { id })).variants).toMatchObject([{ price: rupiah(250) }]);
  expect((await listProducts(owner, {})).data).toHaveLength(1);
  await world.close();
});
