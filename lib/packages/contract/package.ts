import { z } from "zod";
import { isTierOnce } from "@/lib/agencies/contract/agency";
import { Money, NonNegativeMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";

const PACKAGE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e40";

export const Category = z.enum(["umrah_regular", "umrah_plus", "ramadhan", "hajj_plus", "hajj_furoda"]);
export type Category = z.output<typeof Category>;
export const RoomType = z.enum(["quad", "triple", "double", "single"]);
export type RoomType = z.output<typeof RoomType>;
/** An infant takes no seat. */
export const PassengerType = z.enum(["adult", "child", "infant"]);
export type PassengerType = z.output<typeof PassengerType>;

const Price = z.strictObject({ roomType: RoomType, passengerType: PassengerType, amount: NonNegativeMoney });
export type Price = z.output<typeof Price>;
const isOnce = (prices: readonly Price[]) =>
  new Set(prices.map(({ roomType, passengerType }) => `${roomType} ${passengerType}`)).size === prices.length;
export const Prices = z.array(Price).max(12).refine(isOnce, { error: "price_twice" });

export const Hotel = z.strictObject({
  city: z.enum(["makkah", "madinah"]),
  name: line(120),
  stars: z.number().int().min(1).max(7),
  distanceM: z.number().int().min(0).max(50_000).describe("Metres on foot to the mosque."),
  nights: z.number().int().min(0).max(60),
});
export type Hotel = z.output<typeof Hotel>;
export const ProgrammeDay = z.strictObject({
  day: z.number().int().min(1).max(120),
  title: line(160),
  text: textBlock(1_000).nullable(),
});
export const CancellationTier = z.strictObject({
  daysBefore: z.number().int().min(0).max(365).describe("From so many days before the departure on."),
  keptPercent: z.number().int().min(0).max(100),
});
export type CancellationTier = z.output<typeof CancellationTier>;
export const CancellationTiers = z.array(CancellationTier).max(12).refine(isTierOnce, { error: "tier_twice" });

const fields = {
  category: Category,
  name: line(120),
  branchId: z.uuid().nullable().describe("Whose branch sells it; null: all of the agency."),
  description: z.union([textBlock(4_000), z.literal("")]),
  days: z.number().int().min(1).max(120),
  inclusions: z.array(line(160)).max(40),
  exclusions: z.array(line(160)).max(40),
  hotels: z.array(Hotel).max(6),
  airline: line(80).nullable(),
  travelClass: z.enum(["economy", "business"]),
  itinerary: z.array(ProgrammeDay).max(60),
  prices: Prices.describe("What new departures begin with."),
  depositAmount: NonNegativeMoney.describe("What holds one pilgrim's seat."),
  settlementDays: z.number().int().min(0).max(365).describe("Everything is paid so many days before the departure."),
  cancellationTiers: CancellationTiers.describe("Inside the last tier everything is kept."),
};
const EXAMPLE = {
  category: "umrah_regular",
  name: "Umrah Akhir Tahun",
  description: "Sembilan hari dengan pembimbing.",
  days: 9,
  inclusions: ["Visa", "Tiket pulang pergi"],
  exclusions: ["Paspor"],
  hotels: [{ city: "makkah", name: "Dar Ajyad", stars: 4, distanceM: 450, nights: 4 }],
  airline: "Saudia",
  travelClass: "economy",
  itinerary: [{ day: 1, title: "Jakarta – Madinah", text: null }],
  prices: [{ roomType: "quad", passengerType: "adult", amount: rupiah(34_500_000) }],
  depositAmount: rupiah(5_000_000),
  settlementDays: 30,
  cancellationTiers: [{ daysBefore: 30, keptPercent: 10 }],
} as const;

export const CreatePackage = z
  .strictObject({
    ...fields,
    branchId: fields.branchId.default(null),
    description: fields.description.default(""),
    inclusions: fields.inclusions.default([]),
    exclusions: fields.exclusions.default([]),
    hotels: fields.hotels.default([]),
    airline: fields.airline.default(null),
    travelClass: fields.travelClass.default("economy"),
    itinerary: fields.itinerary.default([]),
    prices: fields.prices.default([]),
    depositAmount: fields.depositAmount.optional().describe("Nothing when absent."),
    settlementDays: fields.settlementDays.default(30),
    cancellationTiers: fields.cancellationTiers.optional().describe("The agency's own when absent."),
  })
  .meta({ examples: [EXAMPLE] });
export const PackageRef = z.strictObject({ id: z.uuid() });
export const UpdatePackage = z
  .strictObject({ id: z.uuid(), ...z.strictObject(fields).partial().shape, published: z.boolean().optional() })
  .meta({ examples: [{ id: PACKAGE_ID, published: true }] });

export const PackagePhoto = z.strictObject({
  id: z.uuid(),
  width: z.number().int(),
  height: z.number().int(),
});
/** A package as its agency's people see it. */
export const Package = z
  .strictObject({
    id: z.uuid(),
    ...fields,
    description: z.string(),
    photos: z.array(PackagePhoto),
    currency: z.string(),
    priceFrom: Money.nullable().describe("The least an adult pays."),
    published: z.boolean(),
    departures: z.number().int().describe("To come, drafts included."),
    mayChange: z.boolean(),
  })
  .meta({
    examples: [
      {
        id: PACKAGE_ID,
        ...EXAMPLE,
        branchId: null,
        photos: [],
        currency: "IDR",
        priceFrom: rupiah(34_500_000),
        published: true,
        departures: 2,
        mayChange: true,
      },
    ],
  });
export type Package = z.output<typeof Package>;
export const PackagePage = pageOf(Package);
export const ListPackages = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional(),
  category: Category.optional(),
  branchId: z.uuid().optional().describe("Only what this branch sells."),
  sort: z.enum(["name", "newest"]).default("name"),
});
export type ListPackages = z.output<typeof ListPackages>;

export const UploadPackagePhoto = z.strictObject({ id: z.uuid(), file: z.instanceof(Uint8Array) });
export const PackagePhotoRef = z.strictObject({ id: z.uuid(), photoId: z.uuid(), slug: z.string().max(63).optional() });
