import { and, asc, desc, eq, getTableColumns, gt, ilike, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { departures, type PriceRow, packages } from "@/db/schema/packages";
import { isPerson } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { amountIn } from "@/lib/kernel/money";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally } from "@/lib/kernel/text";
import type { ListPackages, Package, Price } from "../contract/package";
import { mayChangePackage } from "../policy";
import { computePriceFrom } from "../rules/life";

export type PackageRow = typeof packages.$inferSelect & { isPublic: boolean; departures: number };

const columns = {
  ...getTableColumns(packages),
  isPublic: sql<boolean>`${packages.publishedAt} is not null and ${packages.archivedAt} is null`,
  departures: sql<number>`(select count(*)::int from ${departures} d where d.agency_id = ${packages}.agency_id
    and d.package_id = ${packages}.id and d.status in ('draft', 'open', 'closed'))`,
};

/** What is published, and of the rest what this person works on: all of it, or their branch's and nobody's. */
export function packagesInReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "packages");
  const published = sql`${packages.publishedAt} is not null`;
  if (within.scope === "agency") return undefined;
  const branchId = within.scope === "branch" && isPerson(actor) ? actor.branchId : null;
  return branchId ? or(published, eq(packages.branchId, branchId), isNull(packages.branchId)) : published;
}

const selectPackages = (work: Work, ...more: (SQL | undefined)[]) =>
  work.tx
    .select(columns)
    .from(packages)
    .where(and(eq(packages.agencyId, agencyOf(work)), isNull(packages.archivedAt), packagesInReach(work), ...more))
    .$dynamic();

/** @throws Fault `package_not_found`, also for what the caller may not know */
export async function findPackage(work: Work, id: string): Promise<PackageRow> {
  const [row] = await selectPackages(work, eq(packages.id, id));
  if (!row) throw notFound("package");
  return row;
}

/** The same, and nobody else changes it until the commit. */
export async function lockPackage(work: Work, id: string): Promise<PackageRow> {
  const [row] = await selectPackages(work, eq(packages.id, id)).for("no key update");
  if (!row) throw notFound("package");
  return row;
}

/** The same, and nobody puts it away until the commit. */
export async function sharePackage(work: Work, id: string): Promise<PackageRow> {
  const [row] = await selectPackages(work, eq(packages.id, id)).for("share");
  if (!row) throw notFound("package");
  return row;
}

const Cursor = z.tuple([z.string(), z.uuid()]);
/** By name, or the newest first: ids are made in the order of time. @throws Fault `cursor_invalid` */
export async function listPackageRows(work: Work, input: ListPackages): Promise<Page<PackageRow>> {
  const isNewest = input.sort === "newest";
  const after = input.cursor ? decodeCursor(input.cursor, Cursor, input.sort) : null;
  const rows = await selectPackages(
    work,
    input.q ? ilike(packages.name, literally(input.q)) : undefined,
    input.category ? eq(packages.category, input.category) : undefined,
    input.branchId ? eq(packages.branchId, input.branchId) : undefined,
    after && isNewest ? lt(packages.id, after[1]) : undefined,
    after && !isNewest ? sql`(${packages.name}, ${packages.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
  )
    .orderBy(...(isNewest ? [desc(packages.id)] : [asc(packages.name), asc(packages.id)]))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [row.name, row.id], input.sort);
}

/** What is published; those without a departure to come too. */
export const selectPublished = (work: Work, ...more: (SQL | undefined)[]) =>
  selectPackages(work, sql`${packages.publishedAt} is not null`, ...more);
export const findPublished = async (work: Work, id: string): Promise<PackageRow | null> =>
  (await selectPublished(work, eq(packages.id, id)))[0] ?? null;

export async function addPackage(work: Work, row: Omit<typeof packages.$inferInsert, "agencyId" | "createdAt">) {
  const full = { ...row, agencyId: agencyOf(work), createdAt: work.now };
  await work.tx.insert(packages).values(full);
  work.changed("packages", row.id, null, full);
}

export async function setPackage(work: Work, before: PackageRow, change: Partial<typeof packages.$inferInsert>) {
  if (Object.keys(change).length === 0) return;
  await work.tx
    .update(packages)
    .set(change)
    .where(and(eq(packages.agencyId, agencyOf(work)), eq(packages.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof PackageRow]]));
  work.changed("packages", before.id, was, change);
}

/** Whether a departure of it has still to come home. */
export async function hasLiveDepartures(work: Work, packageId: string): Promise<boolean> {
  const live = and(
    ...[eq(departures.agencyId, agencyOf(work)), eq(departures.packageId, packageId)],
    ...[notInArray(departures.status, ["completed", "cancelled"]), gt(departures.endsAt, work.now)],
  );
  return (await work.tx.$count(departures, live)) > 0;
}

/** Prices as they are kept, all of one currency. @throws Fault `validation` of `prices`: `other_currency` */
export const keepPrices = (currency: string, prices: readonly Price[]): PriceRow[] =>
  prices.map((one) => ({ ...one, amount: amountIn(currency, one.amount, "prices") }));
export function showPrices(currency: string, kept: readonly PriceRow[]): Price[] {
  const money = moneyIn(currency);
  return kept.map(({ roomType, passengerType, amount }) => ({ roomType, passengerType, amount: money(amount) }));
}
/** What an adult pays at least, as the wire has it. */
export const showPriceFrom = (currency: string, priceFrom: number | null) =>
  priceFrom === null ? null : moneyIn(currency)(priceFrom);

export function asPackage(work: Work, row: PackageRow): Package {
  return {
    id: row.id,
    category: row.category,
    name: row.name,
    branchId: row.branchId,
    description: row.description,
    days: row.days,
    inclusions: row.inclusions,
    exclusions: row.exclusions,
    hotels: row.hotels,
    airline: row.airline,
    travelClass: row.travelClass,
    itinerary: row.itinerary,
    prices: showPrices(row.currency, row.prices),
    depositAmount: moneyIn(row.currency)(row.depositAmount),
    settlementDays: row.settlementDays,
    cancellationTiers: row.cancellationTiers,
    photos: row.photos,
    currency: row.currency,
    priceFrom: showPriceFrom(row.currency, computePriceFrom(row.prices)),
    published: row.isPublic,
    departures: row.departures,
    mayChange: mayChangePackage(work.actor, row),
  };
}
