import type { Steady } from "./parts/crowd";
import { bound, type Row, rowOf } from "./tools/rounds";
import type { Seat } from "./tools/speech";
import type { Stage } from "./tools/stage";
import { type BenchAgency, makeWorld } from "./tools/world";

const MB = 1_000_000;

async function seatsOf(world: BenchAgency[], tokens: string[]): Promise<Seat[]> {
  const people = world.flatMap(({ groups }) =>
    groups.flatMap((group) => group.pilgrims.map((who) => ({ group, who }))),
  );
  return people.map(({ group, who }, i) => ({ group: group.id, user: who.userId, token: tokens[i], sends: true }));
}

/** Bytes that so many sockets cost a fresh server, each with a person of its own. */
async function idle(stage: Stage, name: "product" | "bare-socketio", sockets: number): Promise<number> {
  const database = await stage.database();
  const world = await makeWorld(database.bare, { agencies: 1, groups: sockets / 50, pilgrims: 50 });
  const server = await stage.part(name, database.env);
  const crowd = await stage.part("crowd");
  const port = await server.ask<number>("serve");
  const people = world.flatMap(({ groups }) => groups.flatMap(({ pilgrims }) => pilgrims));
  const tokens = name === "product" ? await server.ask<string[]>("tokens", people) : [];
  const before = await server.memory();
  await crowd.ask("join", { port, language: "socketio", seats: await seatsOf(world, tokens) });
  const after = await server.memory();
  await crowd.close();
  await server.close();
  return (after - before) / MB;
}

async function idleRow(stage: Stage): Promise<Row> {
  const sockets = stage.quick ? 1_000 : 5_000;
  const rounds: { floor: { value: number }; subject: { value: number } }[] = [];
  for (let i = 0; i < (stage.quick ? 1 : stage.rounds); i += 1) {
    const floor = { value: await idle(stage, "bare-socketio", sockets) };
    rounds.push({ floor, subject: { value: await idle(stage, "product", sockets) } });
  }
  const path = `${sockets.toLocaleString("en")} idle sockets, over bare Socket.IO`;
  return rowOf({ path, unit: "MB", target: { atMost: 1.2 } }, rounds);
}

/** One of 50 watchers stops reading: what it costs the server, and whether the others notice. */
async function stalledRows(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  const [agency] = await makeWorld(database.bare, { agencies: 1, groups: 1, pilgrims: 40 });
  const { owner, groups } = agency!;
  const group = groups[0]!;
  const server = await stage.part("product", database.env);
  const crowd = await stage.part("crowd");
  const port = await server.ask<number>("serve");
  const tokens = await server.ask<string[]>("tokens", [owner, ...group.pilgrims]);
  const watcher = { group: group.id, user: owner.userId, token: tokens[0], sends: false };
  const senders = group.pilgrims.map(({ userId }, i) => ({
    group: group.id,
    user: userId,
    token: tokens[i + 1],
    sends: true,
  }));
  await crowd.ask("join", {
    port,
    language: "socketio",
    seats: [...Array.from({ length: 50 }, () => watcher), ...senders],
  });
  const input = { seconds: stage.quick ? 4 : 60, perSecond: 100 };
  const without = await crowd.ask<Steady>("steady", { ...input, seconds: Math.min(input.seconds, 10) });
  const before = await server.memory();
  await crowd.ask("stall");
  const during = await crowd.ask<Steady>("steady", input);
  const grown = Math.max(0, ((await server.memory()) - before) / MB);
  await crowd.close();
  await server.close();
  const note = `stalled for ${input.seconds} s`;
  return [
    bound("one of 50 watchers stalled, memory", "MB", [grown], 20, note),
    bound(
      "one of 50 watchers stalled, the others' delivery p99",
      "ms",
      [during.delivery.p99],
      without.delivery.p99 * 1.2,
      note,
    ),
  ];
}

/** Connections: what an idle one costs, and what a stalled one costs the others. */
export async function connections(stage: Stage): Promise<Row[]> {
  return [await idleRow(stage), ...(await stalledRows(stage))];
}
