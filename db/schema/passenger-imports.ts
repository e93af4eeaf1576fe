import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, secret } from "../columns";
import { memberships } from "./agencies";
import { departures } from "./packages";

/** A problem of one row: which column, and what it is; never what stands there. */
export type RowProblem = { row: number; field: string; problem: string };
export type ImportChoices = { roomType: string; holdDays: number };

/** A file of passengers on its way into bookings: looked through, then taken in part by part. */
export const passengerImports = pgTable(
  "passenger_imports",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    status: text("status", { enum: ["checked", "running", "done", "stopped", "failed"] }).notNull(),
    columns: jsonb("columns").$type<string[]>().notNull(),
    /** Which of our fields each column is; null: none. */
    mapping: jsonb("mapping").$type<(string | null)[]>().notNull(),
    choices: jsonb("choices").$type<ImportChoices>().notNull(),
    /** The table as it came, under seal; gone once it is cut into parts. */
    sealedRows: secret("sealed_rows"),
    rowCount: integer("row_count").notNull(),
    fine: integer("fine").notNull(),
    seatsNeeded: integer("seats_needed").notNull(),
    done: integer("done").notNull(),
    refused: integer("refused").notNull(),
    bookings: integer("bookings").notNull(),
    problems: jsonb("problems").$type<RowProblem[]>().notNull(),
    madeBy: uuid("made_by"),
    movedAt: at("moved_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("passenger_imports_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "passenger_imports_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "passenger_imports_by",
      columns: [t.agencyId, t.madeBy],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    index("passenger_imports_latest").on(t.agencyId, t.departureId, t.id.desc().nullsFirst()),
    index("passenger_imports_status").on(t.agencyId, t.status, t.movedAt),
  ],
);

/** Families that are booked in one commit, under seal until then: done together with their bookings, or not at all. */
export const passengerImportParts = pgTable(
  "passenger_import_parts",
  {
    id: id(),
    agencyId: agencyId(),
    importId: uuid("import_id").notNull(),
    position: integer("position").notNull(),
    sealedRows: secret("sealed_rows"),
    doneAt: at("done_at"),
  },
  (t) => [
    unique("passenger_import_parts_agency_id").on(t.agencyId, t.id),
    unique("passenger_import_parts_position").on(t.agencyId, t.importId, t.position),
    foreignKey({
      name: "passenger_import_parts_of",
      columns: [t.agencyId, t.importId],
      foreignColumns: [passengerImports.agencyId, passengerImports.id],
    }),
  ],
);
