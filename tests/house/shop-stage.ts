import { rupiah } from "@/lib/kernel/money";
import { settleOrder } from "@/lib/shop/commands/life";
import { setProductPhoto } from "@/lib/shop/commands/photo";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { writing } from "../ledger/support";
import { as, type World } from "../support/world";

/** A shop in the first branch: a product with its picture, another to be taken away, an order of the pilgrim's that
 * waits to be paid and one that waits to be handed over. */
export async function addShop(world: World, file: Uint8Array<ArrayBuffer>) {
  const owner = as(world.owner);
  const wish = { published: true, variants: [{ name: "Set", price: rupiah(10), stock: 50 }] };
  const product = await createProduct(owner, { name: "Kain ihram", ...wish });
  const spare = await createProduct(owner, { name: "Tas", ...wish });
  await setProductPhoto(owner, { id: product.id, file });
  const variantId = product.variants[0]!.id;
  const cart = { lines: [{ variantId, quantity: 2 }], buyerUserId: world.pilgrim.userId };
  const [waits, paid] = [await placeOrder(as(world.manager), cart), await placeOrder(as(world.manager), cart)];
  await writing(world, (work) => settleOrder(work, { id: paid.id, paid: paid.total.amount }));
  return { productId: product.id, spareId: spare.id, variantId, orderId: waits.id, paidId: paid.id };
}
