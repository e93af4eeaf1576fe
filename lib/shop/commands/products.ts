import { findSelf } from "@/lib/agencies/queries/agency";
import { lockPools, openPool, resize } from "@/lib/inventory/commands";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { CreateProduct, type Product, ProductRef, UpdateProduct, type VariantWish } from "../contract/product";
import { productChanged } from "../facts";
import { mayChangeProducts } from "../policy";
import {
  addProduct,
  addVariants,
  asProducts,
  findProduct,
  listVariants,
  lockProduct,
  type NewVariantRow,
  setProduct,
  setVariant,
  type VariantRow,
} from "../store/products";

const tellProduct = (work: Work, productId: string) =>
  work.tell(productChanged, { agencyId: agencyOf(work), productId });
const shown = async (work: Work, id: string): Promise<Product> =>
  (await asProducts(work, [await findProduct(work, id)]))[0]!;

/** Sets what is left to be sold, beside what is kept and sold already. */
async function setStock(work: Work, poolId: string, stock: number) {
  const pool = (await lockPools(work, [poolId])).get(poolId)!;
  await resize(work, poolId, pool.held + pool.sold + stock);
}

type Priced = { id: string; currency: string };
/** Writes the wished variants beside those there are; a stock of its own is opened for who shares none.
 * @throws Fault `validation` for a price in another currency than the product's */
async function writeVariants(
  work: Work,
  { id: productId, currency }: Priced,
  wishes: VariantWish[],
  before: VariantRow[],
) {
  const kept = new Map(before.map((row) => [row.id, row]));
  const poolIds: string[] = [];
  const fresh: NewVariantRow[] = [];
  for (const [position, { id, name, price: asked, units, stock, sharesStockOf }] of wishes.entries()) {
    const price = amountIn(currency, asked, "variants");
    const old = id ? kept.get(id) : undefined;
    if (id && !old) throw notFound("variant");
    const shared = sharesStockOf === undefined ? undefined : poolIds[sharesStockOf];
    const poolId = old?.poolId ?? shared ?? (await openPool(work, { kind: "stock", capacity: stock ?? 0 }));
    poolIds.push(poolId);
    if (old) await setVariant(work, old, { name, price, units, position });
    else fresh.push({ id: newId(), productId, position, name, price, units, poolId });
    if (old && stock !== undefined) await setStock(work, poolId, stock);
  }
  addVariants(work, fresh);
  const named = new Set(wishes.flatMap(({ id }) => id ?? []));
  for (const row of before) if (!named.has(row.id)) await setVariant(work, row, { archivedAt: work.now });
}

/** Puts a product with its kinds on sale, each with stock of its own or of a kind above. */
export const createProduct = command({
  name: "shop.create_product",
  input: CreateProduct,
  load: nothing,
  allow: mayChangeProducts,
  run: async (work, { variants, published, ...fields }): Promise<Product> => {
    const { currency } = await findSelf(work);
    const id = newId();
    await addProduct(work, { id, ...fields, currency, publishedAt: published ? work.now : null });
    await writeVariants(work, { id, currency }, variants, []);
    tellProduct(work, id);
    return shown(work, id);
  },
});

/** Changes what it is called, whether it is sold, its prices and stock; orders keep the price of their day (R9).
 * @throws Fault `product_not_found`, `variant_not_found` */
export const updateProduct = command({
  name: "shop.update_product",
  input: UpdateProduct,
  load: (work, { id }) => lockProduct(work, id),
  allow: mayChangeProducts,
  run: async (work, { id, variants, published, ...fields }, row): Promise<Product> => {
    const isMoved = published !== undefined && published !== row.isPublic;
    const publishedAt = published ? work.now : null;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await setProduct(work, row, { ...given, ...(isMoved && { publishedAt }) });
    if (variants) await writeVariants(work, row, variants, await listVariants(work, [id]));
    tellProduct(work, id);
    return shown(work, id);
  },
});

/** Takes it out of the shop for good; orders of it stay. */
export const archiveProduct = command({
  name: "shop.archive_product",
  input: ProductRef,
  load: (work, { id }) => lockProduct(work, id),
  allow: mayChangeProducts,
  run: async (work, { id }, row): Promise<void> => {
    await setProduct(work, row, { archivedAt: work.now });
    tellProduct(work, id);
  },
});
