import type { Chair, Talked } from "./parts/talkers";
import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Stage, StageDatabase } from "./tools/stage";
import { type Latency, statOf } from "./tools/stats";
import { type BenchAgency, makeWorld } from "./tools/world";

const [GROUPS, MEMBERS] = [20, 50];
const STEADY = 20_000;

type Side = { server: Part; crowd: Part; database: StageDatabase };

async function open(stage: Stage, name: "bare-chat" | "product"): Promise<Side> {
  const database = await stage.database();
  const [agency] = await makeWorld(database.bare, { agencies: 1, groups: GROUPS, pilgrims: MEMBERS });
  const server = await stage.part(name, database.env);
  const port = await server.ask<number>("serve", agency?.id);
  const people = agency?.groups.flatMap(({ pilgrims }) => pilgrims) ?? [];
  const tokens = name === "product" ? await server.ask<string[]>("tokens", people) : [];
  const crowd = await stage.part("talkers");
  const language = name === "product" ? "socketio" : "bare";
  await crowd.ask("join", { port, language, chairs: chairsOf(agency, tokens) });
  return { server, crowd, database };
}

const chairsOf = (agency: BenchAgency | undefined, tokens: string[]): Chair[] =>
  (agency?.groups ?? []).flatMap(({ id: group, pilgrims }, g) =>
    pilgrims.map(({ userId: user }, i) => ({ group, user, token: tokens[g * MEMBERS + i] })),
  );

function check(talked: Talked): Talked {
  if (talked.refusal !== null) throw new Error(`a message was refused: ${talked.refusal}`);
  const lost = talked.said * MEMBERS - talked.frames;
  if (lost !== 0) throw new Error(`${lost} deliveries were lost`);
  return talked;
}

/** Deliveries a second: everybody of a group hears each message, after its commit. */
async function talk({ server, crowd }: Side, stage: Stage): Promise<Measure> {
  const talked = await server.during(() => crowd.ask<Talked>("pump", { seconds: stage.seconds }));
  const deliveries = check(talked).frames;
  const { ack } = talked;
  return {
    value: deliveries / talked.seconds,
    cpuUs: talked.cpu / deliveries,
    note: `ack ${ack.p50.toFixed(1)} / ${ack.p99.toFixed(1)} ms`,
  };
}

const middle = (rounds: Talked[], which: keyof Latency) =>
  statOf(rounds.map(({ delivery }) => delivery[which])).median.toFixed(1);

/** Chat: 20 groups of 50 who all talk, and how soon one hears another at an even rate. */
export async function chat(stage: Stage): Promise<Row[]> {
  const [ours, bare] = [await open(stage, "product"), await open(stage, "bare-chat")];
  // As on a house's second day: there has been talk, and PostgreSQL has counted it.
  for (const side of [ours, bare]) {
    await talk(side, stage);
    await side.database.bare`analyze`;
  }
  const rows: Row[] = [];
  for (const disk of stage.disks) {
    const path = "chat 20 x 50, stored before heard, over pre-framed durable ws";
    const [floor, subject] = [() => talk(bare, stage), () => talk(ours, stage)];
    rows.push(await inTurn(stage, { path, unit: "deliveries/s", disk, target: { atLeast: 0.6 }, floor, subject }));
  }
  const input = { seconds: stage.quick ? 2 : 4, perSecond: STEADY / MEMBERS };
  const steady: Talked[] = [];
  const floor: Talked[] = [];
  for (let i = 0; i < stage.rounds; i += 1) {
    floor.push(check(await bare.crowd.ask<Talked>("steady", input)));
    steady.push(check(await ours.crowd.ask<Talked>("steady", input)));
  }
  const p99 = steady.map(({ delivery }) => delivery.p99);
  const note = `p50 ${middle(steady, "p50")}; ws ${middle(floor, "p50")} / ${middle(floor, "p99")}`;
  rows.push(bound("chat, 20,000 deliveries/s, p99", "ms", p99, 8, note));
  for (const { server, crowd } of [ours, bare]) {
    await crowd.close();
    await server.close();
  }
  return rows;
}
