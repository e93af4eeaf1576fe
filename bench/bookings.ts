import { newId } from "@/lib/kernel/ids";
import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Placed } from "./tools/rush";
import type { Disk, Stage, StageDatabase } from "./tools/stage";
import { type BenchAgency, type BenchPerson, insert, makeWorld } from "./tools/world";

type Way = "bare" | "alone" | "together";
type Hall = { stage: Stage; part: Part; database: StageDatabase; agency: BenchAgency; people: BenchPerson[] };

const PRICES = [{ roomType: "quad", passengerType: "adult", amount: 3_450_000_000 }];
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000);

/** A departure on sale with so many seats. */
async function freshDeparture({ bare }: StageDatabase, agencyId: string, capacity: number) {
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

/** Seats of one hot departure: the whole booking, invoice included, against bare SQL that writes the same rows. */
export async function bookings(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const size = { agencies: 1, groups: 1, pilgrims: stage.quick ? 1_000 : 4_000 };
  const [agency] = await makeWorld(database.bare, size);
  const part = await stage.part("bookings", database.env);
  await part.ask("open");
  const hall = { stage, part, database, agency: agency!, people: agency!.groups[0]!.pilgrims };
  const rows: Row[] = [];
  for (const disk of stage.disks) rows.push(...(await onDisk(hall, disk)));
  await part.close();
  return rows;
}
