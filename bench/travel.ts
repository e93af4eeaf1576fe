import { freshDeparture } from "./bookings";
import type { TakenIn } from "./parts/travel";
import { asker, asTime, signIn } from "./rest";
import { bound, inTurn, type Row } from "./tools/rounds";
import type { Stage, StageDatabase } from "./tools/stage";
import { makeWorld } from "./tools/world";

/** Passengers of one file, from the upload to the last booking: each time into a departure of its own. */
async function imports(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const [agency] = await makeWorld(database.bare, { agencies: 1, groups: 0, pilgrims: 0 });
  const part = await stage.part("travel", database.env);
  await part.ask("open");
  const rows = stage.quick ? 2_000 : 10_000;
  const rounds: TakenIn[] = [];
  for (let i = 0; i < (stage.quick ? 1 : 3); i += 1) {
    const departure = await freshDeparture(database, agency!.id, rows);
    const order = { agencyId: agency!.id, owner: agency!.owner, departureId: departure.id, rows };
    const taken = await part.ask<TakenIn>("takeIn", order);
    if (taken.done !== rows) throw new Error(`${rows} passengers, but ${taken.done} taken in`);
    rounds.push(taken);
  }
  await part.close();
  const name = `import of ${rows.toLocaleString("en")} passengers`;
  const note = `${rounds[0]!.bookings} bookings`;
  return [
    bound(
      `${name}, upload and look through`,
      "ms",
      rounds.map(({ checkMs }) => checkMs),
      5_000,
    ),
    bound(
      `${name}, taken in`,
      "ms",
      rounds.map(({ takeMs }) => takeMs),
      rows * 6,
      note,
    ),
  ];
}

const BOARD = 45;
/** One departure with a bus full of pilgrims, beside so many others. Returns the one. */
async function fill(database: StageDatabase, agencyId: string, others: number): Promise<string> {
  const { bare } = database;
  const one = await freshDeparture(database, agencyId, BOARD);
  for (let i = 0; i < 50; i += 1) await freshDeparture(database, agencyId, others);
  await bare`
    insert into bookings (id, agency_id, departure_id, code, status, payer_name, currency, owed, policy, pilgrim_count)
    select gen_random_uuid(), ${agencyId}, d.id, 'T-' || n, 'paid', 'Payer ' || n, 'IDR', 3450000000,
      '{"depositAmount": 0, "settlementDays": 30, "cancellationTiers": []}', 1
    from generate_series(1, ${others + BOARD}) n
    join (select id, row_number() over (order by id = ${one.id} desc) - 1 as place from departures
      where agency_id = ${agencyId}) d on d.place = case when n <= ${BOARD} then 0 else 1 + n % 50 end`;
  await bare`
    insert into booking_pilgrims (id, agency_id, booking_id, departure_id, position, state, passenger_type, room_type, passport_name)
    select gen_random_uuid(), agency_id, id, departure_id, 0, 'active', 'adult', 'quad', payer_name
    from bookings where agency_id = ${agencyId}`;
  await bare`
    insert into pilgrim_documents (id, agency_id, pilgrim_id, kind, status, decided_at)
    select gen_random_uuid(), agency_id, p.id, kind, 'accepted', now()
    from booking_pilgrims p, unnest(array['passport', 'visa']) kind where agency_id = ${agencyId}`;
  return one.id;
}

/** The readiness board of one departure waits no longer where a hundred times as many travel elsewhere. */
async function board(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const [small, large] = await makeWorld(database.bare, { agencies: 2, groups: 0, pilgrims: 0 });
  const many = stage.quick ? 20_000 : 100_000;
  const ids = [await fill(database, small!.id, many / 100), await fill(database, large!.id, many)];
  await database.bare`vacuum analyze`;
  const [product, load] = [await stage.part("product", database.env), await stage.part("load")];
  const port = await product.ask<number>("serve");
  const asks = [];
  for (const [i, agency] of [small!, large!].entries()) {
    const tokens = await product.ask<string[]>("tokens", await signIn(database, agency.owner));
    const path = `/api/v1/departures/${ids[i]}/readiness?limit=50`;
    asks.push(asTime(asker(stage, load, { part: product, port, tokens }, path, 8), 8));
  }
  const path = `readiness board: ${many.toLocaleString("en")} pilgrims over a hundredth`;
  const row = await inTurn(stage, { path, unit: "ms", target: { atMost: 1.2 }, floor: asks[0]!, subject: asks[1]! });
  for (const part of [product, load]) await part.close();
  return [row];
}

/** A departure that is prepared: who comes in by a file, and who is ready. */
export const travel = async (stage: Stage): Promise<Row[]> => [...(await imports(stage)), ...(await board(stage))];
