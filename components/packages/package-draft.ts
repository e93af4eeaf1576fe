import type { z } from "zod";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Category, CreatePackage, Package, PassengerType, RoomType } from "@/lib/packages/contract/package";

export const CATEGORIES: readonly Category[] = ["umrah_regular", "umrah_plus", "ramadhan", "hajj_plus", "hajj_furoda"];
export const ROOMS: readonly RoomType[] = ["quad", "triple", "double", "single"];
export const PASSENGERS: readonly PassengerType[] = ["adult", "child", "infant"];
const CITIES = ["makkah", "madinah"] as const;
export const HOTEL_PARTS = ["name", "stars", "distanceM", "nights"] as const;

/** A package as it stands in the form: everything as somebody typed it, by the name of its field. */
export type PackageDraft = Record<string, string>;
export type PackageWish = z.input<typeof CreatePackage>;

/** Absent for a new package. */
export function draftOf(saved: Package | undefined, currency: string): PackageDraft {
  const draft: PackageDraft = {
    ...{ name: saved?.name ?? "", category: saved?.category ?? "umrah_regular", days: String(saved?.days ?? 9) },
    ...{ description: saved?.description ?? "", airline: saved?.airline ?? "" },
    travelClass: saved?.travelClass ?? "economy",
    inclusions: saved?.inclusions.join("\n") ?? "",
    exclusions: saved?.exclusions.join("\n") ?? "",
    itinerary: saved?.itinerary.map(({ title }) => title).join("\n") ?? "",
    deposit: saved ? writeAmount(saved.depositAmount, currency) : "",
    settlementDays: String(saved?.settlementDays ?? 30),
    tiers: saved?.cancellationTiers.map((one) => `${one.daysBefore} = ${one.keptPercent}`).join("\n") ?? "",
  };
  for (const one of saved?.prices ?? [])
    draft[`price.${one.roomType}.${one.passengerType}`] = writeAmount(one.amount, currency);
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

type Read = { wish: PackageWish } | { wrong: string[] };
/** What the draft means, or the fields that can't be read. */
export function readDraft(draft: PackageDraft, currency: string): Read {
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
  const prices = ROOMS.flatMap((roomType) =>
    PASSENGERS.filter((type) => draft[`price.${roomType}.${type}`]?.trim()).map((passengerType) => ({
      ...{ roomType, passengerType, amount: amount(`price.${roomType}.${passengerType}`) },
    })),
  );
  const hotels = CITIES.filter((city) => draft[`${city}.name`]?.trim()).map((city) => ({
    city,
    name: draft[`${city}.name`] ?? "",
    ...{ stars: number(`${city}.stars`), distanceM: number(`${city}.distanceM`), nights: number(`${city}.nights`) },
  }));
  const tiers = linesOf(draft.tiers).map((line) => /^(\d{1,3})\s*=\s*(\d{1,3})\s*%?$/.exec(line));
  if (tiers.includes(null)) wrong.push("tiers");
  const wish: PackageWish = {
    ...{ name: draft.name ?? "", category: draft.category as PackageWish["category"], days: number("days") },
    ...{ description: draft.description?.trim() ?? "", airline: draft.airline?.trim() || null, hotels, prices },
    travelClass: draft.travelClass as PackageWish["travelClass"],
    ...{ inclusions: linesOf(draft.inclusions), exclusions: linesOf(draft.exclusions) },
    itinerary: linesOf(draft.itinerary).map((title, i) => ({ day: i + 1, title, text: null })),
    depositAmount: draft.deposit?.trim() ? amount("deposit") : 0,
    settlementDays: number("settlementDays"),
    cancellationTiers: tiers.flatMap((found) =>
      found ? [{ daysBefore: Number(found[1]), keptPercent: Number(found[2]) }] : [],
    ),
  };
  return wrong.length > 0 ? { wrong } : { wish };
}
