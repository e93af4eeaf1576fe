import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id } from "../columns";
import { branches } from "./agencies";
import { groups } from "./groups";
import { pools } from "./inventory";

export type HotelRow = { city: "makkah" | "madinah"; name: string; stars: number; distanceM: number; nights: number };
export type DayRow = { day: number; title: string; text: string | null };
export type PhotoRow = { id: string; width: number; height: number };
/** Minor units of the package's currency. */
export type PriceRow = {
  roomType: "quad" | "triple" | "double" | "single";
  passengerType: "adult" | "child" | "infant";
  amount: number;
};
export type TierRow = { daysBefore: number; keptPercent: number };
export type FlightRow = {
  number: string;
  from: string;
  to: string;
  departsAt: string;
  arrivesAt: string;
  departsZone: string;
  arrivesZone: string;
};

/** The trip as it is sold; what stands here is a template, departures and bookings keep their own prices. */
export const packages = pgTable(
  "packages",
  {
    id: id(),
    agencyId: agencyId(),
    branchId: uuid("branch_id"),
    category: text("category", {
      enum: ["umrah_regular", "umrah_plus", "ramadhan", "hajj_plus", "hajj_furoda"],
    }).notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    days: integer("days").notNull(),
    inclusions: jsonb("inclusions").$type<string[]>().notNull().default([]),
    exclusions: jsonb("exclusions").$type<string[]>().notNull().default([]),
    hotels: jsonb("hotels").$type<HotelRow[]>().notNull().default([]),
    airline: text("airline"),
    travelClass: text("travel_class", { enum: ["economy", "business"] })
      .notNull()
      .default("economy"),
    itinerary: jsonb("itinerary").$type<DayRow[]>().notNull().default([]),
    photos: jsonb("photos").$type<PhotoRow[]>().notNull().default([]),
    currency: text("currency").notNull(),
    prices: jsonb("prices").$type<PriceRow[]>().notNull().default([]),
    /** What holds one pilgrim's seat, in minor units. */
    depositAmount: bigint("deposit_amount", { mode: "number" }).notNull(),
    /** By so many days before the departure everything is paid. */
    settlementDays: integer("settlement_days").notNull(),
    cancellationTiers: jsonb("cancellation_tiers").$type<TierRow[]>().notNull().default([]),
    publishedAt: at("published_at"),
    archivedAt: at("archived_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("packages_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "packages_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    check("packages_amounts", sql`${t.depositAmount} >= 0 and ${t.settlementDays} >= 0 and ${t.days} > 0`),
    index("packages_name").on(t.agencyId, t.name, t.id).where(sql`archived_at is null`),
  ],
);

/** One dated run of a package. Its seats are a pool; "full" is what the pool says, so that it is never out of date. */
export const departures = pgTable(
  "departures",
  {
    id: id(),
    agencyId: agencyId(),
    packageId: uuid("package_id").notNull(),
    branchId: uuid("branch_id"),
    groupId: uuid("group_id"),
    status: text("status", { enum: ["draft", "open", "closed", "departed", "completed", "cancelled"] }).notNull(),
    city: text("city").notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
    flights: jsonb("flights").$type<FlightRow[]>().notNull().default([]),
    poolId: uuid("pool_id").notNull(),
    currency: text("currency").notNull(),
    prices: jsonb("prices").$type<PriceRow[]>().notNull().default([]),
    /** The least an adult pays, for lists; null without prices. */
    priceFrom: bigint("price_from", { mode: "number" }),
    /** Counts changes, so that what was written on an old page does not undo newer work. */
    version: integer("version").notNull().default(1),
    /** From then on those who pay change nothing of who travels any more. */
    manifestFrozenAt: at("manifest_frozen_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("departures_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "departures_package",
      columns: [t.agencyId, t.packageId],
      foreignColumns: [packages.agencyId, packages.id],
    }),
    foreignKey({
      name: "departures_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
    foreignKey({
      name: "departures_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    foreignKey({
      name: "departures_pool",
      columns: [t.agencyId, t.poolId],
      foreignColumns: [pools.agencyId, pools.id],
    }),
    check("departures_window", sql`${t.endsAt} > ${t.startsAt}`),
    index("departures_starts").on(t.agencyId, t.startsAt, t.id),
    index("departures_package_starts").on(t.agencyId, t.packageId, t.startsAt, t.id),
    index("departures_group_of").on(t.agencyId, t.groupId),
  ],
);
