import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput } from "@/lib/kernel/page";
import { Departure } from "./departure";
import { Category, Package } from "./package";

const Slug = z.string().max(63);
const offered = Departure.pick({
  id: true,
  packageId: true,
  packageName: true,
  category: true,
  status: true,
  city: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  flights: true,
  prices: true,
  currency: true,
  priceFrom: true,
  seats: true,
}).shape;
const shown = Package.pick({
  hotels: true,
  airline: true,
  travelClass: true,
  days: true,
  photos: true,
}).shape;

/** A departure as everybody may see it, with what its package says of hotels and flights. */
export const PublicDeparture = z.strictObject({ ...offered, ...shown });
export type PublicDeparture = z.output<typeof PublicDeparture>;

export const PublicPackage = z.strictObject({
  id: z.uuid(),
  ...shown,
  category: Category,
  name: z.string(),
  description: z.string(),
  inclusions: Package.shape.inclusions,
  exclusions: Package.shape.exclusions,
  itinerary: Package.shape.itinerary,
  currency: z.string(),
  depositAmount: Package.shape.depositAmount,
  settlementDays: Package.shape.settlementDays,
  cancellationTiers: Package.shape.cancellationTiers,
  departures: z.array(PublicDeparture).describe("The soonest of them."),
  laterCursor: z.string().nullable().describe("Where the departures of this package go on, if there are more."),
});
export type PublicPackage = z.output<typeof PublicPackage>;

const narrowing = {
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe("Of the departure, such as 2026-12."),
  category: Category.optional(),
  city: z.string().trim().max(80).optional(),
  priceTo: z.coerce.number().int().min(0).optional().describe("Minor units, for one adult."),
};
export const ListPublicPackages = z.strictObject({ slug: Slug.optional(), ...PageInput.shape, ...narrowing });
export type ListPublicPackages = z.output<typeof ListPublicPackages>;
export const ListPublic = ListPublicPackages.extend({ packageId: z.uuid().optional().describe("Of this package.") });
export type ListPublic = z.output<typeof ListPublic>;
/** @param cursor of its departures */
export const PublicPackageRef = z.strictObject({
  slug: Slug.optional(),
  id: z.uuid(),
  cursor: PageInput.shape.cursor,
});

const at = "2026-11-21T02:41:00.000Z";

/** What is for sale now, soonest first, and what one may narrow it by. */
export const PublicList = z
  .strictObject({
    data: z.array(PublicDeparture),
    nextCursor: z.string().nullable(),
    cities: z.array(z.string()),
    months: z.array(z.string()),
    prices: z.array(Money).describe("What an adult pays at least, each price once, rising."),
    readAt: Instant.describe("When the seats were counted."),
  })
  .meta({
    examples: [
      {
        data: [],
        nextCursor: null,
        cities: ["Jakarta"],
        months: ["2026-12"],
        prices: [rupiah(34_500_000)],
        readAt: at,
      },
    ],
  });
export type PublicList = z.output<typeof PublicList>;
export const PublicPackages = z
  .strictObject({ data: z.array(PublicPackage), nextCursor: z.string().nullable() })
  .meta({ examples: [{ data: [], nextCursor: null }] });
