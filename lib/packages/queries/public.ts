import { moneyIn } from "@/lib/kernel/amounts";
import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import {
  ListPublic,
  ListPublicPackages,
  type PublicList,
  type PublicPackage,
  PublicPackageRef,
} from "../contract/public";
import { asPublic } from "../store/departures";
import { findPublished, showPriceFrom } from "../store/packages";
import { type Dated, listChoices, listForSale, listPublished, withSoonest } from "../store/sale";

/** A page of what is for sale now, for everybody, soonest first, and what all of it can be narrowed by. */
export const listForSaleNow = query({
  name: "packages.list_for_sale",
  input: ListPublic,
  load: nothing,
  allow: anyone,
  run: async (work, input): Promise<PublicList> => {
    const [{ data, nextCursor }, choices] = [await listForSale(work, input), await listChoices(work)];
    const cities = [...new Set(choices.map(({ city }) => city))].sort();
    const months = [...new Set(choices.map(({ month }) => month))].sort();
    const least = choices
      .map(({ currency, priceFrom }) => showPriceFrom(currency, priceFrom))
      .filter((one) => one !== null);
    const once = new Map(least.map((one) => [`${one.amount} ${one.currency}`, one]));
    const prices = [...once.values()].sort((a, b) => a.amount - b.amount);
    return { data: data.map(asPublic), nextCursor, cities, months, prices, readAt: work.now };
  },
});

function show({ row, departures, laterCursor }: Dated): PublicPackage {
  const { id, category, name, description, inclusions, exclusions, itinerary, currency, hotels, airline } = row;
  const { photos, travelClass, days, depositAmount, settlementDays, cancellationTiers } = row;
  return {
    id,
    category,
    name,
    description,
    inclusions,
    exclusions,
    itinerary,
    currency,
    hotels,
    airline,
    travelClass,
    days,
    depositAmount: moneyIn(currency)(depositAmount),
    settlementDays,
    cancellationTiers,
    photos,
    departures: departures.map(asPublic),
    laterCursor,
  };
}

/** So many dates stand on a package's own page. */
const DATES = 50;
/** One published package with its departures. @throws Fault `package_not_found` */
export const readPublicPackage = query({
  name: "packages.read_public",
  input: PublicPackageRef,
  load: async (work, { id }) => {
    const row = await findPublished(work, id);
    if (!row) throw notFound("package");
    return row;
  },
  allow: anyone,
  run: async (work, { id, cursor }, row) => {
    const { data, nextCursor } = await listForSale(work, { packageId: id, cursor, limit: DATES });
    return show({ row, departures: data, laterCursor: nextCursor });
  },
});

/** A page of every published package with its soonest departures. */
export const listPublicPackages = query({
  name: "packages.list_public",
  input: ListPublicPackages,
  load: nothing,
  allow: anyone,
  run: async (work, input) => {
    const { data, nextCursor } = await listPublished(work, input);
    return { data: (await withSoonest(work, data, input)).map(show), nextCursor };
  },
});
