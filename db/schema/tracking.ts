import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, secret } from "../columns";
import { memberships } from "./agencies";
import { groups } from "./groups";

/** One GPS fix. Partitioned by day in the migration; one fix per person and instant, which is what deduplicates. */
export const positions = pgTable(
  "positions",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    at: at("at").notNull(),
    id: uuid("id").notNull(),
    lat: doublePrecision("lat").notNull(),
    lng: doublePrecision("lng").notNull(),
    /** Metres. */
    accuracy: real("accuracy"),
    /** Metres per second. */
    speed: real("speed"),
    /** Degrees clockwise from north. */
    heading: real("heading"),
    /** A fraction of 1. */
    battery: real("battery"),
    source: text("source", { enum: ["app", "owntracks", "osmand"] }).notNull(),
    receivedAt: at("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.userId, t.at] })],
);

/** The newest battery reading of a fix that was refused: it counts even when the position does not. */
export const batteryReadings = pgTable(
  "battery_readings",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    battery: real("battery").notNull(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.userId] })],
);

/** What is left of a person's hour after its fixes are gone. */
export const positionHours = pgTable(
  "position_hours",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    hour: at("hour").notNull(),
    fixes: integer("fixes").notNull(),
    minLat: doublePrecision("min_lat").notNull(),
    maxLat: doublePrecision("max_lat").notNull(),
    minLng: doublePrecision("min_lng").notNull(),
    maxLng: doublePrecision("max_lng").notNull(),
    firstAt: at("first_at").notNull(),
    lastAt: at("last_at").notNull(),
    metres: real("metres").notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.userId, t.hour] })],
);

/** Who looked at whose position, and when: the pilgrim may read it. */
export const positionLooks = pgTable(
  "position_looks",
  {
    id: id(),
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    /** Empty: the whole group's map. */
    subjectId: uuid("subject_id"),
    viewerId: uuid("viewer_id").notNull(),
    /** Looks by one viewer within one hour are one row. */
    hour: at("hour").notNull(),
    what: text("what", { enum: ["map", "history", "export"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("position_looks_once").on(t.agencyId, t.groupId, t.subjectId, t.viewerId, t.hour, t.what).nullsNotDistinct(),
    foreignKey({
      name: "position_looks_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    index("position_looks_subject").on(t.agencyId, t.groupId, t.subjectId),
  ],
);

/** A companion tracker (OwnTracks, Traccar Client) of one member, known by the hash of its token. */
export const trackers = pgTable(
  "trackers",
  {
    id: id(),
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    kind: text("kind", { enum: ["owntracks", "osmand"] }).notNull(),
    name: text("name").notNull(),
    tokenHash: secret("token_hash").notNull(),
    createdAt: createdAt(),
    lastSeenAt: at("last_seen_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    unique("trackers_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "trackers_membership",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    index("trackers_user").on(t.agencyId, t.userId),
  ],
);

/** A base map an operator imported (GeoJSON), drawn where no tile server is configured. */
export const mapPacks = pgTable(
  "map_packs",
  {
    id: id(),
    agencyId: agencyId(),
    name: text("name").notNull(),
    credit: text("credit").notNull(),
    content: jsonb("content").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("map_packs_agency_id").on(t.agencyId, t.id)],
);
