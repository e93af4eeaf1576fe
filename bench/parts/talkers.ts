import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { answer } from "../tools/part";
import { type Latency, latencyOf } from "../tools/stats";
import { Wire } from "../tools/wire";

// All phones of a chat bench in one process: everybody hears their group, and everybody writes in turn.

export type Chair = { group: string; user: string; token?: string };
type Order = { port: number; language: "bare" | "socketio"; chairs: Chair[] };
type Talker = { chair: Chair; wire: Wire; probe: boolean; next: number; open: Map<number, number> };

const TEXT = "Kami di lantai 2, sebentar lagi turun";
let bare = false;
const talkers: Talker[] = [];
const heard = { frames: 0, acked: 0, refusal: null as string | null };
let ackMs: number[] = [];
let deliveryMs: number[] = [];
const sentAt = new Map<string, number>();
let whenAcked: (talker: Talker) => void = () => undefined;

async function join({ port, language, chairs }: Order) {
  bare = language === "bare";
  const probed = new Set<string>();
  for (let i = 0; i < chairs.length; i += 50) {
    await Promise.all(
      chairs.slice(i, i + 50).map(async (chair) => {
        const path = bare ? `/?group=${chair.group}&user=${chair.user}` : "/socket.io/?EIO=4&transport=websocket";
        const wire = await Wire.open(port, path);
        if (!bare) await greet(wire, chair);
        const talker: Talker = { chair, wire, probe: !probed.has(chair.group), next: 0, open: new Map() };
        probed.add(chair.group);
        talkers.push(talker);
        wire.listen((bytes, from, to) => hear(talker, bytes, from, to));
      }),
    );
  }
  return talkers.length;
}

const greet = (wire: Wire, { token }: Chair) =>
  new Promise<void>((settle, fail) => {
    wire.listen((bytes, from, to) => {
      const text = bytes.toString("latin1", from, to);
      if (text.startsWith("0{")) wire.send(`40${JSON.stringify({ token })}`);
      else if (text.startsWith("44")) fail(new Error(`refused: ${text}`));
      else if (text.startsWith("40")) settle();
    });
  });

const [TWO, THREE, FOUR, OPEN, M] = [50, 51, 52, 91, 109];

function hear(talker: Talker, bytes: Buffer, from: number, to: number) {
  const isNews = bare
    ? bytes[from + 2] === M
    : bytes[from] === FOUR && bytes[from + 1] === TWO && bytes[from + 2] === OPEN;
  if (isNews) {
    heard.frames += 1;
    if (talker.probe) arrive(bytes.toString("latin1", from, to));
  } else if (bare) acked(talker, bytes.toString("latin1", from + 7, to), null);
  else if (bytes[from] === FOUR && bytes[from + 1] === THREE) {
    const text = bytes.toString("latin1", from + 2, Math.min(to, from + 200));
    acked(talker, text, text.includes('"ok":true') ? null : text);
  } else if (to - from === 1 && bytes[from] === TWO) talker.wire.send("3");
}

function acked(talker: Talker, text: string, refusal: string | null) {
  const n = Number.parseInt(text, 10);
  const then = talker.open.get(n);
  if (then === undefined) return;
  talker.open.delete(n);
  ackMs.push(performance.now() - then);
  heard.acked += 1;
  heard.refusal ??= refusal;
  whenAcked(talker);
}

function arrive(frame: string) {
  const at = frame.indexOf('"clientId":"') + 12;
  const then = sentAt.get(frame.slice(at, at + 36));
  if (then !== undefined) deliveryMs.push(performance.now() - then);
}

function say(talker: Talker) {
  talker.next += 1;
  const [n, clientId, now] = [talker.next, randomUUID(), performance.now()];
  sentAt.set(clientId, now);
  talker.open.set(n, now);
  const { group: groupId } = talker.chair;
  talker.wire.send(
    bare
      ? JSON.stringify({ n, clientId, text: TEXT })
      : `42${n}["message:send",${JSON.stringify({ groupId, clientId, kind: "text", text: TEXT })}]`,
  );
}

function begin() {
  Object.assign(heard, { frames: 0, acked: 0, refusal: null });
  ackMs = [];
  deliveryMs = [];
  sentAt.clear();
}

async function settled() {
  while (talkers.some(({ open }) => open.size > 0)) await wait(5);
  for (let seen = -1; seen !== heard.frames; ) {
    seen = heard.frames;
    await wait(150);
  }
}

export type Talked = {
  said: number;
  frames: number;
  refusal: string | null;
  seconds: number;
  ack: Latency;
  delivery: Latency;
};

/** Everybody has one message on its way for so long. */
async function pump({ seconds }: { seconds: number }): Promise<Talked> {
  begin();
  const start = performance.now();
  const until = start + seconds * 1_000;
  whenAcked = (talker) => performance.now() < until && say(talker);
  for (const talker of talkers) say(talker);
  while (talkers.some(({ open }) => open.size > 0)) await wait(2);
  const took = (performance.now() - start) / 1_000;
  await settled();
  return told(took);
}

/** Messages at an even rate, everybody in turn. */
async function steady({ seconds, perSecond }: { seconds: number; perSecond: number }): Promise<Talked> {
  begin();
  whenAcked = () => undefined;
  const start = performance.now();
  const total = seconds * perSecond;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * perSecond));
    for (; sent < due; sent += 1) say(talkers[(sent * 51) % talkers.length]!);
    await wait(1);
  }
  await settled();
  return told((performance.now() - start) / 1_000);
}

const told = (seconds: number): Talked => ({
  said: heard.acked,
  frames: heard.frames,
  refusal: heard.refusal,
  seconds,
  ack: latencyOf(ackMs),
  delivery: latencyOf(deliveryMs),
});

answer({ join, pump, steady });
