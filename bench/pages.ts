import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HttpWire } from "./tools/http";
import { minimalApp } from "./tools/minimal";
import type { Part } from "./tools/parts";
import { openPhone } from "./tools/phone";
import { bound, type Measure, type Row, rowOf } from "./tools/rounds";
import type { Stage } from "./tools/stage";
import { type Latency, latencyOf } from "./tools/stats";
import { type BenchAgency, makeWorld } from "./tools/world";

const KB = 1_000;
type Surface = { name: string; path: string; who: "nobody" | "owner" | "pilgrim" | "leader"; budgetKb: number };

/** One page of each surface, and how much JavaScript it may bring beyond Next's own. */
const surfaces = ({ slug, groups }: BenchAgency): Surface[] => [
  { name: "sign in", path: "/sign-in", who: "nobody", budgetKb: 40 },
  { name: "pilgrim", path: `/a/${slug}/my`, who: "pilgrim", budgetKb: 40 },
  { name: "pilgrim's map", path: `/a/${slug}/my/map`, who: "pilgrim", budgetKb: 40 },
  { name: "leader", path: `/a/${slug}/lead`, who: "leader", budgetKb: 40 },
  { name: "leader's map", path: `/a/${slug}/lead/groups/${groups[0]?.id}/map`, who: "leader", budgetKb: 40 },
  { name: "office", path: `/a/${slug}/office/groups`, who: "owner", budgetKb: 80 },
  { name: "office, one group", path: `/a/${slug}/office/groups/${groups[0]?.id}`, who: "owner", budgetKb: 80 },
];

const SCRIPT = /static\/chunks\/[\w./~()[\]%@-]+?\.js/g;

/** Bytes of all scripts a page names, each gzipped as a proxy would. */
async function scriptBytes(wire: HttpWire, html: string): Promise<number> {
  let bytes = 0;
  for (const script of new Set(html.match(SCRIPT))) {
    const { status, body } = await wire.get(`/_next/${script}`);
    if (status === 200) bytes += gzipSync(body).length;
  }
  return bytes;
}

type Seen = { first: Latency; cpuUs: number };

async function look(part: Part, port: number, path: string, cookie: string, times: number): Promise<Seen> {
  const wire = await HttpWire.open(port);
  const first: number[] = [];
  const { cpu } = await part.during(async () => {
    for (let i = 0; i < times; i += 1) {
      const got = await wire.get(path, cookie ? { cookie } : {});
      if (got.status !== 200) throw new Error(`${path} answers ${got.status}`);
      first.push(got.firstByteMs);
    }
    return {};
  });
  wire.close();
  return { first: latencyOf(first), cpuUs: cpu / times };
}

async function timeRows(stage: Stage, floor: Ask, subject: Ask, name: string): Promise<Row[]> {
  const times = stage.quick ? 50 : 200;
  await floor(times);
  await subject(times);
  const rounds: { floor: Seen; subject: Seen }[] = [];
  for (let i = 0; i < stage.rounds; i += 1) rounds.push({ floor: await floor(times), subject: await subject(times) });
  const row = (at: keyof Latency, atMost: number) => {
    const measure = ({ first, cpuUs }: Seen): Measure => ({ value: first[at], cpuUs });
    const pairs = rounds.map((round) => ({ floor: measure(round.floor), subject: measure(round.subject) }));
    return rowOf({ path: `${name}, time to first byte, ${at}`, unit: "ms", target: { atMost } }, pairs);
  };
  return [row("p50", 1.5), row("p99", 3)];
}
type Ask = (times: number) => Promise<Seen>;

/** What each surface brings of scripts before anything is done. */
async function scriptRows(wire: HttpWire, shown: readonly Surface[], cookieOf: CookieOf, least: number) {
  const rows: Row[] = [];
  for (const { name, path, who, budgetKb } of shown) {
    const got = await wire.get(path, { cookie: cookieOf(who) });
    if (got.status !== 200) throw new Error(`${path} answers ${got.status}`);
    const kb = (await scriptBytes(wire, got.body.toString())) / KB;
    const note = `smallest Next page ${(least / KB).toFixed(0)} kB`;
    rows.push(bound(`${name}, first-load JavaScript, gzip`, "kB", [kb], least / KB + budgetKb, note));
  }
  return rows;
}

/** What people see of each surface that is made for a phone, and when. */
async function paintRows(stage: Stage, port: number, shown: readonly Surface[], cookieOf: CookieOf): Promise<Row[]> {
  const phone = await openPhone(port);
  const rows: Row[] = [];
  for (const { name, path, who } of shown) {
    const paints: number[] = [];
    for (let i = 0; i <= stage.rounds; i += 1) paints.push(await phone.paint(path, cookieOf(who)));
    rows.push(bound(`${name}, largest contentful paint`, "ms", paints.slice(1), 2_500, "mid phone, slow 4G"));
  }
  await phone.close();
  return rows;
}
type CookieOf = (who: Surface["who"]) => string;

/** A leader is a pilgrim's membership with another role, set where the bench made it; people have names as people have them,
 * and a place to meet. */
async function peopleOf(agency: BenchAgency, bare: Awaited<ReturnType<Stage["database"]>>["bare"]) {
  const [pilgrim, leader] = agency.groups[0]!.pilgrims;
  await bare`update memberships set roles = '{leader}' where user_id = ${leader!.userId}`;
  await bare`update group_members set role = 'leader' where user_id = ${leader!.userId}`;
  await bare`update memberships set person_name = 'Siti Nurhaliza binti Abdullah' where roles = '{pilgrim}'`;
  await bare`update groups set meeting_lat = 21.4210447, meeting_lng = 39.8258406, meeting_label = 'King Abdulaziz Gate 1'
    where id = ${agency.groups[0]!.id}`;
  return { owner: agency.owner, pilgrim: pilgrim!, leader: leader! };
}

/** Pages: time to first byte and first-load JavaScript against the smallest Next page, and when a phone shows them. */
export async function pages(stage: Stage): Promise<Row[]> {
  if (!existsSync(join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"))) {
    stage.say("  there is no build, so pages are left out: npm run build");
    return [];
  }
  const database = await stage.database();
  const [agency] = await makeWorld(database.bare, { agencies: 1, groups: 50, pilgrims: 4 });
  const people = await peopleOf(agency!, database.bare);
  const [ours, minimal] = [await stage.part("pages", database.env), await stage.part("pages", database.env)];
  const { port } = await ours.ask<{ port: number }>("serve");
  const bareport = await minimal.ask<number>("serveOnly", minimalApp());
  const names = Object.keys(people) as (keyof typeof people)[];
  const given = await ours.ask<string[]>(
    "cookies",
    names.map((name) => people[name]),
  );
  const cookieOf: CookieOf = (who) => given[names.indexOf(who as never)] ?? "";
  const bareWire = await HttpWire.open(bareport);
  const bareBytes = await scriptBytes(bareWire, (await bareWire.get("/")).body.toString());
  const wire = await HttpWire.open(port);
  const rows: Row[] = [];
  const shown = surfaces(agency!);
  rows.push(...(await scriptRows(wire, shown, cookieOf, bareBytes)));
  const floor: Ask = (times) => look(minimal, bareport, "/", "", times);
  const office = shown.find(({ who }) => who === "owner")!;
  const subject: Ask = (times) => look(ours, port, office.path, cookieOf("owner"), times);
  rows.push(...(await timeRows(stage, floor, subject, "office list of 50 groups")));
  const forPhones = shown.filter(({ who }) => who !== "owner");
  rows.push(...(await paintRows(stage, port, forPhones, cookieOf)));
  for (const part of [ours, minimal]) await part.close();
  return rows;
}
