import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { branches, memberships } from "./agencies";
import { claims, pools } from "./inventory";

const minor = (name: string) => bigint(name, { mode: "number" });

/** What an agency sells beside trips: cloth, kits, SIM cards. */
export const products = pgTable(
  "products",
  {
    id: id(),
    agencyId: agencyId(),
    name: text("name").notNull(),
    text: text("text"),
    currency: text("currency").notNull(),
    /** Its picture, under this name in the files. */
    photoId: uuid("photo_id"),
    publishedAt: at("published_at"),
    archivedAt: at("archived_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("products_agency_id").on(t.agencyId, t.id),
    index("products_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
  ],
);

/** One kind of it with a price and a stock. Two variants may share a pool: they are cut from one stock. */
export const productVariants = pgTable(
  "product_variants",
  {
    id: id(),
    agencyId: agencyId(),
    productId: uuid("product_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    price: minor("price").notNull(),
    /** How many of the pool one piece takes: a pack of three takes three. */
    units: integer("units").notNull(),
    poolId: uuid("pool_id").notNull(),
    archivedAt: at("archived_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("product_variants_agency_id").on(t.agencyId, t.id),
    check("product_variants_amounts", sql`${t.price} >= 0 and ${t.units} > 0`),
    index("product_variants_of").on(t.agencyId, t.productId, t.position),
    foreignKey({
      name: "product_variants_product",
      columns: [t.agencyId, t.productId],
      foreignColumns: [products.agencyId, products.id],
    }),
    foreignKey({
      name: "product_variants_pool",
      columns: [t.agencyId, t.poolId],
      foreignColumns: [pools.agencyId, pools.id],
    }),
  ],
);

/** What somebody takes home, with the stock kept for them until it is paid. */
export const orders = pgTable(
  "orders",
  {
    id: id(),
    agencyId: agencyId(),
    branchId: uuid("branch_id"),
    code: text("code").notNull(),
    state: text("state", {
      enum: ["pending", "proof_submitted", "verified", "fulfilled", "rejected", "cancelled"],
    }).notNull(),
    buyerUserId: uuid("buyer_user_id"),
    buyerName: personal("buyer_name", (n) => text(n)).notNull(),
    buyerPhone: personal("buyer_phone", (n) => text(n)),
    currency: text("currency").notNull(),
    /** The sum of the lines and what came in so far, minor units. */
    total: minor("total").notNull(),
    paid: minor("paid").notNull().default(0),
    pieces: integer("pieces").notNull(),
    /** When the stock goes back unless something is paid or shown. */
    holdEndsAt: at("hold_ends_at"),
    /** Why it was rejected or cancelled. */
    reason: text("reason"),
    fulfilledBy: uuid("fulfilled_by"),
    endedAt: at("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("orders_agency_id").on(t.agencyId, t.id),
    unique("orders_code").on(t.agencyId, t.code),
    check("orders_amounts", sql`${t.total} >= 0 and ${t.paid} >= 0 and ${t.pieces} > 0`),
    index("orders_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("orders_state").on(t.agencyId, t.state, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("orders_buyer").on(t.agencyId, t.buyerUserId, t.createdAt.desc().nullsFirst()),
    foreignKey({
      name: "orders_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({
      name: "orders_buyer_of",
      columns: [t.agencyId, t.buyerUserId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);

/** What was ordered at the price of that day (R9), and the claim that keeps it. */
export const orderLines = pgTable(
  "order_lines",
  {
    agencyId: agencyId(),
    orderId: uuid("order_id").notNull(),
    position: integer("position").notNull(),
    variantId: uuid("variant_id").notNull(),
    label: text("label").notNull(),
    quantity: integer("quantity").notNull(),
    price: minor("price").notNull(),
    claimId: uuid("claim_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.orderId, t.position] }),
    check("order_lines_amounts", sql`${t.quantity} > 0 and ${t.price} >= 0`),
    ...[
      ["order", t.orderId, orders.agencyId, orders.id] as const,
      ["variant", t.variantId, productVariants.agencyId, productVariants.id] as const,
      ["claim", t.claimId, claims.agencyId, claims.id] as const,
    ].map(([name, column, agency, target]) =>
      foreignKey({ name: `order_lines_${name}`, columns: [t.agencyId, column], foreignColumns: [agency, target] }),
    ),
  ],
);
