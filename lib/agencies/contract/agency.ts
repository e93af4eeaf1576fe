import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { RegisterInput } from "@/lib/identity/contract";
import { ROLES } from "@/lib/kernel/actor";
import { Instant, TimeZone } from "@/lib/kernel/clock";
import { Amount, KnownCurrency, Money } from "@/lib/kernel/money";
import { pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";
import { isSlug } from "./slug";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10";

export const AgencyStatus = z.enum(["pending", "trial", "active", "rejected", "suspended", "expired"]);
export type AgencyStatus = z.output<typeof AgencyStatus>;

const Slug = z.string().min(3).refine(isSlug, { error: "slug_unusable" });
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe("ISO 3166-1 alpha-2.");
export const AgencyName = line(120);

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const Hours = z.strictObject({ from: z.string().regex(CLOCK), to: z.string().regex(CLOCK) });
export const CancellationTier = z.strictObject({
  daysBefore: z.number().int().min(0).max(365),
  keptPercent: z.number().int().min(0).max(100).describe("Of the price that the agency keeps."),
});
/** Two lines from one day on would leave open which of them counts. */
export const isTierOnce = (tiers: readonly z.output<typeof CancellationTier>[]) =>
  new Set(tiers.map(({ daysBefore }) => daysBefore)).size === tiers.length;
/** What an agency decides for itself. */
export const Policies = z.strictObject({
  languages: z.array(z.enum(locales)).min(1).max(locales.length).describe("Spoken with its pilgrims."),
  singleSession: z.boolean().describe("Pilgrims and leaders are signed in on one device at a time."),
  lateMinutes: z.number().int().min(1).max(120).describe("After which somebody counts as late."),
  quietHours: Hours.nullable().describe("Without messages that can wait, by the recipient's clock."),
  cancellationTiers: z.array(CancellationTier).max(10).refine(isTierOnce, { error: "tier_twice" }),
  secondPersonAbove: Money.extend({ amount: Amount.min(0) })
    .nullable()
    .describe("In the agency's currency: a proof above it is approved by two people. Null: one is always enough."),
});
export type Policies = z.output<typeof Policies>;

export const AgencyOwn = z.strictObject({
  licenceNumber: z.string().nullable(),
  trialEndsAt: Instant.nullable(),
  decisionReason: z.string().nullable().describe("What the platform said with its last decision."),
  policies: Policies,
});

export const Agency = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    country: z.string().describe("ISO 3166-1 alpha-2."),
    currency: z.string().describe("ISO 4217."),
    timeZone: z.string(),
    locale: z.string(),
    hotline: z.string().nullable(),
    status: AgencyStatus,
    logo: z.string().nullable().describe("Where its picture lies."),
    brandColour: z.string().nullable(),
    createdAt: Instant,
    own: AgencyOwn.nullable().describe("Only for its owners and admins."),
  })
  .meta({
    examples: [
      {
        id: ID,
        slug: "nurani",
        name: "Nurani Wisata",
        country: "ID",
        currency: "IDR",
        timeZone: "Asia/Jakarta",
        locale: "id",
        hotline: "+628111234567",
        status: "active",
        logo: null,
        brandColour: "#0b5c6b",
        createdAt: "2026-11-01T02:00:00.000Z",
        own: null,
      },
    ],
  });
export type Agency = z.output<typeof Agency>;

/** What a user may do in one agency. */
export const Membership = z
  .strictObject({
    agency: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
    status: AgencyStatus,
    roles: z.array(z.enum(ROLES)),
    branchId: z.uuid().nullable(),
    grants: z.array(z.string()),
  })
  .meta({
    examples: [
      {
        agency: { id: ID, slug: "nurani", name: "Nurani Wisata" },
        status: "active",
        roles: ["pilgrim"],
        branchId: null,
        grants: [],
      },
    ],
  });
export type Membership = z.output<typeof Membership>;

export const MembershipPage = pageOf(Membership);

/** Opens an agency with its first owner. Only the house itself may: the demo and tests use it. */
export const FoundAgency = z.strictObject({
  slug: Slug,
  name: AgencyName,
  country: Country,
  currency: KnownCurrency,
  timeZone: TimeZone,
  locale: z.enum(locales),
  hotline: z.string().max(20).nullable().default(null),
  licenceNumber: z.string().max(60).nullable().default(null),
  ownerId: z.uuid(),
});

const OwnerLogin = RegisterInput.pick({ name: true, phone: true, password: true }).extend({
  email: RegisterInput.shape.email.unwrap().describe("Where the decision is sent."),
});
/** An agency that asks to be let in. Who is signed in becomes its owner; anybody else says who they are. */
export const RegisterAgency = z
  .strictObject({
    name: AgencyName,
    slug: Slug.describe("Its name in addresses."),
    country: Country,
    licenceNumber: line(60),
    currency: KnownCurrency.optional().describe("Of its country unless told."),
    timeZone: TimeZone.optional(),
    locale: z.enum(locales).optional(),
    owner: OwnerLogin.optional(),
  })
  .meta({
    examples: [
      {
        name: "Barakah Safar",
        slug: "barakahsafar",
        country: "ID",
        licenceNumber: "U-688/2023",
        owner: { name: "Iwan Firdaus", email: "iwan@barakahsafar.id", password: "a long walk to Makkah" },
      },
    ],
  });
export type RegisterAgency = z.output<typeof RegisterAgency>;

/** What a new agency hears: it waits for the platform to look at it. */
export const RegisteredAgency = z
  .strictObject({ id: z.uuid(), slug: z.string(), name: z.string(), status: AgencyStatus, appliedAt: Instant })
  .meta({
    examples: [
      { id: ID, slug: "barakahsafar", name: "Barakah Safar", status: "pending", appliedAt: "2026-11-21T05:18:00.000Z" },
    ],
  });
export type RegisteredAgency = z.output<typeof RegisteredAgency>;
