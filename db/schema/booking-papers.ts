import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { branches, memberships } from "./agencies";
import { bookingPilgrims } from "./bookings";
import { claims } from "./inventory";
import { departures } from "./packages";

/** A paper a pilgrim needs, whether it was seen, and until when it is good. */
export const pilgrimDocuments = pgTable(
  "pilgrim_documents",
  {
    id: id(),
    agencyId: agencyId(),
    pilgrimId: uuid("pilgrim_id").notNull(),
    kind: text("kind", {
      enum: [
        "passport",
        "photo",
        "national_id",
        "family_card",
        "birth_certificate",
        "visa",
        "vaccine",
        "health_letter",
      ],
    }).notNull(),
    status: text("status", { enum: ["missing", "received", "accepted", "rejected"] }).notNull(),
    expiresOn: personal("expires_on", (n) => date(n, { mode: "string" })),
    note: personal("note", (n) => text(n)),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [
    unique("pilgrim_documents_agency_id").on(t.agencyId, t.id),
    unique("pilgrim_documents_kind").on(t.agencyId, t.pilgrimId, t.kind),
    foreignKey({
      name: "pilgrim_documents_pilgrim",
      columns: [t.agencyId, t.pilgrimId],
      foreignColumns: [bookingPilgrims.agencyId, bookingPilgrims.id],
    }),
  ],
);

/** Who waits for seats on a full departure; an offer holds its seats by a claim. */
export const waitlistEntries = pgTable(
  "waitlist_entries",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    /** Whose customer waits, where a branch put them there. */
    branchId: uuid("branch_id"),
    userId: uuid("user_id"),
    personName: personal("person_name", (n) => text(n)).notNull(),
    phone: personal("phone", (n) => text(n)),
    seats: integer("seats").notNull(),
    status: text("status", { enum: ["waiting", "offered", "taken", "lapsed", "left"] }).notNull(),
    claimId: uuid("claim_id"),
    offerEndsAt: at("offer_ends_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("waitlist_entries_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "waitlist_entries_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "waitlist_entries_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({
      name: "waitlist_entries_user",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    foreignKey({
      name: "waitlist_entries_claim",
      columns: [t.agencyId, t.claimId],
      foreignColumns: [claims.agencyId, claims.id],
    }),
    check("waitlist_entries_seats", sql`${t.seats} > 0`),
    index("waitlist_entries_turn").on(t.agencyId, t.departureId, t.status, t.id),
    index("waitlist_entries_longest").on(t.agencyId, t.id).where(sql`status in ('waiting', 'offered')`),
  ],
);
