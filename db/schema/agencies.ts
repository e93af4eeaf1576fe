import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, citext, createdAt, id, personal } from "../columns";
import { users } from "./identity";

export type AgencySettings = { singleSession: boolean };

export const agencies = pgTable("agencies", {
  id: id(),
  slug: citext("slug").notNull().unique(),
  name: text("name").notNull(),
  country: text("country").notNull(),
  currency: text("currency").notNull(),
  timeZone: text("time_zone").notNull(),
  locale: text("locale").notNull(),
  hotline: text("hotline"),
  status: text("status", {
    enum: ["pending", "trial", "active", "rejected", "suspended", "expired"],
  }).notNull(),
  settings: jsonb("settings").$type<AgencySettings>().notNull().default({ singleSession: true }),
  createdAt: createdAt(),
});

/** An office or pick-up city with its own time zone. */
export const branches = pgTable(
  "branches",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    name: text("name").notNull(),
    city: text("city").notNull(),
    timeZone: text("time_zone").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("branches_agency_id").on(t.agencyId, t.id)],
);

/** What a user may do in one agency, and how that agency knows the person. */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    personName: personal("person_name", (n) => text(n)).notNull(),
    phone: personal("phone", (n) => text(n)),
    roles: text("roles").array().notNull(),
    branchId: uuid("branch_id"),
    grants: text("grants").array().notNull().default(sql`'{}'`),
    disabledAt: at("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("memberships_agency_id").on(t.agencyId, t.id),
    unique("memberships_once").on(t.agencyId, t.userId),
    index("memberships_user").on(t.userId),
    foreignKey({
      name: "memberships_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
  ],
);

/** Finds the agency of a code, token or key before anybody is inside one. */
export const directory = pgTable(
  "directory",
  {
    kind: text("kind", { enum: ["join_code", "tracker"] }).notNull(),
    /** The code itself, or the hash of a token. */
    key: text("key").notNull(),
    agencyId: agencyId().references(() => agencies.id),
    /** What it opens: a group, a tracker. */
    subjectId: uuid("subject_id").notNull(),
    expiresAt: at("expires_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] }), index("directory_subject").on(t.agencyId, t.subjectId)],
);
