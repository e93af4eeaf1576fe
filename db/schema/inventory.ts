import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id } from "../columns";

/** Something countable that must never be given out twice: group places, seats, stock. The CHECK is the last guard. */
export const pools = pgTable(
  "pools",
  {
    id: id(),
    agencyId: agencyId(),
    kind: text("kind").notNull(),
    capacity: integer("capacity").notNull(),
    held: integer("held").notNull().default(0),
    sold: integer("sold").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique("pools_agency_id").on(t.agencyId, t.id),
    check("pools_counts", sql`${t.held} >= 0 and ${t.sold} >= 0 and ${t.capacity} >= 0`),
  ],
);

/** One grant from a pool: held until it is sold or released, and released exactly once. */
export const claims = pgTable(
  "claims",
  {
    id: id(),
    agencyId: agencyId(),
    poolId: uuid("pool_id").notNull(),
    quantity: integer("quantity").notNull(),
    state: text("state", { enum: ["held", "sold", "released"] }).notNull(),
    /** Who holds it, such as `group_member:<id>`. */
    holder: text("holder").notNull(),
    expiresAt: at("expires_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("claims_agency_id").on(t.agencyId, t.id),
    foreignKey({ name: "claims_pool", columns: [t.agencyId, t.poolId], foreignColumns: [pools.agencyId, pools.id] }),
    check("claims_quantity", sql`${t.quantity} > 0`),
    index("claims_pool_state").on(t.agencyId, t.poolId, t.state),
    index("claims_expiring").on(t.expiresAt).where(sql`state = 'held'`),
  ],
);
