import type { z } from "zod";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Category, CreatePackage, Package, PassengerType, Price, RoomType } from "@/lib/packages/contract/package";
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
  Object.fromEntries(prices.map((one) => [priceKey(one), writeAmount(one.amount, currency)]));

/** The prices of a form; the names of what can't be read are added to `wrong`. */
export const readPrices = (draft: Draft, currency: string, wrong: string[]): Price[] =>
  ROOMS.flatMap((roomType) =>
    PASSENGERS.flatMap((passengerType) => {
      const key = priceKey({ roomType, passengerType });
      const typed = draft[key]?.trim();
      if (!typed) return [];
      const amount = readAmount(typed, currency);
      if (amount === null) wrong.push(key);
      return [{ roomType, passengerType, amount: amount ?? 0 }];
    }),
  );

/** Absent for a new package. */
export function draftPackage(saved: Package | undefined, currency: string): Draft {
  const draft: Draft = {
    ...{ name: saved?.name ?? "", category: saved?.category ?? "umrah_regular", days: String(saved?.days ?? 9) },
    ...{ description: saved?.description ?? "", airline: saved?.airline ?? "" },
    travelClass: saved?.travelClass ?? "economy",
    inclusions: saved?.inclusions.join("\n") ?? "",
    exclusions: saved?.exclusions.join("\n") ?? "",
    itinerary: saved?.itinerary.map(({ title }) => title).join("\n") ?? "",
    deposit: saved ? writeAmount(saved.depositAmount, currency) : "",
    settlementDays: String(saved?.settlementDays ?? 30),
    tiers: saved?.cancellationTiers.map((one) => `${one.daysBefore} = ${one.keptPercent}`).join("\n") ?? "",
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
    ...{ stars: number(`${city}.stars`), distanceM: number(`${city}.distanceM`), nights: number(`${city}.nights`) },
  }));
  const further = saved?.hotels.filter((one, i) => saved.hotels.findIndex(({ city }) => city === one.city) !== i) ?? [];
  const tiers = linesOf(draft.tiers).map((line) => /^(\d{1,3})\s*=\s*(\d{1,3})\s*%?$/.exec(line));
  if (tiers.includes(null)) wrong.push("tiers");
  const wish: PackageWish = {
    ...{ name: draft.name ?? "", category: draft.category as PackageWish["category"], days: number("days") },
    ...{ description: draft.description?.trim() ?? "", airline: draft.airline?.trim() || null, prices },
    hotels: [...hotels, ...further],
    travelClass: draft.travelClass as PackageWish["travelClass"],
    ...{ inclusions: linesOf(draft.inclusions), exclusions: linesOf(draft.exclusions) },
    itinerary: readDays(draft.itinerary, saved),
    depositAmount: draft.deposit?.trim() ? amount("deposit") : 0,
    settlementDays: number("settlementDays"),
    cancellationTiers: tiers.flatMap((found) =>
      found ? [{ daysBefore: Number(found[1]), keptPercent: Number(found[2]) }] : [],
    ),
  };
  return wrong.length > 0 ? { wrong } : { wish };
}
