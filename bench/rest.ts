import { existsSync } from "node:fs";
import { join } from "node:path";
import { newId } from "@/lib/kernel/ids";
import { encodeCursor } from "@/lib/kernel/page";
import type { Loaded } from "./parts/load";
import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Stage, StageDatabase } from "./tools/stage";
import { type BenchPerson, insert, makeWorld } from "./tools/world";

/** So many sessions share the calls that none reaches its 300 a minute. */
const SESSIONS = 200;
const PAGE = 50;

/** Groups of one agency up to page 1,000. */
async function fill({ bare }: StageDatabase, agencyId: string, groups: number) {
  await bare`insert into pools (id, agency_id, kind, capacity, sold)
    select gen_random_uuid(), ${agencyId}, 'group', 45, 40 from generate_series(1, ${groups})`;
  await bare`insert into groups (id, agency_id, number, name, starts_at, ends_at, time_zone, pool_id, join_code)
    select gen_random_uuid(), ${agencyId}, 1 + n % 9999, 'Umrah Akhir Musim ' || n, now() - n * interval '1 minute',
      now() + interval '5 days', 'Asia/Riyadh', id, upper(substr(md5(n::text), 1, 8))
    from (select id, row_number() over () as n from pools where agency_id = ${agencyId}) as numbered`;
  await bare`vacuum analyze`;
}

/** More devices of one person, as an agency's office would have people. */
export async function signIn({ bare }: StageDatabase, { userId }: BenchPerson): Promise<BenchPerson[]> {
  const people = Array.from({ length: SESSIONS }, () => ({ userId, sid: newId() }));
  const now = new Date();
  const until = new Date(now.getTime() + 86_400_000);
  const rows = people.map(({ sid }) => ({ id: sid, user_id: userId, kind: "api", seen_at: now, expires_at: until }));
  await insert(bare, "sessions", rows);
  return people;
}

async function cursorOf({ bare }: StageDatabase, agencyId: string, page: number): Promise<string> {
  const [row] = await bare<{ at: Date; id: string }[]>`
    select starts_at as at, id from groups where agency_id = ${agencyId}
    order by starts_at desc, id offset ${(page - 1) * PAGE - 1} limit 1`;
  return encodeCursor(["latest", row!.at.toISOString(), row!.id]);
}

type Road = { part: Part; port: number; tokens: string[] };

export function asker(stage: Stage, load: Part, { part, port, tokens }: Road, path: string, connections = 32) {
  const order = { port, path, tokens, connections, seconds: stage.seconds };
  return async (): Promise<Measure & Pick<Loaded, "ms">> => {
    const loaded = await part.during(() => load.ask<Loaded>("hammer", order));
    const { ms, perSecond, done, cpu } = loaded;
    return {
      value: perSecond,
      cpuUs: cpu / done,
      ms,
      note: `p50 / p99 ${ms.p50.toFixed(1)} / ${ms.p99.toFixed(1)} ms`,
    };
  };
}

/** Turns a rate of so many clients into the time one call takes. */
export const asTime = (ask: () => Promise<Measure>, connections: number) => async () => {
  const measure = await ask();
  return { ...measure, value: (connections / measure.value) * 1_000 };
};

const isBuilt = () => existsSync(join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"));

async function nextRow(stage: Stage, database: StageDatabase, load: Part, ours: Road, path: string): Promise<Row[]> {
  if (!isBuilt()) {
    stage.say("  there is no build, so the road through Next is left out: npm run build");
    return [];
  }
  const part = await stage.part("pages", database.env);
  const { nextPort } = await part.ask<{ nextPort: number }>("serve");
  const floor = asker(stage, load, { part, port: nextPort, tokens: ours.tokens }, path);
  const subject = asker(stage, load, ours, path);
  const target = { atLeast: 4 };
  const row = await inTurn(stage, {
    path: "list of 50 groups, over the same route through Next",
    unit: "calls/s",
    target,
    floor,
    subject,
  });
  await part.close();
  return [row];
}

/** REST: a list of 50 with everything on, against Next's road, bare SQL, and itself far down the pages. */
export async function rest(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const [agency] = await makeWorld(database.bare, { agencies: 1, groups: 0, pilgrims: 0 });
  await fill(database, agency!.id, stage.quick ? 10_000 : 1_000 * PAGE);
  const people = await signIn(database, agency!.owner);
  const [product, bare, load] = await Promise.all([
    stage.part("product", database.env),
    stage.part("bare-rest", database.env),
    stage.part("load"),
  ]);
  const port = await product.ask<number>("serve");
  const ours = { part: product, port, tokens: await product.ask<string[]>("tokens", people) };
  const floor = { part: bare, port: await bare.ask<number>("serve", agency!.id), tokens: [] };
  const path = `/api/v1/groups?limit=${PAGE}`;
  const rows = await nextRow(stage, database, load, ours, path);
  const spread: number[] = [];
  const subject = async () => {
    const measure = await asker(stage, load, ours, path)();
    spread.push(measure.ms.p99 / measure.ms.p50);
    return measure;
  };
  rows.push(
    await inTurn(stage, {
      path: "list of 50 groups, over bare SQL without auth and fence",
      unit: "calls/s",
      target: { atLeast: 0.5 },
      floor: asker(stage, load, floor, "/"),
      subject,
    }),
    bound("list of 50 groups, p99 over p50, 32 clients", "times", spread.slice(1), 5),
  );
  const far = stage.quick ? 200 : 1_000;
  const after = await cursorOf(database, agency!.id, far);
  rows.push(
    await inTurn(stage, {
      path: `page ${far.toLocaleString("en")} over page 1`,
      unit: "ms",
      target: { atMost: 1.2 },
      floor: asTime(asker(stage, load, ours, path, 8), 8),
      subject: asTime(asker(stage, load, ours, `${path}&cursor=${after}`, 8), 8),
    }),
  );
  for (const part of [product, bare, load]) await part.close();
  return rows;
}
