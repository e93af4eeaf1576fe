import { newId } from "@/lib/kernel/ids";
import { asker, asTime, signIn } from "./rest";
import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Placed } from "./tools/rush";
import type { Disk, Stage, StageDatabase } from "./tools/stage";
import { type BenchAgency, type BenchPerson, insert, makeWorld } from "./tools/world";

type Way = "bare" | "alone" | "together";
type Hall = { stage: Stage; part: Part; database: StageDatabase; agency: BenchAgency; people: BenchPerson[] };

const PRICES = [{ roomType: "quad", passengerType: "adult", amount: 3_450_000_000 }];
const SOLD_OUT_A_SECOND = 5_000;
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000);

/** A departure on sale with so many seats. */
export async function freshDeparture({ bare }: StageDatabase, agencyId: string, capacity: number) {
  const [id, packageId, poolId] = [newId(), newId(), newId()];
  const own = { agency_id: agencyId, currency: "IDR", prices: bare.json(PRICES) };
  const offer = { category: "umrah_regular", name: "Umrah Akhir Tahun", days: 12, published_at: inDays(-1) };
  const terms = { deposit_amount: 500_000_000, settlement_days: 30, cancellation_tiers: bare.json([]) };
  await insert(bare, "pools", [{ id: poolId, agency_id: agencyId, kind: "seats", capacity }]);
  await insert(bare, "packages", [{ id: packageId, ...own, ...offer, ...terms }]);
  const trip = { starts_at: inDays(40), ends_at: inDays(51), time_zone: "Asia/Jakarta", city: "Jakarta" };
  await insert(bare, "departures", [
    { ...own, ...trip, id, package_id: packageId, pool_id: poolId, status: "open", price_from: 3_450_000_000 },
  ]);
  return { id, poolId };
}

async function run(hall: Hall, way: Way, clients: number, seconds?: number): Promise<Measure & { p99: number }> {
  const { part, agency, people, database } = hall;
  // One seat in ten is missing, so that the last ones are refused.
  const capacity = seconds ? people.length : Math.floor(people.length * 0.9);
  const departure = await freshDeparture(database, agency.id, capacity);
  const order = { agencyId: agency.id, departure, people, clients, seconds };
  const placed = await part.during(() => part.ask<Placed>(way, order));
  if (!seconds) await mustBeExact(database, departure, capacity, placed);
  const answered = placed.granted + placed.full;
  const note = `${way} p50 / p99 ${placed.ms.p50.toFixed(1)} / ${placed.ms.p99.toFixed(1)} ms`;
  return { value: answered / placed.seconds, cpuUs: placed.cpu / answered, note, p99: placed.ms.p99 };
}

/** Sold out, and not one seat more: in the answers, the pool, the claims, the bookings and the invoices. */
async function mustBeExact(
  { bare }: StageDatabase,
  { id, poolId }: { id: string; poolId: string },
  capacity: number,
  { granted }: Placed,
) {
  const [found] = await bare<{ held: number; claims: number; booked: number; invoiced: number }[]>`
    select held, (select count(*)::int from claims c where c.pool_id = p.id and state = 'held') as claims,
      (select count(*)::int from bookings b where b.departure_id = ${id}) as booked,
      (select count(*)::int from invoices i join bookings b on b.agency_id = i.agency_id and b.id = i.subject_id
        where b.departure_id = ${id}) as invoiced
    from pools p where id = ${poolId}`;
  const counts = [granted, found?.held, found?.claims, found?.booked, found?.invoiced];
  if (counts.some((count) => count !== capacity)) throw new Error(`${capacity} seats, but ${counts.join(", ")} sold`);
}

async function onDisk(hall: Hall, disk: Disk): Promise<Row[]> {
  const { stage } = hall;
  const p99: number[] = [];
  const many = async () => {
    const measure = await run(hall, "together", 256);
    p99.push(measure.p99);
    return measure;
  };
  const base = { unit: "bookings/s", disk, floor: () => run(hall, "bare", 64, stage.seconds) };
  return [
    await inTurn(stage, {
      ...base,
      path: "seat of one hot departure, command alone, 64 clients",
      target: { atLeast: 0.5 },
      subject: () => run(hall, "alone", 64, stage.seconds),
    }),
    await inTurn(stage, {
      ...base,
      path: "seat of one hot departure, together, 64 clients",
      target: { atLeast: disk === "as it is" ? 3 : 15 },
      subject: () => run(hall, "together", 64),
    }),
    await inTurn(stage, { ...base, path: "seat of one hot departure, together, 256 clients", subject: many }),
    bound("seat of one hot departure, 256 clients, p99", "ms", p99.slice(1), 500, "exactly sold out", disk),
  ];
}

/** Everybody is told that there is no more, some of them many times, as when a departure sells out within a minute. */
async function soldOut({ stage, part, agency, people, database }: Hall): Promise<Row> {
  const departure = await freshDeparture(database, agency.id, 1);
  const [first] = people;
  await part.ask<Placed>("together", { agencyId: agency.id, departure, people: [first], clients: 1 });
  const all = Array.from({ length: stage.quick ? 4 : 8 }, () => people).flat();
  const order = { agencyId: agency.id, departure, people: all, clients: 256 };
  const took: number[] = [];
  let note = "";
  for (let i = 0; i <= stage.rounds; i += 1) {
    const { granted, full, seconds, cpu } = await part.during(() => part.ask<Placed>("together", order));
    if (granted > 0 || full !== all.length) throw new Error(`${granted} seats of a departure that is sold out`);
    took.push((SOLD_OUT_A_SECOND / full) * seconds * 1_000);
    note = `${Math.round(cpu / full)} µs of CPU each`;
  }
  return bound("5,000 sold-out answers, 256 clients", "ms", took.slice(1), 1_000, note);
}

/** So many bookings on fifty departures, in all states. */
async function fill(database: StageDatabase, agencyId: string, count: number) {
  for (let i = 0; i < 50; i += 1) await freshDeparture(database, agencyId, 1_000);
  await database.bare`
    insert into bookings (id, agency_id, departure_id, code, status, payer_name, currency, owed, policy, pilgrim_count, created_at)
    select gen_random_uuid(), ${agencyId}, d.id, 'B-' || n, (array['pending_payment', 'partially_paid', 'paid', 'expired'])[1 + n % 4],
      'Payer ' || md5(n::text), 'IDR', 3450000000, '{}', 1, now() - n * interval '1 second'
    from generate_series(1, ${count}) n
    join (select id, row_number() over () - 1 as place from departures where agency_id = ${agencyId}) d on d.place = n % 50`;
}

/** The office's table: an agency with a hundred times as many bookings waits no longer for its page. */
async function table(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const [small, large] = await makeWorld(database.bare, { agencies: 2, groups: 0, pilgrims: 0 });
  const many = stage.quick ? 20_000 : 100_000;
  await fill(database, small!.id, many / 100);
  await fill(database, large!.id, many);
  await database.bare`vacuum analyze`;
  const product = await stage.part("product", database.env);
  const load = await stage.part("load");
  const port = await product.ask<number>("serve");
  const roads = [];
  for (const agency of [small!, large!]) {
    const tokens = await product.ask<string[]>("tokens", await signIn(database, agency.owner));
    roads.push({ part: product, port, tokens });
  }
  const rows: Row[] = [];
  const asked = ["view=needs_payment", "sort=payer", "sort=departure", "q=payer a"];
  for (const query of asked) {
    const path = `/api/v1/bookings?limit=50&${query.replace(" ", "%20")}`;
    const [floor, subject] = roads.map((road) => asTime(asker(stage, load, road, path, 8), 8));
    const name = `bookings table, ${query}: ${many.toLocaleString("en")} bookings over a hundredth`;
    rows.push(
      await inTurn(stage, { path: name, unit: "ms", target: { atMost: 1.2 }, floor: floor!, subject: subject! }),
    );
  }
  for (const part of [product, load]) await part.close();
  return rows;
}

/** Seats of one hot departure: the whole booking, invoice included, against bare SQL that writes the same rows. */
export async function bookings(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const size = { agencies: 1, groups: 1, pilgrims: stage.quick ? 1_000 : 4_000 };
  const [agency] = await makeWorld(database.bare, size);
  const part = await stage.part("bookings", database.env);
  await part.ask("open");
  const hall = { stage, part, database, agency: agency!, people: agency!.groups[0]!.pilgrims };
  // As on a house's second day: it has sold a departure, and PostgreSQL has counted what that wrote.
  await run(hall, "together", 64);
  await database.bare`analyze`;
  const rows: Row[] = [];
  rows.push(await soldOut(hall));
  for (const disk of stage.disks) rows.push(...(await onDisk(hall, disk)));
  await part.close();
  return [...rows, ...(await table(stage))];
}
