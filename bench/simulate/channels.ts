import type { Socket } from "socket.io-client";
import type { OutgoingFix } from "@/components/offline/fix";
import type { Channel } from "./plan";
import { type Account, Refused } from "./rest";

/** What the server answered for: `accepted` is durable, `rejected` need not be sent again. */
export type Answer = { accepted: string[]; rejected: { id: string; reason: string }[] };
/** Sends a batch once; throws when it may be tried again. */
export type Post = (fixes: readonly OutgoingFix[]) => Promise<Answer>;

const ACK_MS = 5_000;
const seconds = (fix: OutgoingFix) => Date.parse(fix.at) / 1_000;
const taken = (fixes: readonly OutgoingFix[]): Answer => ({ accepted: fixes.map(({ id }) => id), rejected: [] });

const bySocket =
  (socket: Socket): Post =>
  async (positions) => {
    const ack = (await socket.timeout(ACK_MS).emitWithAck("position:send", { positions })) as Answer & {
      ok: boolean;
      error?: string;
      details?: { retryAfter?: number };
    };
    if (!ack.ok) throw new Refused(503, ack.error ?? "unknown", (ack.details?.retryAfter ?? 1) * 1_000);
    return ack;
  };

const byRest =
  (account: Account): Post =>
  async (positions) =>
    (await account.once("/positions", { positions })) as Answer;

async function deliver(address: string, init: RequestInit, fixes: readonly OutgoingFix[]): Promise<Answer> {
  const response = await fetch(address, { ...init, signal: AbortSignal.timeout(ACK_MS) });
  await response.arrayBuffer();
  if (response.ok) return taken(fixes);
  throw new Refused(response.status, "tracker", (Number(response.headers.get("retry-after")) || 1) * 1_000);
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** OwnTracks in HTTP mode: speed in km/h, battery in percent. */
const byOwnTracks =
  (address: string): Post =>
  (fixes) => {
    const messages = fixes.map((fix) => ({
      _type: "location",
      lat: fix.lat,
      lon: fix.lng,
      tst: seconds(fix),
      acc: fix.accuracy,
      cog: fix.heading,
      tid: "qs",
      vel: Math.round((fix.speed ?? 0) * 3.6),
      batt: Math.round((fix.battery ?? 0) * 100),
    }));
    return deliver(address, json(messages), fixes);
  };

/** OsmAnd: one fix a query, speed in knots. */
const byOsmand =
  (address: string): Post =>
  ([fix]) => {
    if (!fix) return Promise.resolve(taken([]));
    const query = new URLSearchParams({
      id: "simulated",
      lat: String(fix.lat),
      lon: String(fix.lng),
      timestamp: String(seconds(fix)),
      accuracy: String(fix.accuracy),
      speed: String((fix.speed ?? 0) / 0.514_444),
      bearing: String(fix.heading),
      batt: String((fix.battery ?? 0) * 100),
    });
    return deliver(`${address}?${query}`, { method: "GET" }, [fix]);
  };

/** Traccar Client 9: JSON, metres and seconds. */
const byTraccar =
  (address: string): Post =>
  (fixes) => {
    const location = fixes.map((fix) => ({
      timestamp: fix.at,
      coords: {
        latitude: fix.lat,
        longitude: fix.lng,
        accuracy: fix.accuracy,
        speed: fix.speed,
        heading: fix.heading,
      },
      battery: { level: fix.battery, is_charging: false },
    }));
    return deliver(address, json({ device_id: "simulated", location }), fixes);
  };

/** The way this member's device talks to the server. `address` is the tracker's own. */
export function openChannel(
  channel: Channel,
  parts: { account: Account; socket: Socket | null; address: string | null },
): Post {
  const { account, socket, address } = parts;
  if (channel === "socket" && socket) return bySocket(socket);
  if (channel === "owntracks" && address) return byOwnTracks(address);
  if (channel === "osmand" && address) return byOsmand(address);
  if (channel === "traccar" && address) return byTraccar(address);
  return byRest(account);
}
