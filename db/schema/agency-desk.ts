import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { agencies, memberships } from "./agencies";
import { users } from "./identity";

/** Where pilgrims' money may be sent. */
export const bankAccounts = pgTable(
  "bank_accounts",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    bankName: text("bank_name").notNull(),
    accountHolder: text("account_holder").notNull(),
    accountNumber: personal("account_number", (n) => text(n)).notNull(),
    currency: text("currency").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("bank_accounts_agency_id").on(t.agencyId, t.id),
    unique("bank_accounts_once").on(t.agencyId, t.bankName, t.accountNumber),
  ],
);

/** Staff ask for a grant; somebody above decides. */
export const permissionRequests = pgTable(
  "permission_requests",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    userId: uuid("user_id").notNull(),
    permission: text("permission").notNull(),
    reason: text("reason").notNull(),
    grantsBefore: text("grants_before").array().notNull(),
    grantsAfter: text("grants_after").array().notNull(),
    status: text("status", { enum: ["open", "approved", "denied", "taken_back"] }).notNull(),
    note: text("note"),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("permission_requests_agency_id").on(t.agencyId, t.id),
    uniqueIndex("permission_requests_open").on(t.agencyId, t.userId, t.permission).where(sql`${t.status} = 'open'`),
    index("permission_requests_list").on(t.agencyId, t.status, t.createdAt.desc().nullsFirst(), t.id),
    foreignKey({
      name: "permission_requests_asker",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);

/** A super admin who looks into an agency for an hour, and why. */
export const agencyAccess = pgTable(
  "agency_access",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    unique("agency_access_agency_id").on(t.agencyId, t.id),
    index("agency_access_list").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id),
    index("agency_access_user").on(t.userId, t.expiresAt),
  ],
);
