import type { z } from "zod";
import { moneyIn, readAmount, writeAmount } from "@/lib/kernel/amounts";
import type {
  CancellationTier,
  Category,
  CreatePackage,
  Package,
  PassengerType,
  Price,
  RoomType,
} from "@/lib/packages/contract/package";
import type { Draft, Read } from "./use-draft";

export const CATEGORIES: readonly Category[] = ["umrah_regular", "umrah_plus", "ramadhan", "hajj_plus", "hajj_furoda"];
export const ROOMS: readonly RoomType[] = ["quad", "triple", "double", "single"];
export const PASSENGERS: readonly PassengerType[] = ["adult", "child", "infant"];
const CITIES = ["makkah", "madinah"] as const;
export const HOTEL_PARTS = ["name", "stars", "distanceM", "nights"] as const;

export type PackageWish = z.input<typeof CreatePackage>;

const priceKey = ({ roomType, passengerType }: Omit<Price, "amount">) => `price.${roomType}.${passengerType}`;
/** Prices as they stand in the fields of a form. */
export const draftPrices = (prices: readonly Price[], currency: string): Draft =>
  Object.fromEntries(prices.map((one) => [priceKey(one), writeAmount(one.amount.amount, currency)]));

/** The prices of a form; the names of what can't be read are added to `wrong`. */
export const readPrices = (draft: Draft, currency: string, wrong: string[]): Price[] =>
  ROOMS.flatMap((roomType) =>
    PASSENGERS.flatMap((passengerType) => {
      const key = priceKey({ roomType, passengerType });
      const typed = draft[key]?.trim();
      if (!typed) return [];
      const amount = readAmount(typed, currency);
      if (amount === null) wrong.push(key);
      return [{ roomType, passengerType, amount: moneyIn(currency)(amount ?? 0) }];
    }),
  );

const tierKey = (i: number, part: "days" | "kept") => `tier.${i}.${part}`;
export const TIERS = 12;
/** How many steps of a cancellation stand in the draft, empty ones among them. */
export const tierCount = (draft: Draft) =>
  Array.from({ length: TIERS }, (_, i) => i).filter((i) => tierKey(i, "days") in draft).length;
const draftTier = (i: number, days: string, kept: string): Draft => ({
  [tierKey(i, "days")]: days,
  [tierKey(i, "kept")]: kept,
});
const draftTiers = (tiers: readonly CancellationTier[]): Draft =>
  Object.assign({}, ...tiers.map((one, i) => draftTier(i, String(one.daysBefore), String(one.keptPercent))));
export const withTier = (draft: Draft): Draft => ({ ...draft, ...draftTier(tierCount(draft), "", "") });
/** The same without one of its steps. */
export function withoutTier(draft: Draft, gone: number): Draft {
  const kept = Array.from({ length: tierCount(draft) }, (_, i) => i).filter((i) => i !== gone);
  const rest = Object.fromEntries(Object.entries(draft).filter(([key]) => !key.startsWith("tier.")));
  const value = (i: number, part: "days" | "kept") => draft[tierKey(i, part)] ?? "";
  return Object.assign(rest, ...kept.map((from, to) => draftTier(to, value(from, "days"), value(from, "kept"))));
}

/** Steps that were left empty are none. */
function readTiers(draft: Draft, wrong: string[]): CancellationTier[] {
  const read = (key: string, most: number) => {
    const value = whole(draft[key]);
    if (value === null || value > most) wrong.push(key);
    return value ?? 0;
  };
  return Array.from({ length: tierCount(draft) }, (_, i) => i)
    .filter((i) => draft[tierKey(i, "days")]?.trim() || draft[tierKey(i, "kept")]?.trim())
    .map((i) => ({ daysBefore: read(tierKey(i, "days"), 365), keptPercent: read(tierKey(i, "kept"), 100) }));
}

/** `saved` is absent for a new package, which begins with the agency's own table. */
export function draftPackage(
  saved: Package | undefined,
  currency: string,
  own: readonly CancellationTier[] = [],
): Draft {
  const draft: Draft = {
    name: saved?.name ?? "",
    category: saved?.category ?? "umrah_regular",
    days: String(saved?.days ?? 9),
    description: saved?.description ?? "",
    airline: saved?.airline ?? "",
    travelClass: saved?.travelClass ?? "economy",
    branchId: saved?.branchId ?? "",
    inclusions: saved?.inclusions.join("\n") ?? "",
    exclusions: saved?.exclusions.join("\n") ?? "",
    itinerary: saved?.itinerary.map(({ title }) => title).join("\n") ?? "",
    deposit: saved ? writeAmount(saved.depositAmount.amount, currency) : "",
    settlementDays: String(saved?.settlementDays ?? 30),
    ...draftTiers(saved?.cancellationTiers ?? own),
    ...draftPrices(saved?.prices ?? [], currency),
  };
  for (const city of CITIES) {
    const hotel = saved?.hotels.find((one) => one.city === city);
    for (const part of HOTEL_PARTS) draft[`${city}.${part}`] = hotel ? String(hotel[part]) : "";
  }
  return draft;
}

const linesOf = (text = "") =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const whole = (text = "") => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** Days by their titles; a day whose title stayed keeps what is written under it. */
const readDays = (text: string | undefined, saved: Package | undefined) =>
  linesOf(text).map((title, i) => {
    const before = saved?.itinerary[i];
    return { day: i + 1, title, text: before?.title === title ? before.text : null };
  });

/** What the draft means, or the fields that can't be read. What the form does not show of a package stays. */
export function readPackage(draft: Draft, currency: string, saved: Package | undefined): Read<PackageWish> {
  const wrong: string[] = [];
  const number = (field: string) => {
    const value = whole(draft[field]);
    if (value === null) wrong.push(field);
    return value ?? 0;
  };
  const amount = (field: string) => {
    const value = readAmount(draft[field] ?? "", currency);
    if (value === null) wrong.push(field);
    return value ?? 0;
  };
  if (!draft.name?.trim()) wrong.push("name");
  const prices = readPrices(draft, currency, wrong);
  const hotels = CITIES.filter((city) => draft[`${city}.name`]?.trim()).map((city) => ({
    city,
    name: draft[`${city}.name`] ?? "",
    stars: number(`${city}.stars`),
    distanceM: number(`${city}.distanceM`),
    nights: number(`${city}.nights`),
  }));
  const further = saved?.hotels.filter((one, i) => saved.hotels.findIndex(({ city }) => city === one.city) !== i) ?? [];
  const wish: PackageWish = {
    name: draft.name ?? "",
    category: draft.category as PackageWish["category"],
    days: number("days"),
    description: draft.description?.trim() ?? "",
    airline: draft.airline?.trim() || null,
    prices,
    hotels: [...hotels, ...further],
    travelClass: draft.travelClass as PackageWish["travelClass"],
    branchId: draft.branchId || null,
    inclusions: linesOf(draft.inclusions),
    exclusions: linesOf(draft.exclusions),
    itinerary: readDays(draft.itinerary, saved),
    depositAmount: moneyIn(currency)(draft.deposit?.trim() ? amount("deposit") : 0),
    settlementDays: number("settlementDays"),
    cancellationTiers: readTiers(draft, wrong),
  };
  return wrong.length > 0 ? { wrong } : { wish };
}
