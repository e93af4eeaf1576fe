import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, citext, createdAt, id, personal } from "../columns";
import { users } from "./identity";

/** What an agency decides for itself. What it never set is absent and takes the house's default. */
export type AgencySettings = {
  singleSession: boolean;
  languages?: string[];
  lateMinutes?: number;
  quietHours?: { from: string; to: string } | null;
  cancellationTiers?: { daysBefore: number; keptPercent: number }[];
  /** Minor units: above it a proof is approved by two people. */
  secondPersonAbove?: number | null;
  brandColour?: string | null;
  /** Key of the picture among the files. */
  logo?: string | null;
};

export const agencies = pgTable(
  "agencies",
  {
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
    licenceNumber: text("licence_number"),
    /** When it asked to be let in, the last time. */
    appliedAt: at("applied_at"),
    decidedAt: at("decided_at"),
    /** The super admin who decided last, and what the owner was told with it. */
    decidedBy: uuid("decided_by").references(() => users.id),
    decisionReason: text("decision_reason"),
    /** Empty for agencies that are no longer, or never were, on trial. */
    trialEndsAt: at("trial_ends_at"),
    trialWarnedAt: at("trial_warned_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("agencies_status").on(t.status, t.createdAt.desc().nullsFirst(), t.id),
    index("agencies_trial").on(t.trialEndsAt).where(sql`${t.status} = 'trial'`),
  ],
);

export type BranchHours = ({ from: string; to: string } | null)[];

/** An office or pick-up city with its own time zone. */
export const branches = pgTable(
  "branches",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    name: text("name").notNull(),
    city: text("city").notNull(),
    timeZone: text("time_zone").notNull(),
    address: text("address"),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    /** Monday first; null on days that are closed. */
    hours: jsonb("hours").$type<BranchHours>(),
    managerId: uuid("manager_id"),
    createdAt: createdAt(),
  },
  // Branches and memberships name each other: without its type the one could not be known before the other.
  (t): PgTableExtraConfigValue[] => [
    unique("branches_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "branches_manager",
      columns: [t.agencyId, t.managerId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    check("branches_place", sql`(${t.lat} is null) = (${t.lng} is null)`),
  ],
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
    email: personal("email", (n) => citext(n)),
    /** Names the picture's file, as the login has it. */
    avatar: text("avatar"),
    roles: text("roles").array().notNull(),
    branchId: uuid("branch_id"),
    grants: text("grants").array().notNull().default(sql`'{}'`),
    disabledAt: at("disabled_at"),
    /** Left the agency; disabled too, so that nobody has to ask twice. */
    removedAt: at("removed_at"),
    /** The agency's own copy of personal data is gone. */
    erasedAt: at("erased_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("memberships_by_name").on(t.agencyId, sql`lower(person_name)`, t.id),
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
    kind: text("kind", { enum: ["join_code", "tracker", "statement", "gateway"] }).notNull(),
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
