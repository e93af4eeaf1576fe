import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, secret } from "../columns";
import { invoices } from "./invoices";

const minor = (name: string) => bigint(name, { mode: "number" });

/** A payment gateway an agency uses: what its notices are signed with, and the token of the address they come to. */
export const gateways = pgTable(
  "gateways",
  {
    id: id(),
    agencyId: agencyId(),
    kind: text("kind", { enum: ["midtrans"] }).notNull(),
    serverKey: secret("server_key").notNull(),
    removedAt: at("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [unique("gateways_agency_id").on(t.agencyId, t.id), index("gateways_of").on(t.agencyId, t.createdAt)],
);

/** Every notice that was signed as it must be, once for each state of a transaction. */
export const gatewayNotices = pgTable(
  "gateway_notices",
  {
    id: id(),
    agencyId: agencyId(),
    gatewayId: uuid("gateway_id").notNull(),
    transaction: text("transaction").notNull(),
    status: text("status").notNull(),
    orderRef: text("order_ref").notNull(),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    invoiceId: uuid("invoice_id"),
    outcome: text("outcome", {
      enum: ["paid", "noted", "unknown_invoice", "other_currency", "already_paid", "taken_back"],
    }).notNull(),
    /** Who of the desk dealt with what was odd about it, when, and what was done. */
    closedBy: uuid("closed_by"),
    closedAt: at("closed_at"),
    closedNote: text("closed_note"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("gateway_notices_agency_id").on(t.agencyId, t.id),
    unique("gateway_notices_once").on(t.agencyId, t.gatewayId, t.transaction, t.status),
    index("gateway_notices_transaction").on(t.agencyId, t.transaction),
    index("gateway_notices_odd")
      .on(t.agencyId, t.id)
      .where(sql`${t.outcome} in ('unknown_invoice', 'other_currency', 'already_paid', 'taken_back')`),
    foreignKey({
      name: "gateway_notices_gateway",
      columns: [t.agencyId, t.gatewayId],
      foreignColumns: [gateways.agencyId, gateways.id],
    }),
    foreignKey({
      name: "gateway_notices_invoice",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
  ],
);
