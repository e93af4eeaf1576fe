import { z } from "zod";
import { ROLES } from "@/lib/kernel/actor";
import { Instant, TimeZone } from "@/lib/kernel/clock";
import { line } from "@/lib/kernel/text";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10";
const BRANCH = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e11";

/** One line that a person typed, in any script: trimmed, with something to read. */
export const text = line;

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

const branch = { name: text(80), city: text(80), timeZone: TimeZone };
export const Branch = z
  .strictObject({ id: z.uuid(), ...branch })
  .meta({ examples: [{ id: BRANCH, name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] });
export type Branch = z.output<typeof Branch>;
export const Branches = z
  .strictObject({ data: z.array(Branch) })
  .meta({ examples: [{ data: [{ id: BRANCH, name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] }] });
export const CreateBranch = z
  .strictObject(branch)
  .meta({ examples: [{ name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] });

/** Opens an agency with its first owner. Only the house itself may: registration and the demo use it. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** Names an agency can never have, because they mean something in a host or a path. */
export const RESERVED = new Set(
  "office owner manager lead provider gate my admin api www a app static mail status docs".split(" "),
);
/** May this be an agency's name in hosts and paths? Two hyphens in a row are punycode's. */
export const isSlug = (slug: string) => SLUG.test(slug) && !slug.includes("--") && !RESERVED.has(slug);

export const FoundAgency = z.strictObject({
  slug: z.string().min(3).refine(isSlug, { error: "slug_unusable" }),
  name: text(120),
  country: z.string().length(2),
  currency: z.string().length(3),
  timeZone: TimeZone,
  locale: z.enum(["en", "id", "ms", "ar", "ru", "kk"]),
  hotline: z.string().max(20).nullable().default(null),
  ownerId: z.uuid(),
});

/** Gives a user roles in the agency of the call. */
export const Enrol = z.strictObject({
  userId: z.uuid(),
  roles: z.array(z.enum(ROLES)).min(1),
  branchId: z.uuid().nullable().default(null),
});

export const DirectoryKind = z.enum(["join_code", "tracker"]);
export const LookUp = z.strictObject({ kind: DirectoryKind, key: z.string().max(300) });
