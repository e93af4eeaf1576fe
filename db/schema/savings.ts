import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { memberships } from "./agencies";
import { accounts, journals } from "./ledger";
import { packages } from "./packages";

const minor = (name: string) => bigint(name, { mode: "number" });
const number = (name: string) => personal(name, (n) => text(n));

/** By what ways money reaches a saver's account. */
export const paymentMethods = pgTable(
  "payment_methods",
  {
    id: id(),
    agencyId: agencyId(),
    name: text("name").notNull(),
    type: text("type", { enum: ["bank", "virtual_account", "qris", "cash"] }).notNull(),
    bankName: text("bank_name"),
    accountHolder: text("account_holder"),
    accountNumber: number("account_number"),
    removedAt: at("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("payment_methods_agency_id").on(t.agencyId, t.id),
    index("payment_methods_list").on(t.agencyId, t.name, t.id),
  ],
);

/** What somebody saves for, in an account that bears the saver's own name. */
export const savingsPlans = pgTable(
  "savings_plans",
  {
    id: id(),
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    /** The saver's branch when the plan began; null: of the whole agency. */
    branchId: uuid("branch_id"),
    name: text("name").notNull(),
    currency: text("currency").notNull(),
    target: minor("target").notNull(),
    monthly: minor("monthly").notNull(),
    startsOn: date("starts_on").notNull(),
    /** By when the saver would like to have it. */
    endsOn: date("ends_on"),
    bankName: text("bank_name").notNull(),
    accountHolder: personal("account_holder", (n) => text(n)).notNull(),
    accountNumber: number("account_number").notNull(),
    /** The package whose price is the target, if one is. */
    packageId: uuid("package_id"),
    /** Who else pays for the trip, if anybody: a note, since an agency lends nothing. */
    financingNote: text("financing_note"),
    accountId: uuid("account_id").notNull(),
    state: text("state", { enum: ["active", "dormant", "closed"] }).notNull(),
    /** The last time the saver did anything; 24 months later the plan sleeps. */
    movedAt: at("moved_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_plans_agency_id").on(t.agencyId, t.id),
    check("savings_plans_amounts", sql`${t.target} > 0 and ${t.monthly} > 0`),
    index("savings_plans_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
    index("savings_plans_of_saver").on(t.agencyId, t.userId),
    foreignKey({
      name: "savings_plans_saver",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    foreignKey({
      name: "savings_plans_package",
      columns: [t.agencyId, t.packageId],
      foreignColumns: [packages.agencyId, packages.id],
    }),
    foreignKey({
      name: "savings_plans_account",
      columns: [t.agencyId, t.accountId],
      foreignColumns: [accounts.agencyId, accounts.id],
    }),
  ],
);

/** A bucket of days in the agency's zone, usually a month; two never overlap (an exclusion constraint says so). */
export const savingsPeriods = pgTable(
  "savings_periods",
  {
    id: id(),
    agencyId: agencyId(),
    startsOn: date("starts_on").notNull(),
    /** The last day that belongs to it. */
    endsOn: date("ends_on").notNull(),
    /** Closed by itself at the end of this day. */
    closesOn: date("closes_on").notNull(),
    closedAt: at("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_periods_agency_id").on(t.agencyId, t.id),
    index("savings_periods_latest").on(t.agencyId, t.startsOn),
    check("savings_periods_forward", sql`${t.startsOn} <= ${t.endsOn} and ${t.endsOn} <= ${t.closesOn}`),
  ],
);

/** The evidence of a payment: drawn anew, private. */
export const savingsProofs = pgTable(
  "savings_proofs",
  {
    id: id(),
    agencyId: agencyId(),
    uploadedBy: uuid("uploaded_by").notNull(),
    type: text("type", { enum: ["image/webp", "application/pdf"] }).notNull(),
    bytes: integer("bytes").notNull(),
    /** Of the file as it came: the same one elsewhere is told to whoever looks. */
    contentHash: text("content_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_proofs_agency_id").on(t.agencyId, t.id),
    index("savings_proofs_same").on(t.agencyId, t.contentHash),
  ],
);

/** Several savers' deposits behind one proof: verified or rejected as one. */
export const savingsCollections = pgTable(
  "savings_collections",
  {
    id: id(),
    agencyId: agencyId(),
    name: text("name").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("savings_collections_agency_id").on(t.agencyId, t.id)],
);

/** Money somebody says they put in, and what became of it. */
export const savingsDeposits = pgTable(
  "savings_deposits",
  {
    id: id(),
    agencyId: agencyId(),
    planId: uuid("plan_id").notNull(),
    collectionId: uuid("collection_id"),
    methodId: uuid("method_id").notNull(),
    proofId: uuid("proof_id"),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    /** The day it was paid, in the agency's zone. */
    paidOn: date("paid_on").notNull(),
    periodId: uuid("period_id").notNull(),
    /** The closed period it would have belonged to, when it came too late. */
    lateForId: uuid("late_for_id"),
    state: text("state", { enum: ["submitted", "in_review", "verified", "rejected"] }).notNull(),
    reason: text("reason"),
    submittedBy: uuid("submitted_by").notNull(),
    reviewerId: uuid("reviewer_id"),
    decidedAt: at("decided_at"),
    journalId: uuid("journal_id"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_deposits_agency_id").on(t.agencyId, t.id),
    check("savings_deposits_amount", sql`${t.amount} > 0`),
    check("savings_deposits_verified", sql`(${t.state} = 'verified') = (${t.journalId} is not null)`),
    index("savings_deposits_plan").on(t.agencyId, t.planId, t.paidOn),
    index("savings_deposits_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
    index("savings_deposits_queue").on(t.agencyId, t.state, t.createdAt.desc().nullsFirst(), t.id),
    index("savings_deposits_proof").on(t.agencyId, t.proofId),
    index("savings_deposits_collection").on(t.agencyId, t.collectionId),
    ...[
      ["plan", t.planId, savingsPlans.agencyId, savingsPlans.id] as const,
      ["collection", t.collectionId, savingsCollections.agencyId, savingsCollections.id] as const,
      ["method", t.methodId, paymentMethods.agencyId, paymentMethods.id] as const,
      ["proof", t.proofId, savingsProofs.agencyId, savingsProofs.id] as const,
      ["period", t.periodId, savingsPeriods.agencyId, savingsPeriods.id] as const,
      ["late_for", t.lateForId, savingsPeriods.agencyId, savingsPeriods.id] as const,
      ["journal", t.journalId, journals.agencyId, journals.id] as const,
    ].map(([name, column, agency, target]) =>
      foreignKey({
        name: `savings_deposits_${name}_fk`,
        columns: [t.agencyId, column],
        foreignColumns: [agency, target],
      }),
    ),
  ],
);
