import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal, secret } from "../columns";
import { branches, memberships } from "./agencies";
import { claims } from "./inventory";
import { departures, type TierRow } from "./packages";

/** What was agreed when it was booked: later changes of the package do not reach it (R9). */
export type PolicyRow = { depositAmount: number; settlementDays: number; cancellationTiers: TierRow[] };
/** How a refund was worked out, kept as it was on that day. */
export type CancellationRow = {
  daysBefore: number;
  keptPercent: number;
  price: number;
  kept: number;
  byAgency: boolean;
  at: string;
};

/** One payer and one to many pilgrims on a departure. */
export const bookings = pgTable(
  "bookings",
  {
    id: id(),
    agencyId: agencyId(),
    departureId: uuid("departure_id").notNull(),
    branchId: uuid("branch_id"),
    code: text("code").notNull(),
    status: text("status", {
      enum: ["draft", "pending_payment", "partially_paid", "paid", "completed", "expired", "cancelled"],
    }).notNull(),
    payerUserId: uuid("payer_user_id"),
    payerName: personal("payer_name", (n) => text(n)).notNull(),
    payerPhone: personal("payer_phone", (n) => text(n)),
    payerEmail: personal("payer_email", (n) => text(n)),
    currency: text("currency").notNull(),
    /** The sum of the lines and what came in so far, minor units. */
    owed: bigint("owed", { mode: "number" }).notNull(),
    paid: bigint("paid", { mode: "number" }).notNull().default(0),
    policy: jsonb("policy").$type<PolicyRow>().notNull(),
    /** When the seats go back unless something is paid. */
    holdEndsAt: at("hold_ends_at"),
    extendedAt: at("extended_at"),
    /** Money came in after the seats were gone: a seat or a refund, decided by a person (R6). */
    needsDecision: boolean("needs_decision").notNull().default(false),
    /** Somebody of it lacks a passport, visa or vaccine that was accepted; kept by whatever changes either. */
    lacksPapers: boolean("lacks_papers").notNull().default(true),
    cancelledAt: at("cancelled_at"),
    cancelReason: text("cancel_reason"),
    pilgrimCount: integer("pilgrim_count").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("bookings_agency_id").on(t.agencyId, t.id),
    unique("bookings_code").on(t.agencyId, t.code),
    foreignKey({
      name: "bookings_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "bookings_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({
      name: "bookings_payer",
      columns: [t.agencyId, t.payerUserId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    check("bookings_amounts", sql`${t.owed} >= 0 and ${t.paid} >= 0`),
    index("bookings_latest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("bookings_status").on(t.agencyId, t.status, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("bookings_departure_status").on(t.agencyId, t.departureId, t.status),
    index("bookings_of_departure").on(t.agencyId, t.departureId, t.id),
    index("bookings_papers")
      .on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`lacks_papers and status in ('pending_payment', 'partially_paid', 'paid')`),
    index("bookings_payer_of").on(t.agencyId, t.payerUserId),
    index("bookings_payer_name").on(t.agencyId, t.payerName, t.id),
    index("bookings_decisions").on(t.agencyId).where(sql`needs_decision`),
  ],
);

/** Somebody who travels: name as in the passport, papers sealed, a seat unless an infant. */
export const bookingPilgrims = pgTable(
  "booking_pilgrims",
  {
    id: id(),
    agencyId: agencyId(),
    bookingId: uuid("booking_id").notNull(),
    departureId: uuid("departure_id").notNull(),
    userId: uuid("user_id"),
    claimId: uuid("claim_id"),
    position: integer("position").notNull(),
    state: text("state", { enum: ["active", "cancelled", "substituted"] }).notNull(),
    passengerType: text("passenger_type", { enum: ["adult", "child", "infant"] }).notNull(),
    roomType: text("room_type", { enum: ["quad", "triple", "double", "single"] }).notNull(),
    passportName: personal("passport_name", (n) => text(n)),
    passportNumber: secret("passport_number"),
    passportExpiresOn: personal("passport_expires_on", (n) => date(n, { mode: "string" })),
    nationalId: secret("national_id"),
    birthDate: personal("birth_date", (n) => date(n, { mode: "string" })),
    gender: personal("gender", (n) => text(n, { enum: ["female", "male"] })),
    nationality: personal("nationality", (n) => text(n)),
    phone: personal("phone", (n) => text(n)),
    emergencyName: personal("emergency_name", (n) => text(n)),
    emergencyPhone: personal("emergency_phone", (n) => text(n)),
    healthNotes: personal("health_notes", (n) => text(n)),
    roomWish: personal("room_wish", (n) => text(n)),
    guardianId: uuid("guardian_id"),
    relation: text("relation"),
    cancellation: jsonb("cancellation").$type<CancellationRow>(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("booking_pilgrims_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "booking_pilgrims_booking",
      columns: [t.agencyId, t.bookingId],
      foreignColumns: [bookings.agencyId, bookings.id],
    }),
    foreignKey({
      name: "booking_pilgrims_departure",
      columns: [t.agencyId, t.departureId],
      foreignColumns: [departures.agencyId, departures.id],
    }),
    foreignKey({
      name: "booking_pilgrims_claim",
      columns: [t.agencyId, t.claimId],
      foreignColumns: [claims.agencyId, claims.id],
    }),
    foreignKey({
      name: "booking_pilgrims_user",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    foreignKey({
      name: "booking_pilgrims_guardian",
      columns: [t.agencyId, t.guardianId],
      foreignColumns: [t.agencyId, t.id],
    }),
    index("booking_pilgrims_of").on(t.agencyId, t.bookingId, t.position),
    index("booking_pilgrims_departure_of").on(t.agencyId, t.departureId),
    index("booking_pilgrims_person").on(t.agencyId, t.userId).where(sql`user_id is not null`),
  ],
);

/** What a booking owes, line by line, never edited: a cancellation is a line of its own. */
export const bookingLines = pgTable(
  "booking_lines",
  {
    id: id(),
    agencyId: agencyId(),
    bookingId: uuid("booking_id").notNull(),
    pilgrimId: uuid("pilgrim_id").notNull(),
    kind: text("kind", { enum: ["fare", "cancelled", "kept"] }).notNull(),
    roomType: text("room_type").notNull(),
    passengerType: text("passenger_type").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("booking_lines_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "booking_lines_booking",
      columns: [t.agencyId, t.bookingId],
      foreignColumns: [bookings.agencyId, bookings.id],
    }),
    foreignKey({
      name: "booking_lines_pilgrim",
      columns: [t.agencyId, t.pilgrimId],
      foreignColumns: [bookingPilgrims.agencyId, bookingPilgrims.id],
    }),
    index("booking_lines_of").on(t.agencyId, t.bookingId, t.id),
  ],
);
