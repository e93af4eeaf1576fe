import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
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
import { branches, memberships } from "./agencies";
import { claims, pools } from "./inventory";

/** People who travel together under a leader, within a trip window. */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    agencyId: agencyId(),
    branchId: uuid("branch_id"),
    /** The number on the bus sign; it settles the band's colour and motif (DESIGN 2). */
    number: integer("number").notNull(),
    name: text("name").notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
    meetingLat: doublePrecision("meeting_lat"),
    meetingLng: doublePrecision("meeting_lng"),
    meetingLabel: text("meeting_label"),
    poolId: uuid("pool_id").notNull(),
    joinCode: text("join_code").notNull(),
    joinCodeExpiresAt: at("join_code_expires_at"),
    needsApproval: boolean("needs_approval").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique("groups_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "groups_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({ name: "groups_pool", columns: [t.agencyId, t.poolId], foreignColumns: [pools.agencyId, pools.id] }),
    check("groups_window", sql`${t.endsAt} > ${t.startsAt}`),
    // Nulls first, or the planner can't read it in the order of `order by … desc`.
    index("groups_starts").on(t.agencyId, t.startsAt.desc().nullsFirst(), t.id),
    index("groups_starts_first").on(t.agencyId, t.startsAt, t.id),
    index("groups_number").on(t.agencyId, t.number, t.id),
    index("groups_name").on(t.agencyId, t.name, t.id),
  ],
);

/** One person's time in a group; leaving keeps the row, and a person is in a group at most once at a time. */
export const groupMembers = pgTable(
  "group_members",
  {
    id: id(),
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    userId: uuid("user_id").notNull(),
    role: text("role", { enum: ["leader", "helper", "pilgrim"] }).notNull(),
    /** Bus, room-mates: a label within the group. */
    subGroup: text("sub_group"),
    claimId: uuid("claim_id"),
    sharing: text("sharing", { enum: ["on", "paused", "off"] })
      .notNull()
      .default("off"),
    /** Since when this person shares here; kept through a pause, gone with "off". */
    consentedAt: at("consented_at"),
    /** The consent's last moment: the trip's end as it was told when it was given. Null: whatever the end is. */
    consentUntil: at("consent_until"),
    /** What was fixed before is nobody's to see: moments before the consent, never before an earlier one was taken back. */
    showsFrom: at("shows_from"),
    /** Since when this person pauses. */
    pausedAt: at("paused_at"),
    /** Finished pauses of this consent, oldest first: what was fixed inside of them is nobody's to see. */
    pauses: jsonb("pauses").$type<readonly (readonly [from: string, to: string])[]>().notNull().default([]),
    joinedAt: at("joined_at").notNull(),
    leftAt: at("left_at"),
  },
  (t) => [
    unique("group_members_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "group_members_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    foreignKey({
      name: "group_members_membership",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    foreignKey({
      name: "group_members_claim",
      columns: [t.agencyId, t.claimId],
      foreignColumns: [claims.agencyId, claims.id],
    }),
    uniqueIndex("group_members_once").on(t.agencyId, t.groupId, t.userId).where(sql`left_at is null`),
    index("group_members_user").on(t.agencyId, t.userId),
  ],
);

/** A wish to join a group that asks for approval. */
export const joinRequests = pgTable(
  "join_requests",
  {
    id: id(),
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    userId: uuid("user_id").notNull(),
    state: text("state", { enum: ["waiting", "approved", "rejected", "withdrawn"] }).notNull(),
    createdAt: createdAt(),
    decidedAt: at("decided_at"),
    decidedBy: text("decided_by"),
  },
  (t) => [
    unique("join_requests_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "join_requests_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    uniqueIndex("join_requests_waiting").on(t.agencyId, t.groupId, t.userId).where(sql`state = 'waiting'`),
  ],
);
