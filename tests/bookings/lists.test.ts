import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListBookings, SumBookings } from "@/lib/bookings/contract/booking";
import { countBookings, listBookings, sumBookings } from "@/lib/bookings/queries/bookings";
import { asOwner } from "../inventory/support";
import { plansOf } from "../support/plans";
import { as, newWorld, type World } from "../support/world";
import { book, days, sellSeats } from "./support";

const MANY = 1_200;
let world: World;
beforeAll(async () => {
  world = await newWorld();
  const near = await sellSeats(world, 50);
  await sellSeats(world, 50, { startsAt: days(90).toISOString(), endsAt: days(99).toISOString() });
  await book(as(world.pilgrim), near.id);
  await as(world.owner).transact("agency", false, (tx) =>
    tx.execute(sql`
      insert into bookings (id, agency_id, departure_id, code, status, payer_name, currency, owed, policy,
        hold_ends_at, pilgrim_count, created_at)
      select gen_random_uuid(), d.agency_id, d.id, 'X-' || n || d.id, (array['expired', 'cancelled', 'paid'])[1 + n % 3],
        'Payer ' || lpad((n * 7919 % ${MANY})::text, 5, '0'), 'IDR', 100, '{}', null, 1, now() - n * interval '1 minute'
      from generate_series(1, ${MANY / 2}) n, departures d`),
  );
  await asOwner(world, (owned) => owned`analyze`);
});
afterAll(() => world.close());

/** The whole list, page by page. */
async function walk(sort: ListBookings["sort"]) {
  const rows: Awaited<ReturnType<typeof listBookings>>["data"] = [];
  let cursor: string | undefined;
  do {
    const page = await listBookings(as(world.owner), { sort, cursor, limit: 100 });
    rows.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

describe("the list of bookings", () => {
  it.each([
    ["newest", (row: { createdAt: Date }) => -row.createdAt.getTime()],
    ["payer", (row: { payerName: string }) => row.payerName],
    ["departure", (row: { startsAt: Date }) => row.startsAt.getTime()],
  ] as const)("is walked through by %s without a booking missing or twice", async (sort, keyOf) => {
    const rows = await walk(sort);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(MANY + 1);
    const keys = rows.map((row) => keyOf(row as never));
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : Number(a > b))));
  });

  it("by departure goes on within one, keeps its filters, and sorts no whole departure", async () => {
    const first = await listBookings(as(world.owner), { sort: "departure", status: "paid", limit: 50 });
    const next = { sort: "departure", status: "paid", cursor: first.nextCursor!, limit: 50 } as const;
    const [{ data }, plans] = [
      await listBookings(as(world.owner), next),
      await plansOf(as(world.owner), (work) => listBookings(work, next)),
    ];
    const all = [...first.data, ...data];
    expect(new Set(all.map(({ id }) => id)).size).toBe(100);
    expect(new Set(all.map(({ status, startsAt }) => `${status} ${startsAt.toISOString()}`)).size).toBe(1);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
    const plan = plans.find((one) => one.includes("bookings_of_departure"))!;
    // What is sorted is a page of each departure, cut by its own limit.
    expect(plan).toMatch(
      /-> {2}Limit.*\n(.*(Result|One-Time).*\n)*.*Index Scan using bookings_of_departure on bookings/,
    );
    expect(plan).not.toContain("Seq Scan on bookings");
  });

  it("finds whose papers lack by their own index", async () => {
    const [plan] = await plansOf(as(world.owner), (work) => listBookings(work, { view: "papers" }));
    expect(plan).toContain("Index Scan using bookings_papers on bookings");
    expect(plan).not.toContain("pilgrim_documents");
  });

  it("finds a phone as people write it at home", async () => {
    const rows = (q: string) => listBookings(as(world.owner), { q, limit: 1 });
    for (const q of ["0812 345 6789", "0812-3456", "+62 812 3456"]) expect((await rows(q)).data).toHaveLength(1);
    expect((await rows("0899 345")).data).toHaveLength(0);
  });

  it("comes to what its rows do, by currency, whatever it is narrowed to, in one statement", async () => {
    await as(world.owner).transact("agency", false, (tx) =>
      tx.execute(sql`update bookings set currency = 'SGD', paid = 30 where code like 'X-7%'`),
    );
    const rows = await walk("newest");
    const standing = (row: (typeof rows)[number]) => row.status !== "expired" && row.status !== "cancelled";
    const expected = (fits: (row: (typeof rows)[number]) => boolean) =>
      ["IDR", "SGD"].flatMap((currency) => {
        const all = rows.filter((row) => row.owed.currency === currency && fits(row));
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          all.filter(standing).reduce((before, row) => before + of(row), 0);
        const [owed, paid] = [sum((row) => row.owed.amount), sum((row) => row.paid.amount)];
        return all.length > 0 ? [{ currency, bookings: all.length, owed, paid, rest: owed - paid }] : [];
      });
    const sums = async (query: Partial<SumBookings>) => (await sumBookings(as(world.owner), query)).data;
    expect(await sums({})).toEqual(expected(() => true));
    expect((await sums({}))[1]).toMatchObject({ currency: "SGD", rest: expect.any(Number) });
    expect(await sums({ view: "ended" })).toEqual(expected((row) => !standing(row)));
    expect(await sums({ q: "payer 00" })).toEqual(expected(({ payerName }) => payerName.startsWith("Payer 00")));
    const { departureId } = rows[0]!;
    expect(await sums({ departureId })).toEqual(expected((row) => row.departureId === departureId));
    expect(await plansOf(as(world.owner), (work) => sumBookings(work, {}))).toHaveLength(1);
    for (const who of [world.leader, world.pilgrim])
      await expect(sumBookings(as(who), {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses a cursor of another order", async () => {
    const { nextCursor } = await listBookings(as(world.owner), { sort: "payer", limit: 1 });
    const asked = listBookings(as(world.owner), { sort: "newest", cursor: nextCursor ?? "", limit: 1 });
    await expect(asked).rejects.toMatchObject({ code: "cursor_invalid" });
  });

  it("counts its views as far as anybody reads", async () => {
    const counts = await countBookings(as(world.owner), {});
    expect(counts).toMatchObject({ all: 1_000, ended: (MANY / 3) * 2, holds_today: 1, decisions: 0 });
  });
});
