import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Placed } from "./tools/rush";
import type { Disk, Stage, StageDatabase } from "./tools/stage";
import { addGroup, type BenchAgency, type BenchPerson, insert, makeWorld } from "./tools/world";

type Way = "bare" | "alone" | "together";
type Hall = { stage: Stage; part: Part; database: StageDatabase; agency: BenchAgency; people: BenchPerson[] };

/** Every round has a group of its own; one place in ten is missing, so that the last ones are refused. */
async function freshGroup({ database, agency }: Hall, capacity: number) {
  const rows = { pools: [], groups: [], directory: [] };
  const group = addGroup(rows, agency.id, 1, capacity);
  for (const [table, list] of Object.entries(rows)) await insert(database.bare, table, list);
  return group;
}

async function run(hall: Hall, way: Way, clients: number, seconds?: number): Promise<Measure & { p99: number }> {
  const { part, agency, people } = hall;
  const capacity = seconds ? people.length : Math.floor(people.length * 0.9);
  const group = await freshGroup(hall, capacity);
  const order = { agencyId: agency.id, group, people, clients, seconds };
  const placed = await part.during(() => part.ask<Placed>(way, order));
  if (!seconds) await mustBeExact(hall, group, capacity, placed);
  const answered = placed.granted + placed.full;
  const note = `${way} p50 / p99 ${placed.ms.p50.toFixed(1)} / ${placed.ms.p99.toFixed(1)} ms`;
  return { value: answered / placed.seconds, cpuUs: placed.cpu / answered, note, p99: placed.ms.p99 };
}

/** Sold out, and not one place more: in the answers, the pool, the claims and the roster. */
async function mustBeExact(
  { database }: Hall,
  group: { id: string; poolId: string },
  capacity: number,
  { granted }: Placed,
) {
  const [found] = await database.bare<{ sold: number; claims: number; members: number }[]>`
    select sold, (select count(*)::int from claims c where c.pool_id = p.id and state = 'sold') as claims,
      (select count(*)::int from group_members m where m.group_id = ${group.id} and left_at is null) as members
    from pools p where id = ${group.poolId}`;
  const counts = [granted, found?.sold, found?.claims, found?.members];
  if (counts.some((count) => count !== capacity)) throw new Error(`${capacity} places, but ${counts.join(", ")} given`);
}

async function onDisk(hall: Hall, disk: Disk): Promise<Row[]> {
  const { stage } = hall;
  const target = { atLeast: disk === "as it is" ? 3 : 15 };
  const floor = () => run(hall, "bare", 64, stage.seconds);
  const p99: number[] = [];
  const many = async () => {
    const measure = await run(hall, "together", 256);
    p99.push(measure.p99);
    return measure;
  };
  const base = { unit: "joins/s", disk, floor };
  const alone = () => run(hall, "alone", 64, stage.seconds);
  return [
    await inTurn(stage, {
      ...base,
      path: "group place, command alone, 64 clients",
      target: { atLeast: 0.5 },
      subject: alone,
    }),
    await inTurn(stage, {
      ...base,
      path: "group place, together, 64 clients",
      target,
      subject: () => run(hall, "together", 64),
    }),
    await inTurn(stage, { ...base, path: "group place, together, 256 clients", subject: many }),
    bound("group place, together, 256 clients, p99", "ms", p99.slice(1), 500, "exactly the capacity granted", disk),
  ];
}

/** Places of one hot group: the whole command against bare SQL that writes the same rows. */
export async function places(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const size = { agencies: 1, groups: 1, pilgrims: stage.quick ? 2_000 : 8_000 };
  const [agency] = await makeWorld(database.bare, size);
  const part = await stage.part("places", database.env);
  await part.ask("open");
  const hall = { stage, part, database, agency: agency!, people: agency!.groups[0]!.pilgrims };
  const rows: Row[] = [];
  for (const disk of stage.disks) rows.push(...(await onDisk(hall, disk)));
  await part.close();
  return rows;
}
