import { foreignKey, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, id, personal } from "../columns";
import { memberships } from "./agencies";
import { bookingPilgrims } from "./bookings";
import { departures } from "./packages";

export type ItemRuleRow = { item: string; daysBefore: number | null; blocks: boolean };

/** By when each item is to be done and whether the manifest waits for it: of the agency, or of one departure. */
export const readinessRules = pgTable(
  "readiness_rules",
  {
    id: id(),
    agencyId: agencyId(),
    /** Null: of every departure without its own. */
    departureId: uuid("departure_id"),
    items: jsonb("items").$type<ItemRuleRow[]>().notNull(),
    /** Why a departure is not as the others. */
    ruleReason: text("rule_reason"),
    changedBy: uuid("changed_by"),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [
    unique("readiness_rules_agency_id").on(t.agencyId, t.id),
    unique("readiness_rules_once").on(t.agencyId, t.departureId).nullsNotDistinct(),
    foreignKey({
      name: "readiness_rules_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "readiness_rules_by",
      columns: [t.agencyId, t.changedBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);

/** Who goes without an item, and why somebody let them. */
export const travelWaivers = pgTable(
  "travel_waivers",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    pilgrimId: uuid("pilgrim_id").notNull(),
    item: text("item", {
      enum: ["documents", "payment", "visa", "vaccine", "kit", "manasik", "room", "seat"],
    }).notNull(),
    waiveReason: personal("waive_reason", (n) => text(n)).notNull(),
    waivedBy: uuid("waived_by"),
    waivedAt: at("waived_at").notNull(),
  },
  (t) => [
    unique("travel_waivers_agency_id").on(t.agencyId, t.id),
    unique("travel_waivers_once").on(t.agencyId, t.departureId, t.pilgrimId, t.item),
    foreignKey({
      name: "travel_waivers_of",
      columns: [t.agencyId, t.pilgrimId],
      foreignColumns: [bookingPilgrims.agencyId, bookingPilgrims.id],
    }),
    foreignKey({
      name: "travel_waivers_by",
      columns: [t.agencyId, t.waivedBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);
