import { anyone } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import {
  ListPublic,
  type PublicDeparture,
  type PublicList,
  type PublicPackage,
  PublicPackageRef,
} from "../contract/public";
import { formatMonth } from "../rules/months";
import { asPublic, listForSale } from "../store/departures";
import { listPublished, type PackageRow } from "../store/packages";

/** What is for sale now, for everybody, soonest first. */
export const listForSaleNow = query({
  name: "packages.list_for_sale",
  input: ListPublic,
  load: async (work) => listForSale(work, {}),
  allow: anyone,
  run: async (work, input, all): Promise<PublicList> => {
    const narrowed = input.month || input.category || input.city || input.priceTo !== undefined;
    const rows = narrowed ? await listForSale(work, input) : all;
    const cities = [...new Set(all.map(({ city }) => city))].sort();
    const months = [...new Set(all.map(({ startsAt, timeZone }) => formatMonth(startsAt, timeZone)))].sort();
    const least = all.flatMap((row) => asPublic(row).priceFrom ?? []);
    const prices = [...new Set(least)].sort((a, b) => a - b);
    return { data: rows.map(asPublic), cities, months, prices, readAt: work.now };
  },
});

function show(row: PackageRow, departures: PublicDeparture[]): PublicPackage {
  const { id, category, name, description, inclusions, exclusions, itinerary, currency, hotels, airline } = row;
  const { photos, travelClass, days, depositAmount, settlementDays, cancellationTiers } = row;
  return {
    ...{ id, category, name, description, inclusions, exclusions, itinerary, currency, hotels, airline },
    ...{ travelClass, days, depositAmount, settlementDays, cancellationTiers, photos },
    departures: departures.filter(({ packageId }) => packageId === id),
  };
}

/** One published package with its departures. @throws Fault `package_not_found` */
export const readPublicPackage = query({
  name: "packages.read_public",
  input: PublicPackageRef,
  load: async (work, { id }) => {
    const [row] = await listPublished(work, id);
    if (!row) throw notFound("package");
    return row;
  },
  allow: anyone,
  run: async (work, _input, row) => show(row, (await listForSale(work, {})).map(asPublic)),
});

/** Every published package with its departures. */
export const listPublicPackages = query({
  name: "packages.list_public",
  input: ListPublic,
  load: async (work, input) => listForSale(work, input),
  allow: anyone,
  run: async (work, input, rows) => {
    const departures = rows.map(asPublic);
    const narrowed = input.month || input.city || input.priceTo !== undefined;
    const shown = (await listPublished(work)).map((row) => show(row, departures));
    const fits = (one: PublicPackage) =>
      (!input.category || one.category === input.category) && (!narrowed || one.departures.length > 0);
    return { data: shown.filter(fits) };
  },
});
