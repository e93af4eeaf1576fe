import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { newId } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
import { createDeparture, duplicateDeparture, importPrices } from "@/lib/packages/commands/departures";
import { archivePackage, createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { advanceDepartures, updateDeparture } from "@/lib/packages/commands/update-departure";
import type { DepartureMove } from "@/lib/packages/contract/departure";
import { listDepartures, readDeparture } from "@/lib/packages/queries/departures";
import { listPackages, readTerms } from "@/lib/packages/queries/packages";
import { listForSaleNow, listPublicPackages, readPublicPackage } from "@/lib/packages/queries/public";
import { book, DOUBLE, days, idr, PRICES, QUAD, sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { refusal } from "../support/refusal";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const onSale = async (more: object = {}) =>
  (await listForSaleNow(as(world.pilgrim), { limit: 100, ...more })).data.map(({ id }) => id);

/** The names or ids of a list, two lines a page. */
async function paged<T>(list: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const { data, nextCursor } = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
    found.push(...data);
    cursor = nextCursor ?? undefined;
  }
  return found;
}

it("packages stand by name or newest first, departures by day or by package, in pages that neither lose nor double", async () => {
  for (const [name, first] of [
    ["Zamzam", 50],
    ["Arafah", 60],
    ["Zamzam", 40],
  ] as const) {
    const { id } = await createPackage(owner(), { category: "ramadhan", name, days: 9 });
    for (const day of [first, first + 5]) {
      const startsAt = days(day);
      await sellSeats(world, 5, {
        id,
        prices: PRICES,
        startsAt: startsAt.toISOString(),
        endsAt: days(day + 9).toISOString(),
      });
    }
  }
  const named = await paged((page) => listPackages(owner(), page));
  expect(named.map((one) => one.name)).toEqual(["Arafah", "Zamzam", "Zamzam"]);
  const newest = await paged((page) => listPackages(owner(), { ...page, sort: "newest" }));
  expect(newest.map((one) => one.id)).toEqual(
    named
      .map((one) => one.id)
      .toSorted()
      .toReversed(),
  );
  const starts = async (sort: "day" | "package") =>
    (await paged((page) => listDepartures(owner(), { ...page, sort }))).map((one) => [
      one.packageName,
      one.startsAt.getTime(),
    ]);
  const byDay = await starts("day");
  expect(byDay).toEqual(byDay.toSorted((a, b) => Number(a[1]) - Number(b[1])));
  expect((await starts("package")).map(([name]) => name)).toEqual(["Arafah", "Arafah", ...Array(4).fill("Zamzam")]);
  const { nextCursor } = await listDepartures(owner(), { limit: 1, sort: "package" });
  expect(await refusal(listDepartures(owner(), { sort: "day", cursor: nextCursor ?? "" }))).toBe("cursor_invalid");
  const { nextCursor: forward } = await listDepartures(owner(), { limit: 1 });
  expect(await refusal(listDepartures(owner(), { when: "past", cursor: forward ?? "" }))).toBe("cursor_invalid");
});

describe("a package", () => {
  it("is seen by everybody from its publication on, which takes a price, and no longer than that", async () => {
    const made = await createPackage(owner(), { category: "ramadhan", name: "Ramadhan Awal", days: 14 });
    expect(made).toMatchObject({ published: false, currency: "IDR" });
    expect(await refusal(updatePackage(owner(), { id: made.id, published: true }))).toBe("package_incomplete");
    expect(await refusal(readPublicPackage(as(world.pilgrim), { id: made.id }))).toBe("package_not_found");

    const departure = await sellSeats(world, 5, { id: made.id, prices: PRICES });
    expect(await onSale()).not.toContain(departure.id);
    await updatePackage(owner(), { id: made.id, prices: PRICES, published: true });
    expect(await onSale()).toContain(departure.id);
    expect(await refusal(archivePackage(owner(), { id: made.id }))).toBe("package_in_use");
    await updatePackage(owner(), { id: made.id, published: false });
    expect(await onSale()).not.toContain(departure.id);
    expect(await refusal(readPublicPackage(as(world.pilgrim), { id: made.id }))).toBe("package_not_found");
  });

  it("whoever makes one, in a branch too, reads first what the agency keeps of a cancelled seat", async () => {
    const cancellationTiers = [{ daysBefore: 30, keptPercent: 25 }];
    await updateAgency(owner(), { policies: { cancellationTiers } });
    for (const who of [world.owner, world.admin, world.manager])
      expect(await readTerms(as(who), {})).toEqual({ currency: "IDR", cancellationTiers });
    expect(await refusal(readTerms(as(world.viewer), {}))).toBe("forbidden");
    await updateAgency(owner(), { policies: { cancellationTiers: [] } });
  });

  it("is of one branch or of all, and a list is narrowed to a branch; only who sells everywhere moves it", async () => {
    const { branchId } = world.agency;
    const own = await createPackage(as(world.manager), { category: "ramadhan", name: "Of the branch", days: 9 });
    expect(own).toMatchObject({ branchId, mayChange: true });
    const { id } = await sellPackage(world);
    const ofBranch = async () => (await listPackages(owner(), { branchId })).data.map((one) => one.id);
    expect(await ofBranch()).toEqual([own.id]);
    expect(await refusal(updatePackage(as(world.manager), { id, branchId }))).toBe("forbidden");
    await updatePackage(owner(), { id, branchId });
    expect((await ofBranch()).toSorted()).toEqual([own.id, id].toSorted());
    expect(await refusal(updatePackage(as(world.manager), { id, branchId: null }))).toBe("forbidden");
    const foreign = updatePackage(owner(), { id, branchId: world.rival.branchId });
    expect(await refusal(foreign)).toBe("branch_not_found");
    const { id: dated } = await sellSeats(world, 5, { id });
    expect(await refusal(updateDeparture(as(world.manager), { id: dated, branchId: null }))).toBe("forbidden");
    expect(await updatePackage(owner(), { id, branchId: null })).toMatchObject({ branchId: null });
  });

  it("[R9] gives its prices to departures to come, not to those that stand", async () => {
    const { id } = await sellPackage(world);
    const before = await sellSeats(world, 5, { id });
    await updatePackage(owner(), { id, prices: [{ roomType: "quad", passengerType: "adult", amount: idr(1) }] });
    const after = await sellSeats(world, 5, { id });
    expect((await readDeparture(owner(), { id: before.id })).priceFrom).toEqual(idr(QUAD));
    expect((await readDeparture(owner(), { id: after.id })).priceFrom).toEqual(idr(1));
    const slip = { id: before.id, startsAt: "9999-12-31T00:00:00.000Z" };
    expect(await refusal(duplicateDeparture(owner(), slip))).toBe("validation");
    const copy = await duplicateDeparture(owner(), { id: before.id, startsAt: days(90).toISOString() });
    expect(copy).toMatchObject({ status: "draft", prices: before.prices, capacity: 5, endsAt: days(101) });
    expect(copy.seats).toMatchObject({ held: 0, sold: 0, left: 5 });
  });
});

describe("a departure", () => {
  const MOVES: DepartureMove[] = ["open", "closed", "departed", "completed", "cancelled"];
  const LIFE: Record<string, DepartureMove[]> = {
    draft: ["open", "cancelled"],
    open: ["closed", "departed", "cancelled"],
    closed: ["open", "departed", "cancelled"],
    departed: ["completed"],
    completed: [],
    cancelled: [],
  };
  const WAY: Record<string, DepartureMove[]> = {
    draft: [],
    open: ["open"],
    closed: ["open", "closed"],
    departed: ["open", "departed"],
    completed: ["open", "departed", "completed"],
    cancelled: ["cancelled"],
  };

  it("takes each step of its life and refuses every other with a typed conflict", async () => {
    const { id: packageId } = await sellPackage(world);
    const trip = { city: "Jakarta", timeZone: "Asia/Jakarta", capacity: 2 };
    const dates = { startsAt: days(40).toISOString(), endsAt: days(51).toISOString() };
    for (const [from, allowed] of Object.entries(LIFE))
      for (const status of MOVES) {
        const { id } = await createDeparture(owner(), { id: packageId, ...trip, ...dates });
        for (const step of WAY[from] ?? []) await updateDeparture(owner(), { id, status: step });
        const ended = await refusal(updateDeparture(owner(), { id, status }));
        expect([from, status, ended]).toEqual([
          ...[from, status, allowed.includes(status) ? "no refusal" : "departure_status"],
        ]);
      }
  });

  it("keeps its price and its day while it may be booked, and knows its group", async () => {
    const { id, capacity } = await sellSeats(world, 5);
    const change = (more: object) => refusal(updateDeparture(owner(), { id, ...more }));
    // A slip of a year: the clock would send it off within the hour, and bring it home in the next.
    const slip = { startsAt: days(-325).toISOString(), endsAt: days(-314).toISOString() };
    expect(await change(slip)).toBe("validation");
    expect(await change({ prices: [] })).toBe("departure_incomplete");
    // Whoever owes nothing never pays, and a seat nobody pays for is never sold.
    expect(await change({ prices: [{ roomType: "quad", passengerType: "adult", amount: idr(0) }] })).toBe(
      "departure_incomplete",
    );
    const csv = "room,passenger,amount\nquad,child,1\n";
    expect(await refusal(importPrices(owner(), { id, csv, dryRun: false }))).toBe("departure_incomplete");
    expect(await change({ groupId: newId() })).toBe("group_not_found");
    expect(await readDeparture(owner(), { id })).toMatchObject({ capacity, status: "open", priceFrom: idr(QUAD) });
  });

  it("is full when its last seat is held, open again when it comes back, and not booked while closed", async () => {
    const { id } = await sellSeats(world, 1);
    await book(as(world.pilgrim), id);
    expect((await readDeparture(owner(), { id })).status).toBe("full");
    expect(await refusal(book(as(world.leader), id))).toBe("sold_out");
    await updateDeparture(owner(), { id, capacity: 2 });
    expect((await readDeparture(owner(), { id })).status).toBe("open");
    await updateDeparture(owner(), { id, status: "closed" });
    expect(await onSale()).not.toContain(id);
    expect(await refusal(book(as(world.leader), id))).toBe("departure_not_open");
  });

  it("does not take what was written on an old page", async () => {
    const { id, version } = await sellSeats(world, 5);
    await updateDeparture(owner(), { id, version, city: "Surabaya" });
    expect(await refusal(updateDeparture(owner(), { id, version, city: "Medan" }))).toBe("departure_changed");
    expect((await readDeparture(owner(), { id })).city).toBe("Surabaya");
  });

  it("is found by the month its own clock shows, its city, category and price", async () => {
    const { id: packageId } = await sellPackage(world);
    const year = days(400).getUTCFullYear();
    // Half past six in the evening in London is the first of December in Jakarta.
    const startsAt = `${year}-11-30T18:30:00.000Z`;
    const { id } = await sellSeats(world, 5, {
      id: packageId,
      city: "Makassar",
      startsAt,
      endsAt: `${year}-12-10T00:00:00.000Z`,
    });
    expect(await onSale({ month: `${year}-12` })).toContain(id);
    expect(await onSale({ month: `${year}-11` })).not.toContain(id);
    expect(await onSale({ city: "Makassar" })).toEqual([id]);
    expect(await onSale({ city: "Makassar", category: "hajj_plus" })).toEqual([]);
    expect(await onSale({ city: "Makassar", priceTo: QUAD })).toEqual([id]);
    expect(await onSale({ city: "Makassar", priceTo: QUAD - 1 })).toEqual([]);
    const { months, prices } = await listForSaleNow(as(world.pilgrim), { city: "Makassar" });
    expect(months).toContain(`${year}-12`);
    expect(prices).not.toContainEqual(idr(DOUBLE));
  });

  it("is for sale however many leave before it, page by page, and each package shows its own soonest", async () => {
    const { id: packageId } = await sellPackage(world);
    const soon = await sellSeats(world, 5, { id: packageId, city: "Solo", startsAt: days(20).toISOString() });
    const many = 230;
    await owner().transact("agency", false, (tx) =>
      tx.execute(sql`insert into departures select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
        'starts_at', d.starts_at + n * interval '1 minute'))).* from departures d, generate_series(1, ${many}) n
        where d.id = ${soon.id}`),
    );
    const { id: rare } = await sellPackage(world);
    const last = await sellSeats(world, 5, { id: rare, startsAt: days(25).toISOString() });
    const found = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await listForSaleNow(as(world.pilgrim), { cursor, limit: 100 });
      for (const { id } of page.data) found.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toContain(last.id);
    expect((await onSale({ packageId: rare })).concat(await onSale({ city: "Solo" }))).toHaveLength(101);
    expect((await readPublicPackage(as(world.pilgrim), { id: rare })).departures).toMatchObject([{ id: last.id }]);
    const all = await listPublicPackages(as(world.pilgrim), { limit: 100 });
    const of = (wanted: string) => all.data.find(({ id }) => id === wanted)!;
    expect(of(rare).departures).toMatchObject([{ id: last.id }]);
    const { departures, laterCursor } = of(packageId);
    expect(departures).toHaveLength(50);
    const rest = await listForSaleNow(as(world.pilgrim), { packageId, cursor: laterCursor!, limit: 100 });
    expect(rest.data[0]!.startsAt).toEqual(new Date(departures[0]!.startsAt.getTime() + 50 * 60_000));
    const inSolo = await listPublicPackages(as(world.pilgrim), { city: "Solo" });
    expect(inSolo.data.map(({ id }) => id)).toEqual([packageId]);
    const one = await listPublicPackages(as(world.pilgrim), { limit: 1 });
    const two = await listPublicPackages(as(world.pilgrim), { limit: 1, cursor: one.nextCursor! });
    expect([one.data[0]!.id, two.data[0]!.id]).toEqual(all.data.slice(0, 2).map(({ id }) => id));
  });

  it("leaves and comes home by the clock, once", async () => {
    const { id } = await sellSeats(world, 5);
    const at = (n: number) => advanceDepartures(systemCall(world, world.agency.id, days(n)), {});
    await at(40);
    expect((await readDeparture(owner(), { id })).status).toBe("departed");
    expect(await at(40)).toBe(0);
    await at(52);
    expect((await readDeparture(owner(), { id })).status).toBe("completed");
    expect(await refusal(updateDeparture(owner(), { id, city: "Medan" }))).toBe("departure_over");
  });
});
