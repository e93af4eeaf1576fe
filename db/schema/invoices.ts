import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { branches, memberships } from "./agencies";
import { journals } from "./ledger";

const minor = (name: string) => bigint(name, { mode: "number" });

/** What somebody owes for one booking or order. What was paid is a sum of the ledger, kept here for lists. */
export const invoices = pgTable(
  "invoices",
  {
    id: id(),
    agencyId: agencyId(),
    branchId: uuid("branch_id"),
    number: text("number").notNull(),
    subjectKind: text("subject_kind", { enum: ["booking", "order"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** What it is for, in the agency's words of that day. */
    title: text("title").notNull(),
    payerUserId: uuid("payer_user_id"),
    payerName: personal("payer_name", (n) => text(n)).notNull(),
    payerEmail: personal("payer_email", (n) => text(n)),
    payerPhone: personal("payer_phone", (n) => text(n)),
    currency: text("currency").notNull(),
    /** The sum of the lines, and what the ledger says came in, less what went back; minor units. */
    total: minor("total").notNull(),
    paid: minor("paid").notNull().default(0),
    state: text("state", { enum: ["open", "part_paid", "paid", "void"] }).notNull(),
    /** When the next instalment is due; null when nothing is. */
    dueAt: at("due_at"),
    /** The day of what is paid for: reminders count back from it. */
    neededAt: at("needed_at"),
    /** When the office last asked its payer for what is owed. */
    remindedAt: at("reminded_at"),
    voidedAt: at("voided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("invoices_agency_id").on(t.agencyId, t.id),
    unique("invoices_number").on(t.agencyId, t.number),
    unique("invoices_subject").on(t.agencyId, t.subjectKind, t.subjectId),
    check("invoices_amounts", sql`${t.total} >= 0 and ${t.paid} >= 0`),
    check("invoices_void", sql`(${t.state} = 'void') = (${t.voidedAt} is not null)`),
    index("invoices_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("invoices_state").on(t.agencyId, t.state, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("invoices_due").on(t.agencyId, t.dueAt, t.id),
    index("invoices_needed").on(t.agencyId, t.neededAt),
    index("invoices_payer_of").on(t.agencyId, t.payerUserId),
    foreignKey({
      name: "invoices_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({
      name: "invoices_payer",
      columns: [t.agencyId, t.payerUserId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);

/** Which room and passenger a fare was for. */
export type InvoiceLineDetail = { roomType: string; passengerType: string };

/** What an invoice is made of. Never edited: what is taken back is a line of its own (R9). */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind", { enum: ["fare", "cancelled", "kept", "item"] }).notNull(),
    label: text("label").notNull(),
    quantity: integer("quantity").notNull(),
    amount: minor("amount").notNull(),
    detail: jsonb("detail").$type<InvoiceLineDetail>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.invoiceId, t.position] }),
    foreignKey({
      name: "invoice_lines_of",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
  ],
);

/** The exact amount a payer is asked to transfer: no two open ones of an agency are alike, so the bank's line names it. */
export const transferAsks = pgTable(
  "transfer_asks",
  {
    id: id(),
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    currency: text("currency").notNull(),
    /** What is due, and with the code added. */
    base: minor("base").notNull(),
    amount: minor("amount").notNull(),
    closedAt: at("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("transfer_asks_agency_id").on(t.agencyId, t.id),
    uniqueIndex("transfer_asks_unlike").on(t.agencyId, t.currency, t.amount).where(sql`${t.closedAt} is null`),
    uniqueIndex("transfer_asks_one").on(t.agencyId, t.invoiceId).where(sql`${t.closedAt} is null`),
    index("transfer_asks_amount").on(t.agencyId, t.currency, t.amount),
    check("transfer_asks_amounts", sql`${t.base} > 0 and ${t.amount} >= ${t.base}`),
    foreignKey({
      name: "transfer_asks_of",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
  ],
);

/** Money in (above zero) or back (below), each with its journal. One source pays once (R11). */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    amount: minor("amount").notNull(),
    /** Of it, what the transfer's code brought above what was owed; the rest stands on the invoice. */
    rounding: minor("rounding").notNull().default(0),
    source: text("source", {
      enum: ["proof", "bank_line", "gateway", "cash", "savings", "refund", "reversal"],
    }).notNull(),
    /** The proof's, the line's or the refund's id, of a reversal the payment it takes back, or what the gateway calls it. */
    sourceRef: text("source_ref").notNull(),
    journalId: uuid("journal_id").notNull(),
    /** When the money moved. */
    movedAt: at("moved_at").notNull(),
    enteredBy: uuid("entered_by"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("payments_agency_id").on(t.agencyId, t.id),
    unique("payments_once").on(t.agencyId, t.source, t.sourceRef),
    unique("payments_journal").on(t.agencyId, t.journalId),
    index("payments_of").on(t.agencyId, t.invoiceId, t.movedAt),
    check("payments_amount", sql`${t.amount} <> 0 and (${t.amount} < 0) = (${t.source} in ('refund', 'reversal'))`),
    check(
      "payments_rounding",
      sql`${t.rounding} = 0 or ((${t.rounding} < 0) = (${t.amount} < 0) and abs(${t.rounding}) < abs(${t.amount}))`,
    ),
    foreignKey({
      name: "payments_invoice",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
    foreignKey({
      name: "payments_written",
      columns: [t.agencyId, t.journalId],
      foreignColumns: [journals.agencyId, journals.id],
    }),
  ],
);
