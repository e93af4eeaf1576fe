import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { answer } from "../tools/part";
import { type Fleet, LANGUAGES, type Seat, type Speech } from "../tools/speech";
import { type Latency, latencyOf } from "../tools/stats";
import { Wire } from "../tools/wire";

// All clients of a bench in one process: watchers that count what they hear, senders that keep a window of fixes open.

type Sender = { seat: Seat; wire: Wire; index: number; last: number; next: number; open: Map<number, number> };
type Watcher = { seat: Seat; wire: Wire; probe: boolean; kept: Buffer[] };

let speech: Speech = LANGUAGES.bare;
let senders: Sender[] = [];
let watchers: Watcher[] = [];
const heard = { frames: 0, acked: 0, refusal: null as string | null };
let ackMs: number[] = [];
let deliveryMs: number[] = [];
let whenAcked: (sender: Sender) => void = () => undefined;
let whenProbed: (bytes: Buffer) => void = () => undefined;

/** How many probes listen to each group in full. */
const PROBES = 1;

async function join({ port, language, seats }: Fleet) {
  speech = LANGUAGES[language];
  const probes = new Map<string, number>();
  for (let i = 0; i < seats.length; i += 50) {
    await Promise.all(seats.slice(i, i + 50).map((seat) => sit(port, seat, probes)));
  }
  return { senders: senders.length, watchers: watchers.length };
}

async function sit(port: number, seat: Seat, probes: Map<string, number>) {
  const wire = await Wire.open(port, speech.path(seat));
  await speech.greet(wire, seat);
  if (seat.sends) {
    const sender: Sender = { seat, wire, index: senders.length, last: 0, next: 0, open: new Map() };
    senders.push(sender);
    wire.listen((bytes, from, to) => hearAck(sender, bytes, from, to));
    return;
  }
  const count = probes.get(seat.group) ?? 0;
  probes.set(seat.group, count + 1);
  const watcher: Watcher = { seat, wire, probe: count < PROBES, kept: [] };
  watchers.push(watcher);
  wire.listen((bytes, from, to) => hearNews(watcher, bytes, from, to));
}

function hearAck(sender: Sender, bytes: Buffer, from: number, to: number) {
  const n = speech.ackOf(bytes, from);
  if (n === null) return speech.keepAlive(sender.wire, bytes, from, to);
  const sentAt = sender.open.get(n);
  if (sentAt === undefined) return;
  sender.open.delete(n);
  ackMs.push(performance.now() - sentAt);
  heard.refusal ??= speech.refusalOf(bytes, from, to);
  heard.acked += 1;
  whenAcked(sender);
}

function hearNews(watcher: Watcher, bytes: Buffer, from: number, to: number) {
  if (!speech.isNews(bytes, from)) return speech.keepAlive(watcher.wire, bytes, from, to);
  heard.frames += 1;
  if (!watcher.probe) return;
  const copy = Buffer.from(bytes.subarray(from, to));
  watcher.kept.push(copy);
  if (watcher.kept.length > 3) watcher.kept.shift();
  whenProbed(copy);
}

/** A person who walks: one fix a millisecond apart from the last, never in the future. */
function send(sender: Sender, at: number) {
  sender.next += 1;
  sender.last = at;
  const fix = `{"id":"${randomUUID()}","at":"${new Date(at).toISOString()}","lat":21.4210447,"lng":39.8258406,"accuracy":12,"speed":1.1,"battery":0.63}`;
  sender.open.set(sender.next, performance.now());
  sender.wire.send(speech.say(sender.next, fix));
}

function begin() {
  Object.assign(heard, { frames: 0, acked: 0, refusal: null });
  ackMs = [];
  deliveryMs = [];
}

export type Pumped = {
  accepted: number;
  refusal: string | null;
  seconds: number;
  frames: number;
  ack: Latency;
  behind: number;
};

/** Every sender keeps `window` fixes unanswered for so long. */
async function pump({ seconds, window }: { seconds: number; window: number }): Promise<Pumped> {
  begin();
  const start = performance.now();
  const until = start + seconds * 1_000;
  const floor = Date.now() - 3_600_000;
  const more = (sender: Sender) => send(sender, Math.max(sender.last + 1, floor));
  whenAcked = (sender) => performance.now() < until && more(sender);
  for (const sender of senders) for (let i = 0; i < window; i += 1) more(sender);
  while (senders.some(({ open }) => open.size > 0)) await wait(5);
  const took = (performance.now() - start) / 1_000;
  await settled();
  const { acked: accepted, refusal, frames } = heard;
  return { accepted, refusal, seconds: took, frames, ack: latencyOf(ackMs), behind: behind() };
}

/** Waits until nothing more arrives, longer than a tick of any server. */
async function settled() {
  for (let seen = -1; seen !== heard.frames; ) {
    seen = heard.frames;
    await wait(700);
  }
}

/** Senders whose newest fix a probe of their group did not hear: none, if coalescing loses nothing. */
function behind(): number {
  const newest = new Map<string, number>();
  for (const { kept } of watchers) {
    for (const frame of kept) {
      for (const [userId, at] of speech.newsOf(frame)) newest.set(userId, Math.max(at, newest.get(userId) ?? 0));
    }
  }
  const watched = new Set(watchers.map(({ seat }) => seat.group));
  return senders.filter(({ seat, last }) => watched.has(seat.group) && newest.get(seat.user) !== last).length;
}

export type Steady = { delivery: Latency; ack: Latency; fixes: number; seen: number };

/** Fixes at an even rate, all senders in turn; how long until the probes had each. */
async function steady({ seconds, perSecond }: { seconds: number; perSecond: number }): Promise<Steady> {
  begin();
  whenAcked = () => undefined;
  const sentAt = new Map<string, number>();
  whenProbed = (frame) => {
    const now = performance.now();
    for (const [userId, at] of speech.newsOf(frame)) {
      const then = sentAt.get(`${userId} ${at}`);
      if (then !== undefined) deliveryMs.push(now - then);
    }
  };
  const start = performance.now();
  const total = seconds * perSecond;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * perSecond));
    for (; sent < due; sent += 1) {
      const sender = senders[sent % senders.length];
      if (!sender) throw new Error("nobody sends");
      const at = Math.max(sender.last + 1, Date.now());
      sentAt.set(`${sender.seat.user} ${at}`, performance.now());
      send(sender, at);
    }
    await wait(1);
  }
  await settled();
  whenProbed = () => undefined;
  return { delivery: latencyOf(deliveryMs), ack: latencyOf(ackMs), fixes: total, seen: deliveryMs.length };
}

/** The last watcher, who is no probe, stops reading. */
function stall() {
  watchers.at(-1)?.wire.stall();
}

function leave() {
  for (const { wire } of [...senders, ...watchers]) wire.close();
  senders = [];
  watchers = [];
}

answer({ join, pump, steady, stall, leave });
