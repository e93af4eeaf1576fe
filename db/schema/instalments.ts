import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { agencyId, at } from "../columns";
import { invoices } from "./invoices";

/** By when how much of it is to be paid; whole units of the currency, the remainder in the last. */
export const invoiceInstalments = pgTable(
  "invoice_instalments",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
    dueAt: at("due_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.invoiceId, t.position] }),
    check("invoice_instalments_amount", sql`${t.amount} > 0`),
    foreignKey({
      name: "invoice_instalments_of",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
  ],
);

/** The schedule as it stood until then: what was cancelled or moved since was owed on a past day all the same (R20). */
export const pastInstalments = pgTable(
  "past_instalments",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    untilAt: at("until_at").notNull(),
    position: integer("position").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
    dueAt: at("due_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.invoiceId, t.untilAt, t.position] }),
    foreignKey({
      name: "past_instalments_of",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
  ],
);
