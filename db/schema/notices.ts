import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, personal } from "../columns";
import { users } from "./identity";

/** An agency's row, or the platform's own when empty. */
const owner = () => uuid("agency_id");

export const DELIVERY_STATUSES = ["queued", "kept", "sent", "delivered", "read", "failed"] as const;

/** Mail and other messages that were sent, or would have been: staff can read what a development machine "sent".
 * A trigger lets their status move forward only. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    agencyId: owner(),
    channel: text("channel").notNull(),
    /** Whom it is for, so that it can be forgotten with them. */
    userId: uuid("user_id"),
    recipient: personal("recipient", (n) => text(n)).notNull(),
    subject: text("subject").notNull(),
    /** Empty when it carried a code or a link and really left the house. */
    body: personal("body", (n) => text(n)).notNull(),
    locale: text("locale").notNull(),
    status: text("status", { enum: DELIVERY_STATUSES }).notNull(),
    /** Why it failed, in the words of whoever refused it. */
    reason: text("reason"),
    /** Its name at the gateway. */
    providerId: text("provider_id"),
    attempts: integer("attempts").notNull().default(0),
    dedupeKey: text("dedupe_key").notNull(),
    carriesSecret: boolean("carries_secret").notNull().default(false),
    createdAt: createdAt(),
    sentAt: at("sent_at"),
  },
  (t) => [
    unique("deliveries_once").on(t.agencyId, t.dedupeKey).nullsNotDistinct(),
    check("deliveries_status", sql`${t.status} in ('queued', 'kept', 'sent', 'delivered', 'read', 'failed')`),
    index("deliveries_latest").on(t.agencyId, t.id.desc().nullsFirst()),
    index("deliveries_user").on(t.userId),
  ],
);

/** What somebody is told in the app. Only names of things: the words are made when it is read, in the reader's language. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    agencyId: owner(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    createdAt: createdAt(),
    readAt: at("read_at"),
  },
  (t) => [
    unique("notifications_once").on(t.agencyId, t.userId, t.dedupeKey).nullsNotDistinct(),
    index("notifications_latest").on(t.userId, t.agencyId, t.id.desc().nullsFirst()),
    index("notifications_asked").on(t.agencyId, t.kind).where(sql`read_at is null`),
    index("notifications_unread").on(t.userId, t.agencyId).where(sql`read_at is null`),
  ],
);

/** How each part of the installation answered when it was last tried. Belongs to no agency. */
export const probes = pgTable("probes", {
  part: text("part").primaryKey(),
  /** In a row; 0 while it answers. */
  failures: integer("failures").notNull(),
  failingSince: at("failing_since"),
  checkedAt: at("checked_at").notNull(),
});
