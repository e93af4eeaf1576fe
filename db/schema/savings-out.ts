import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id } from "../columns";
import { journals } from "./ledger";
import { savingsPlans } from "./savings";

const minor = (name: string) => bigint(name, { mode: "number" });

/** What was changed of a plan since it began. Never edited. */
export const savingsPlanChanges = pgTable(
  "savings_plan_changes",
  {
    id: id(),
    agencyId: agencyId(),
    planId: uuid("plan_id").notNull(),
    changedBy: uuid("changed_by").notNull(),
    /** Each field with its value before and after, as texts. */
    changes: jsonb("changes").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_plan_changes_agency_id").on(t.agencyId, t.id),
    index("savings_plan_changes_of").on(t.agencyId, t.planId, t.id),
    foreignKey({
      name: "savings_plan_changes_plan",
      columns: [t.agencyId, t.planId],
      foreignColumns: [savingsPlans.agencyId, savingsPlans.id],
    }),
  ],
);

/** A saver asks for money back. It is set aside at once and leaves when somebody approves. */
export const savingsWithdrawals = pgTable(
  "savings_withdrawals",
  {
    id: id(),
    agencyId: agencyId(),
    planId: uuid("plan_id").notNull(),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    why: text("why"),
    state: text("state", { enum: ["requested", "approved", "refused", "timed_out", "taken_back"] }).notNull(),
    note: text("note"),
    /** The pending journal that sets the money aside. */
    journalId: uuid("journal_id").notNull(),
    requestedBy: uuid("requested_by").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_withdrawals_agency_id").on(t.agencyId, t.id),
    check("savings_withdrawals_amount", sql`${t.amount} > 0`),
    index("savings_withdrawals_newest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
    index("savings_withdrawals_plan").on(t.agencyId, t.planId),
    uniqueIndex("savings_withdrawals_journal").on(t.agencyId, t.journalId),
    foreignKey({
      name: "savings_withdrawals_plan",
      columns: [t.agencyId, t.planId],
      foreignColumns: [savingsPlans.agencyId, savingsPlans.id],
    }),
    foreignKey({
      name: "savings_withdrawals_journal",
      columns: [t.agencyId, t.journalId],
      foreignColumns: [journals.agencyId, journals.id],
    }),
  ],
);

/** What the bank said the savers' accounts hold together, as somebody typed it in. */
export const savingsBankBalances = pgTable(
  "savings_bank_balances",
  {
    id: id(),
    agencyId: agencyId(),
    currency: text("currency").notNull(),
    amount: minor("amount").notNull(),
    countedOn: date("counted_on").notNull(),
    enteredBy: uuid("entered_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("savings_bank_balances_newest").on(
      t.agencyId,
      t.currency,
      t.countedOn.desc().nullsFirst(),
      t.createdAt.desc().nullsFirst(),
    ),
  ],
);

/** What stood on a plan after one journal, under a code that anybody may check. */
export const savingsStatements = pgTable(
  "savings_statements",
  {
    id: id(),
    agencyId: agencyId(),
    planId: uuid("plan_id").notNull(),
    journalId: uuid("journal_id").notNull(),
    code: text("code").notNull(),
    balance: minor("balance").notNull(),
    currency: text("currency").notNull(),
    /** How many journals had moved the plan's money by then. */
    movements: integer("movements").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("savings_statements_agency_id").on(t.agencyId, t.id),
    uniqueIndex("savings_statements_code").on(t.agencyId, t.code),
    index("savings_statements_newest").on(t.agencyId, t.planId, t.createdAt.desc().nullsFirst(), t.id),
    foreignKey({
      name: "savings_statements_plan",
      columns: [t.agencyId, t.planId],
      foreignColumns: [savingsPlans.agencyId, savingsPlans.id],
    }),
    foreignKey({
      name: "savings_statements_journal",
      columns: [t.agencyId, t.journalId],
      foreignColumns: [journals.agencyId, journals.id],
    }),
  ],
);
