import type { Pumped, Steady } from "./parts/crowd";
import type { Part } from "./tools/parts";
import { bound, inTurn, type Measure, type Row } from "./tools/rounds";
import type { Fleet, Seat } from "./tools/speech";
import type { Stage } from "./tools/stage";
import { type BenchAgency, makeWorld } from "./tools/world";

/** uWebSockets next to pre-framed ws, as measured apart (PERFORMANCE): 355,000 to 263,000. */
const UWS_OVER_WS = 1.35;
/** Mosquitto QoS 0 next to the same: 199,000. */
const STEADY = 20_000;

type Side = { server: Part; crowd: Part };
type Shape = { agencies: number; groups: number; senders: number; watchers: number };

/** The same seats for every server; a watcher is staff, a sender is a pilgrim of the group. */
function seatsOf(world: BenchAgency[], { watchers }: Shape, tokens: Map<string, string>): Seat[] {
  return world.flatMap(({ groups }) =>
    groups.flatMap(({ id: group, desk, pilgrims }) => [
      ...Array.from({ length: watchers }, () => ({
        group,
        user: desk.userId,
        token: tokens.get(desk.sid),
        sends: false,
      })),
      ...pilgrims.map(({ userId, sid }) => ({ group, user: userId, token: tokens.get(sid), sends: true })),
    ]),
  );
}

async function open(stage: Stage, name: "bare-ws" | "bare-socketio" | "product", shape: Shape): Promise<Side> {
  const database = await stage.database();
  const world = await makeWorld(database.bare, { ...shape, pilgrims: shape.senders });
  const server = await stage.part(name, database.env);
  const port = await server.ask<number>("serve", world[0]?.id);
  const people = world.flatMap(({ groups }) => groups.flatMap(({ desk, pilgrims }) => [desk, ...pilgrims]));
  const given = name === "product" ? await server.ask<string[]>("tokens", people) : [];
  const tokens = new Map(people.map(({ sid }, i) => [sid, given[i] ?? ""]));
  const crowd = await stage.part("crowd");
  const language = name === "bare-ws" ? ("bare" as const) : ("socketio" as const);
  await crowd.ask("join", { port, language, seats: seatsOf(world, shape, tokens) } satisfies Fleet);
  return { server, crowd };
}

async function close({ server, crowd }: Side) {
  await crowd.close();
  await server.close();
}

async function pump({ server, crowd }: Side, input: { seconds: number; window: number }) {
  const pumped = await server.during(() => crowd.ask<Pumped>("pump", input));
  if (pumped.refusal !== null) throw new Error(`a fix was refused: ${pumped.refusal}`);
  return pumped;
}

const ackNote = ({ ack }: Pumped) => `ack ${ack.p50.toFixed(1)} / ${ack.p99.toFixed(1)} ms`;

/** Deliveries a second: every accepted fix reaches every watcher, by itself or in a newer one of the same person. */
async function fanOut(side: Side, stage: Stage, { watchers }: Shape, coalesced: boolean): Promise<Measure> {
  const pumped = await pump(side, { seconds: stage.seconds, window: 8 });
  const deliveries = pumped.accepted * watchers;
  if (!coalesced && pumped.frames !== deliveries) throw new Error(`${deliveries - pumped.frames} deliveries were lost`);
  if (coalesced && pumped.behind > 0) throw new Error(`${pumped.behind} senders' newest fix was not heard`);
  return { value: deliveries / pumped.seconds, cpuUs: pumped.cpu / deliveries, note: ackNote(pumped) };
}

async function ingest(side: Side, stage: Stage): Promise<Measure> {
  const pumped = await pump(side, { seconds: stage.seconds, window: 4 });
  return { value: pumped.accepted / pumped.seconds, cpuUs: pumped.cpu / pumped.accepted, note: ackNote(pumped) };
}

async function fanOutRows(stage: Stage): Promise<Row[]> {
  const shape = { agencies: 1, groups: 20, senders: 5, watchers: 50 };
  const ours = await open(stage, "product", shape);
  const ws = await open(stage, "bare-ws", shape);
  const socketio = await open(stage, "bare-socketio", shape);
  const subject = () => fanOut(ours, stage, shape, true);
  const rows: Row[] = [];
  const unit = "deliveries/s";
  for (const disk of stage.disks) {
    const path = "fan-out 20 x 50, coalesced, over pre-framed durable ws";
    const floor = () => fanOut(ws, stage, shape, false);
    rows.push(await inTurn(stage, { path, unit, disk, target: { atLeast: 2 * UWS_OVER_WS }, floor, subject }));
  }
  const path = "fan-out 20 x 50, coalesced, over bare Socket.IO (stores nothing)";
  const floor = () => fanOut(socketio, stage, shape, false);
  const peer = await inTurn(stage, { path, unit, target: { atLeast: 1.5 }, floor, subject });
  const cpu = peer.cpuUs.subject ?? Number.NaN;
  rows.push(peer, bound("fan-out, server CPU per delivery", "µs", [cpu], 5));
  rows.push(...(await steadyRows(stage, ours, ws)));
  for (const side of [ours, ws, socketio]) await close(side);
  return rows;
}

/** 400 fixes a second to 50 watchers each. A fix may wait for the tick, so ours has a bound and not a floor. */
async function steadyRows(stage: Stage, ours: Side, ws: Side): Promise<Row[]> {
  const input = { seconds: stage.quick ? 2 : 4, perSecond: STEADY / 50 };
  const bare: Steady[] = [];
  const whole: Steady[] = [];
  for (let i = 0; i < stage.rounds; i += 1) {
    bare.push(await ws.crowd.ask<Steady>("steady", input));
    whole.push(await ours.crowd.ask<Steady>("steady", input));
  }
  const lost = whole.map(({ fixes, seen }) => fixes - seen);
  const p99 = (list: Steady[], of: "delivery" | "ack") => list.map((one) => one[of].p99);
  const middle = (list: Steady[], of: "delivery" | "ack") => list.map((one) => one[of].p50.toFixed(1)).join(" ");
  const floorAck = Math.max(...p99(bare, "delivery"));
  return [
    bound(
      "20,000 deliveries/s, delivery p99, coalesced",
      "ms",
      p99(whole, "delivery"),
      600,
      `p50 ${middle(whole, "delivery")}; superseded ${lost.join(" ")}`,
    ),
    bound(
      "20,000 deliveries/s, acknowledgement p99, at most twice ws",
      "ms",
      p99(whole, "ack"),
      2 * floorAck,
      `p50 ${middle(whole, "ack")}; ws ${middle(bare, "delivery")}`,
    ),
  ];
}

async function ingestRows(stage: Stage): Promise<Row[]> {
  const shape = { agencies: 4, groups: 50, senders: 3, watchers: 0 };
  const ours = await open(stage, "product", shape);
  const ws = await open(stage, "bare-ws", { ...shape, agencies: 1, groups: 200 });
  const rows: Row[] = [];
  for (const disk of stage.disks) {
    rows.push(
      await inTurn(stage, {
        path: "durable ingest, 200 groups x 3 senders in 4 agencies",
        unit: "positions/s",
        disk,
        target: { atLeast: 0.6 },
        floor: () => ingest(ws, stage),
        subject: () => ingest(ours, stage),
      }),
    );
  }
  for (const side of [ours, ws]) await close(side);
  return rows;
}

/** Positions: fan-out, latency at an even rate, durable ingest. */
export async function positions(stage: Stage): Promise<Row[]> {
  return [...(await fanOutRows(stage)), ...(await ingestRows(stage))];
}
