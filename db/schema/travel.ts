import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal, secret } from "../columns";
import { memberships } from "./agencies";
import { bookingPilgrims } from "./bookings";
import { departures } from "./packages";

const LEGS = ["makkah", "madinah", "bus"] as const;
const leg = () => text("leg", { enum: LEGS }).notNull();

/** A hotel room in one of the two cities or a bus of a departure: something with numbered places. */
export const travelUnits = pgTable(
  "travel_units",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    leg: leg(),
    /** What stands on the door or in the window: "1208", "4". */
    name: text("name").notNull(),
    roomType: text("room_type", { enum: ["quad", "triple", "double", "single"] }),
    /** Who may sleep there; "any" is for families, and for whoever comes first. */
    sex: text("sex", { enum: ["any", "female", "male"] }).notNull(),
    places: integer("places").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("travel_units_agency_id").on(t.agencyId, t.id),
    // What a place repeats of its unit, so that the database itself knows which places there are.
    unique("travel_units_places").on(t.agencyId, t.id, t.departureId, t.leg, t.places),
    unique("travel_units_name").on(t.agencyId, t.departureId, t.leg, t.name),
    foreignKey({
      name: "travel_units_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    check("travel_units_size", sql`${t.places} between 1 and 100`),
  ],
);

/** One bed or seat, given to one pilgrim: neither of them twice on the same leg. */
export const travelPlaces = pgTable(
  "travel_places",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    leg: leg(),
    unitId: uuid("unit_id").notNull(),
    unitPlaces: integer("unit_places").notNull(),
    number: integer("number").notNull(),
    pilgrimId: uuid("pilgrim_id").notNull(),
    /** Why somebody put them here by hand; null: as it was suggested. */
    moveReason: personal("move_reason", (n) => text(n)),
    createdAt: createdAt(),
  },
  (t) => [
    unique("travel_places_agency_id").on(t.agencyId, t.id),
    unique("travel_places_once").on(t.agencyId, t.unitId, t.number),
    unique("travel_places_pilgrim").on(t.agencyId, t.departureId, t.leg, t.pilgrimId),
    foreignKey({
      name: "travel_places_unit",
      columns: [t.agencyId, t.unitId, t.departureId, t.leg, t.unitPlaces],
      foreignColumns: [
        travelUnits.agencyId,
        travelUnits.id,
        travelUnits.departureId,
        travelUnits.leg,
        travelUnits.places,
      ],
    }).onUpdate("cascade"),
    foreignKey({
      name: "travel_places_of",
      columns: [t.agencyId, t.pilgrimId],
      foreignColumns: [bookingPilgrims.agencyId, bookingPilgrims.id],
    }),
    check("travel_places_number", sql`${t.number} between 1 and ${t.unitPlaces}`),
    index("travel_places_of_pilgrim").on(t.agencyId, t.pilgrimId),
  ],
);

export type Spot = { unitId: string; number: number; reason: string | null };
export type MoveRow = { pilgrimId: string; before: Spot | null; after: Spot | null };

/** What was moved at once, by whom and why: the record of overrides, and what can be undone. */
export const travelMoves = pgTable(
  "travel_moves",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    leg: leg(),
    kind: text("kind", { enum: ["suggested", "by_hand", "freed"] }).notNull(),
    moveReason: personal("move_reason", (n) => text(n)),
    moves: jsonb("moves").$type<MoveRow[]>().notNull(),
    madeBy: uuid("made_by"),
    madeAt: at("made_at").notNull(),
    undoneAt: at("undone_at"),
  },
  (t) => [
    unique("travel_moves_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "travel_moves_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "travel_moves_by",
      columns: [t.agencyId, t.madeBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    index("travel_moves_latest").on(t.agencyId, t.departureId, t.leg, t.id.desc().nullsFirst()),
  ],
);

/** What was handed out or heard before the trip. */
export const travelMarks = pgTable(
  "travel_marks",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    pilgrimId: uuid("pilgrim_id").notNull(),
    item: text("item", { enum: ["kit", "manasik"] }).notNull(),
    markedBy: uuid("marked_by"),
    markedAt: at("marked_at").notNull(),
  },
  (t) => [
    unique("travel_marks_agency_id").on(t.agencyId, t.id),
    unique("travel_marks_once").on(t.agencyId, t.departureId, t.pilgrimId, t.item),
    foreignKey({
      name: "travel_marks_of",
      columns: [t.agencyId, t.pilgrimId],
      foreignColumns: [bookingPilgrims.agencyId, bookingPilgrims.id],
    }),
    foreignKey({
      name: "travel_marks_by",
      columns: [t.agencyId, t.markedBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);

/** The list of who flies as it stood when it was frozen; numbers of passports under seal. */
export const manifests = pgTable(
  "manifests",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    version: integer("version").notNull(),
    /** What a print can be held against. */
    code: text("code").notNull(),
    people: integer("people").notNull(),
    sealedRows: secret("sealed_rows").notNull(),
    frozenBy: uuid("frozen_by"),
    frozenByName: personal("frozen_by_name", (n) => text(n)),
    frozenAt: at("frozen_at").notNull(),
  },
  (t) => [
    unique("manifests_agency_id").on(t.agencyId, t.id),
    unique("manifests_version").on(t.agencyId, t.departureId, t.version),
    unique("manifests_code").on(t.agencyId, t.code),
    foreignKey({
      name: "manifests_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "manifests_frozen_by",
      columns: [t.agencyId, t.frozenBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
  ],
);
