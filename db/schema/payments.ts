import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { invoices, payments } from "./invoices";
import { journals } from "./ledger";

const minor = (name: string) => bigint(name, { mode: "number" });

/** The evidence of a transfer, drawn anew and private, and what the desk made of it. */
export const proofs = pgTable(
  "proofs",
  {
    id: id(),
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    uploadedBy: uuid("uploaded_by").notNull(),
    /** What the payer says was sent, minor units. */
    amount: minor("amount").notNull(),
    type: text("type", { enum: ["image/webp", "application/pdf", "cash"] }).notNull(),
    bytes: integer("bytes").notNull(),
    contentHash: text("content_hash").notNull(),
    /** What the picture looks like: 64 bits in hexadecimal figures, near alike for near alike pictures; null of a PDF. */
    lookHash: text("look_hash"),
    /** The invoice whose picture it resembles: looked for once, among all others, when it was sent. */
    alikeTo: uuid("alike_to"),
    state: text("state", { enum: ["submitted", "second_look", "approved", "rejected", "asked"] }).notNull(),
    reason: text("reason"),
    /** Who has it on the desk, until when; the seats are held as long. */
    reviewerId: uuid("reviewer_id"),
    reviewEndsAt: at("review_ends_at"),
    /** Who said yes first, where two must. */
    firstBy: uuid("first_by"),
    firstAt: at("first_at"),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    paymentId: uuid("payment_id"),
    /** How often a decision about it was taken back. */
    takenBack: integer("taken_back").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique("proofs_agency_id").on(t.agencyId, t.id),
    check("proofs_amount", sql`${t.amount} > 0`),
    check("proofs_approved", sql`(${t.state} = 'approved') = (${t.paymentId} is not null)`),
    index("proofs_queue").on(t.agencyId, t.state, t.createdAt, t.id),
    index("proofs_of").on(t.agencyId, t.invoiceId, t.createdAt),
    index("proofs_same").on(t.agencyId, t.contentHash),
    ...[
      ["invoice", t.invoiceId, invoices.agencyId, invoices.id] as const,
      ["alike", t.alikeTo, invoices.agencyId, invoices.id] as const,
      ["payment", t.paymentId, payments.agencyId, payments.id] as const,
    ].map(([name, column, agency, target]) =>
      foreignKey({ name: `proofs_${name}`, columns: [t.agencyId, column], foreignColumns: [agency, target] }),
    ),
  ],
);

/** Money that is to go back. It is set aside at once and leaves when a second person approves. */
export const refunds = pgTable(
  "refunds",
  {
    id: id(),
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    amount: minor("amount").notNull(),
    why: text("why").notNull(),
    state: text("state", { enum: ["requested", "approved", "refused", "timed_out"] }).notNull(),
    note: text("note"),
    /** The pending journal that sets the money aside. */
    journalId: uuid("journal_id").notNull(),
    requestedBy: uuid("requested_by").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("refunds_agency_id").on(t.agencyId, t.id),
    check("refunds_amount", sql`${t.amount} > 0`),
    index("refunds_of").on(t.agencyId, t.invoiceId),
    index("refunds_queue").on(t.agencyId, t.state, t.createdAt, t.id),
    uniqueIndex("refunds_journal").on(t.agencyId, t.journalId),
    foreignKey({
      name: "refunds_invoice",
      columns: [t.agencyId, t.invoiceId],
      foreignColumns: [invoices.agencyId, invoices.id],
    }),
    foreignKey({
      name: "refunds_set_aside",
      columns: [t.agencyId, t.journalId],
      foreignColumns: [journals.agencyId, journals.id],
    }),
  ],
);

/** A file of the bank that was read in. */
export const bankStatements = pgTable(
  "bank_statements",
  {
    id: id(),
    agencyId: agencyId(),
    enteredBy: uuid("entered_by").notNull(),
    name: text("name").notNull(),
    lines: integer("lines").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("bank_statements_agency_id").on(t.agencyId, t.id),
    index("bank_statements_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
  ],
);

/** Money that came in as the bank says it, and for which invoice it was. */
export const bankLines = pgTable(
  "bank_lines",
  {
    id: id(),
    agencyId: agencyId(),
    statementId: uuid("statement_id").notNull(),
    bookedOn: date("booked_on").notNull(),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    text: personal("text", (n) => text(n)).notNull(),
    reference: text("reference"),
    lineHash: text("line_hash").notNull(),
    invoiceId: uuid("invoice_id"),
    paymentId: uuid("payment_id"),
    /** How often its booking was taken back. */
    takenBack: integer("taken_back").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique("bank_lines_agency_id").on(t.agencyId, t.id),
    unique("bank_lines_once").on(t.agencyId, t.lineHash),
    index("bank_lines_amount").on(t.agencyId, t.currency, t.amount),
    index("bank_lines_open").on(t.agencyId, t.bookedOn, t.id).where(sql`${t.paymentId} is null`),
    ...[
      ["statement", t.statementId, bankStatements.agencyId, bankStatements.id] as const,
      ["invoice", t.invoiceId, invoices.agencyId, invoices.id] as const,
      ["payment", t.paymentId, payments.agencyId, payments.id] as const,
    ].map(([name, column, agency, target]) =>
      foreignKey({ name: `bank_lines_${name}_of`, columns: [t.agencyId, column], foreignColumns: [agency, target] }),
    ),
  ],
);
