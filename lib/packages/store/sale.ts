import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { departures, packages } from "@/db/schema/packages";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import type { ListPublic, ListPublicPackages } from "../contract/public";
import { type DepartureRow, selectDepartures } from "./departures";
import { type PackageRow, selectPublished } from "./packages";

type Narrowing = Pick<ListPublic, "month" | "category" | "city" | "priceTo" | "packageId">;
const month = sql<string>`to_char(${departures.startsAt} at time zone ${departures.timeZone}, 'YYYY-MM')`;

/** Open, published, still to leave. */
const forSale = (work: Work, wish: Narrowing = {}): SQL | undefined =>
  and(
    ...[eq(departures.agencyId, agencyOf(work)), eq(departures.status, "open")],
    sql`${departures.startsAt} > ${work.now.toISOString()}::timestamptz`,
    ...[sql`${packages.publishedAt} is not null`, isNull(packages.archivedAt)],
    wish.packageId ? eq(departures.packageId, wish.packageId) : undefined,
    wish.month ? sql`${month} = ${wish.month}` : undefined,
    wish.category ? eq(packages.category, wish.category) : undefined,
    wish.city ? eq(departures.city, wish.city) : undefined,
    wish.priceTo === undefined ? undefined : lte(departures.priceFrom, wish.priceTo),
  );

const SOONEST = [asc(departures.startsAt), asc(departures.id)];
const keyOf = (row: DepartureRow) => [row.startsAt.toISOString(), row.id];
const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** What is for sale, soonest first. */
export async function listForSale(work: Work, { cursor, limit, ...wish }: ListPublic): Promise<Page<DepartureRow>> {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  const beyond =
    after && sql`(${departures.startsAt}, ${departures.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const rows = await selectDepartures(work, forSale(work, wish), beyond ?? undefined)
    .orderBy(...SOONEST)
    .limit(limitOf(limit));
  return cutPage(rows, limit, keyOf);
}

const ofPackage = and(eq(packages.agencyId, departures.agencyId), eq(packages.id, departures.packageId));

/** What all that is for sale can be narrowed by: each place, month and least price. */
export const listChoices = (work: Work) =>
  work.tx
    .selectDistinct({ city: departures.city, month, priceFrom: departures.priceFrom, currency: departures.currency })
    .from(departures)
    .innerJoin(packages, ofPackage)
    .where(forSale(work));

/** So many departures stand with each package. */
const EACH = 50;
export type Dated = { row: PackageRow; departures: DepartureRow[]; laterCursor: string | null };

/** Of each package its soonest departures, however many there are of another. */
export async function withSoonest(work: Work, rows: readonly PackageRow[], wish: Narrowing): Promise<Dated[]> {
  const ids = rows.map(({ id }) => id);
  const soonest = work.tx
    .select({ id: departures.id })
    .from(departures)
    .innerJoin(packages, ofPackage)
    .where(and(forSale(work, wish), sql`${departures.packageId} = wanted.id`))
    .orderBy(...SOONEST)
    .limit(limitOf(EACH));
  const these = sql`select soonest.id from unnest(${sql.param(ids)}::uuid[]) as wanted(id), lateral ${soonest} as soonest`;
  const dated = await selectDepartures(work, sql`${departures.id} = any(array(${these}))`).orderBy(...SOONEST);
  return rows.map((row) => {
    const own = dated.filter(({ packageId }) => packageId === row.id);
    const { data, nextCursor } = cutPage(own, EACH, keyOf);
    return { row, departures: data, laterCursor: nextCursor };
  });
}

const Named = z.tuple([z.string(), z.uuid()]);
/** What is published, by name: all of it, or what has a departure that fits the wish. */
export async function listPublished(work: Work, { cursor, limit, ...wish }: ListPublicPackages) {
  const after = cursor ? decodeCursor(cursor, Named) : null;
  const isDated = wish.month || wish.city || wish.priceTo !== undefined;
  const dated = work.tx
    .select({ is: sql`1` })
    .from(departures)
    .where(and(forSale(work, wish), ofPackage));
  const rows = await selectPublished(
    work,
    wish.category ? eq(packages.category, wish.category) : undefined,
    isDated ? sql`exists ${dated}` : undefined,
    after ? sql`(${packages.name}, ${packages.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
  )
    .orderBy(asc(packages.name), asc(packages.id))
    .limit(limitOf(limit));
  return cutPage(rows, limit, ({ name, id }) => [name, id]);
}
