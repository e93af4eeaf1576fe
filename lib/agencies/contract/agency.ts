import { z } from "zod";
import { ROLES } from "@/lib/kernel/actor";
import { Instant, TimeZone } from "@/lib/kernel/clock";
import { line } from "@/lib/kernel/text";
import { isSlug } from "./slug";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10";

export const AgencyStatus = z.enum(["pending", "trial", "active", "rejected", "suspended", "expired"]);

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
    createdAt: Instant,
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
        createdAt: "2026-11-01T02:00:00.000Z",
      },
    ],
  });
export type Agency = z.output<typeof Agency>;

/** What a user may do in one agency. */
export const Membership = z.strictObject({
  agency: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
  status: AgencyStatus,
  roles: z.array(z.enum(ROLES)),
  branchId: z.uuid().nullable(),
  grants: z.array(z.string()),
});
export type Membership = z.output<typeof Membership>;

export const MyAgencies = z.strictObject({ data: z.array(Membership) }).meta({
  examples: [
    {
      data: [
        {
          agency: { id: ID, slug: "nurani", name: "Nurani Wisata" },
          status: "active",
          roles: ["pilgrim"],
          branchId: null,
          grants: [],
        },
      ],
    },
  ],
});

/** Opens an agency with its first owner. Only the house itself may: the demo and tests use it. */
export const FoundAgency = z.strictObject({
  slug: z.string().min(3).refine(isSlug, { error: "slug_unusable" }),
  name: line(120),
  country: z.string().length(2),
  currency: z.string().length(3),
  timeZone: TimeZone,
  locale: z.enum(["en", "id", "ms", "ar", "ru", "kk"]),
  hotline: z.string().max(20).nullable().default(null),
  ownerId: z.uuid(),
});
