import { and, asc, desc, eq, getTableColumns, ilike, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { insertRows, isOneOf, limitOf } from "@/db/rows";
import { products, productVariants } from "@/db/schema/shop";
import { availability } from "@/lib/inventory/queries";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { literally } from "@/lib/kernel/text";
import type { ListProducts, Product } from "../contract/product";
import { mayChangeProducts, maySeeShop, seesUnpublished } from "../policy";
import { piecesLeft } from "../rules";

export type ProductRow = typeof products.$inferSelect & { isPublic: boolean };
export type VariantRow = typeof productVariants.$inferSelect;

const columns = {
  ...getTableColumns(products),
  isPublic: sql<boolean>`${products.publishedAt} is not null`,
};
/** What is published, for whoever belongs here; for who works here the rest too. What was archived is gone for all. */
function withinSight({ actor }: Work): SQL | undefined {
  if (seesUnpublished(actor)) return undefined;
  return maySeeShop(actor) ? sql`${products.publishedAt} is not null` : sql`false`;
}
const selectProducts = (work: Work, ...more: (SQL | undefined)[]) =>
  work.tx
    .select(columns)
    .from(products)
    .where(and(...[eq(products.agencyId, agencyOf(work)), isNull(products.archivedAt)], withinSight(work), ...more))
    .$dynamic();

/** @throws Fault `product_not_found`, also for what the caller may not know */
export async function findProduct(work: Work, id: string): Promise<ProductRow> {
  const [row] = await selectProducts(work, eq(products.id, id));
  if (!row) throw notFound("product");
  return row;
}

/** The same, and nobody else changes it until the commit. */
export async function lockProduct(work: Work, id: string): Promise<ProductRow> {
  const [row] = await selectProducts(work, eq(products.id, id)).for("no key update");
  if (!row) throw notFound("product");
  return row;
}

const CURSORS = { newest: z.tuple([z.iso.datetime(), z.uuid()]), name: z.tuple([z.string(), z.uuid()]) };
/** @throws Fault `cursor_invalid`, also for a cursor of another order */
export async function listProductRows(
  work: Work,
  { q, state, sort, cursor, limit }: ListProducts,
): Promise<Page<ProductRow>> {
  const { createdAt, id, name, publishedAt } = products;
  const [key, last] = cursor ? decodeCursor(cursor, CURSORS[sort], sort) : [];
  const at = sql`${key}::timestamptz`;
  const beyond =
    sort === "name"
      ? sql`(${name}, ${id}) > (${key}, ${last}::uuid)`
      : or(lt(createdAt, at), and(eq(createdAt, at), sql`${id} > ${last}::uuid`));
  const rows = await selectProducts(
    work,
    q ? ilike(name, literally(q)) : undefined,
    state && (state === "hidden" ? isNull(publishedAt) : isNotNull(publishedAt)),
    cursor ? beyond : undefined,
  )
    .orderBy(...(sort === "name" ? [asc(name), asc(id)] : [desc(createdAt), asc(id)]))
    .limit(limitOf(limit));
  const keyOf = (row: ProductRow) => [sort === "name" ? row.name : row.createdAt.toISOString(), row.id];
  return cutPage(rows, limit, keyOf, sort);
}

export async function addProduct(work: Work, row: Omit<typeof products.$inferInsert, "agencyId" | "createdAt">) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  await work.tx.insert(products).values(full);
  work.changed("products", row.id, null, full);
}

export async function setProduct(work: Work, before: ProductRow, change: Partial<typeof products.$inferInsert>) {
  if (Object.keys(change).length === 0) return;
  const mine = and(eq(products.agencyId, agencyOf(work)), eq(products.id, before.id));
  await work.tx.update(products).set(change).where(mine);
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof ProductRow]]));
  work.changed("products", before.id, was, change);
}

const standing = (work: Work) => and(eq(productVariants.agencyId, agencyOf(work)), isNull(productVariants.archivedAt));

/** The variants of these products that are sold, in their order. */
export const listVariants = (work: Work, productIds: readonly string[]): Promise<VariantRow[]> =>
  work.tx
    .select()
    .from(productVariants)
    .where(and(standing(work), isOneOf(productVariants.productId, productIds)))
    .orderBy(asc(productVariants.productId), asc(productVariants.position));

/** Variants that anybody here may order, with what they belong to. */
export const listForCart = (work: Work, ids: readonly string[]) =>
  work.tx
    .select({ variant: productVariants, productName: products.name, currency: products.currency })
    .from(productVariants)
    .innerJoin(
      products,
      and(eq(products.agencyId, productVariants.agencyId), eq(products.id, productVariants.productId)),
    )
    .where(
      and(
        ...[standing(work), isOneOf(productVariants.id, ids), isNull(products.archivedAt)],
        sql`${products.publishedAt} is not null`,
      ),
    );

export type NewVariantRow = Omit<VariantRow, "agencyId" | "createdAt" | "archivedAt">;
export function addVariants(work: Work, rows: readonly NewVariantRow[]) {
  if (rows.length === 0) return;
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  work.tx.send(insertRows(work.tx, productVariants, full));
  for (const row of full) work.changed("product_variants", row.id, null, row);
}

export async function setVariant(
  work: Work,
  before: VariantRow,
  change: Partial<Pick<VariantRow, "name" | "price" | "units" | "position" | "archivedAt">>,
) {
  const mine = and(eq(productVariants.agencyId, agencyOf(work)), eq(productVariants.id, before.id));
  await work.tx.update(productVariants).set(change).where(mine);
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof VariantRow]]));
  work.changed("product_variants", before.id, was, change);
}

/** Products as their reader sees them, with what is left this moment. */
export async function asProducts(work: Work, rows: readonly ProductRow[]): Promise<Product[]> {
  if (rows.length === 0) return [];
  const variants = await listVariants(
    work,
    rows.map(({ id }) => id),
  );
  const pools = await availability(work, [...new Set(variants.map(({ poolId }) => poolId))]);
  const left = new Map(pools.map((pool) => [pool.poolId, pool.left]));
  return rows.map(({ id, name, text, currency, photoId, isPublic }) => ({
    id,
    name,
    text,
    currency,
    published: isPublic,
    mayChange: mayChangeProducts(work.actor),
    photo: photoId ? `/api/v1/products/${id}/photo?v=${photoId}` : null,
    variants: variants
      .filter(({ productId }) => productId === id)
      .map(({ id: variantId, name: called, price, units, poolId }) => ({
        id: variantId,
        name: called,
        price: { amount: price, currency },
        units,
        poolId,
        left: piecesLeft(left.get(poolId) ?? 0, units),
      })),
  }));
}
