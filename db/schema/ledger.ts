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
import { agencyId, at, createdAt, id } from "../columns";

/** Integer minor units; never more than JSON and JavaScript count exactly. */
const minor = (name: string) => bigint(name, { mode: "number" });

/** Whose money it is, in one currency. `balance` and `reserved` are written by the database alone, from the entries. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    agencyId: agencyId(),
    /** What it is for, such as `savings.saver`. */
    kind: text("kind").notNull(),
    currency: text("currency").notNull(),
    /** Whose it is, such as `savings_plan:<id>`. */
    owner: text("owner").notNull(),
    /** What is left never goes below it; null: there is no floor, as for the world outside. */
    floor: minor("floor"),
    balance: minor("balance").notNull().default(0),
    /** Of the balance, what pending journals wait to take out. */
    reserved: minor("reserved").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique("accounts_agency_id").on(t.agencyId, t.id),
    unique("accounts_currency").on(t.agencyId, t.id, t.currency),
    unique("accounts_once").on(t.agencyId, t.kind, t.owner, t.currency),
    check("accounts_floor", sql`${t.floor} is null or ${t.balance} - ${t.reserved} >= ${t.floor}`),
    check("accounts_reserved", sql`${t.reserved} >= 0`),
    check("accounts_exact", sql`abs(${t.balance}) <= 9007199254740991`),
  ],
);

/** One movement of money, whole. A pending one waits for its resolution, which is another journal; nothing is ever changed. */
export const journals = pgTable(
  "journals",
  {
    id: id(),
    agencyId: agencyId(),
    phase: text("phase", { enum: ["posted", "pending", "voided", "timed_out"] }).notNull(),
    kind: text("kind").notNull(),
    /** What it was written for, such as `savings_deposit:<id>`. */
    reference: text("reference").notNull(),
    /** The day's money it belongs to; may lie before the hour it was written. */
    effectiveAt: at("effective_at").notNull(),
    /** So many entries, or none for a pending one that ended without them. */
    lines: integer("lines").notNull(),
    /** The pending journal that this one ends. */
    resolves: uuid("resolves"),
    /** The posted journal that this one takes back. */
    reverses: uuid("reverses"),
    expiresAt: at("expires_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("journals_agency_id").on(t.agencyId, t.id),
    unique("journals_entry").on(t.agencyId, t.id, t.phase, t.effectiveAt),
    unique("journals_resolved_once").on(t.agencyId, t.resolves),
    unique("journals_reversed_once").on(t.agencyId, t.reverses),
    foreignKey({ name: "journals_resolves", columns: [t.agencyId, t.resolves], foreignColumns: [t.agencyId, t.id] }),
    foreignKey({ name: "journals_reverses", columns: [t.agencyId, t.reverses], foreignColumns: [t.agencyId, t.id] }),
    index("journals_reference").on(t.agencyId, t.reference),
    index("journals_order").on(t.agencyId, t.createdAt, t.id),
  ],
);

/** What one account gains (or, below zero, gives) by one journal. */
export const entries = pgTable(
  "entries",
  {
    agencyId: agencyId(),
    journalId: uuid("journal_id").notNull(),
    line: integer("line").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    amount: minor("amount").notNull(),
    phase: text("phase", { enum: ["posted", "pending"] }).notNull(),
    effectiveAt: at("effective_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.journalId, t.line] }),
    check("entries_amount", sql`${t.amount} <> 0 and abs(${t.amount}) <= 9007199254740991`),
    foreignKey({
      name: "entries_journal",
      columns: [t.agencyId, t.journalId, t.phase, t.effectiveAt],
      foreignColumns: [journals.agencyId, journals.id, journals.phase, journals.effectiveAt],
    }),
    foreignKey({
      name: "entries_account",
      columns: [t.agencyId, t.accountId, t.currency],
      foreignColumns: [accounts.agencyId, accounts.id, accounts.currency],
    }),
    index("entries_account_time").on(t.agencyId, t.accountId, t.effectiveAt),
  ],
);

/** The chain: each journal's hash holds the one before it, so that no edit, removal or swap stays unseen. */
export const journalSeals = pgTable(
  "journal_seals",
  {
    agencyId: agencyId(),
    seq: integer("seq").notNull(),
    journalId: uuid("journal_id").notNull(),
    hash: text("hash").notNull(),
    sealedAt: at("sealed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.seq] }),
    unique("journal_seals_once").on(t.agencyId, t.journalId),
    foreignKey({
      name: "journal_seals_journal",
      columns: [t.agencyId, t.journalId],
      foreignColumns: [journals.agencyId, journals.id],
    }),
  ],
);
