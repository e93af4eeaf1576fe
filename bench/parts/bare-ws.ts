import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import postgres from "postgres";
import { type WebSocket, WebSocketServer } from "ws";
import { frameOf } from "../tools/frame";
import { answer } from "../tools/part";

// The floor of positions: what bare code does with the same parts. No auth, no policy, no validation, no fence.

type Fix = { id: string; at: string; lat: number; lng: number; accuracy: number; speed: number; battery: number };
type Sent = { socket: Duplex; group: string; user: string; n: number; fix: Fix };

const BATCH = 500;
const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
const watchers = new Map<string, Set<Duplex>>();
const queue: Sent[] = [];
let writing = false;

const socketOf = (client: WebSocket) => (client as unknown as { _socket: Duplex })._socket;

/** One batch in flight; nobody hears anything before its commit. */
async function drain(agencyId: string) {
  writing = true;
  while (queue.length > 0) {
    const batch = queue.splice(0, BATCH);
    await store(agencyId, batch);
    for (const { group, user, fix } of batch) {
      const frame = frameOf(JSON.stringify({ fix: { userId: user, ...fix } }));
      for (const socket of watchers.get(group) ?? []) socket.write(frame);
    }
    for (const { socket, n } of batch) socket.write(frameOf(`{"ack":${n}}`));
  }
  writing = false;
}

const store = (agencyId: string, batch: Sent[]) => sql`
  insert into positions (agency_id, user_id, at, id, lat, lng, accuracy, speed, battery, source, received_at)
  select ${agencyId}::uuid, u.*, 'app', now() from unnest(
    ${batch.map(({ user }) => user)}::uuid[], ${batch.map(({ fix }) => fix.at)}::text[]::timestamptz[],
    ${batch.map(({ fix }) => fix.id)}::uuid[], ${batch.map(({ fix }) => fix.lat)}::float8[],
    ${batch.map(({ fix }) => fix.lng)}::float8[], ${batch.map(({ fix }) => fix.accuracy)}::float4[],
    ${batch.map(({ fix }) => fix.speed)}::float4[], ${batch.map(({ fix }) => fix.battery)}::float4[]
  ) as u on conflict do nothing`;

function serve(agencyId: string): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (client, request) => {
    const query = new URL(request.url ?? "", "http://bench").searchParams;
    const [group, user] = [query.get("group") ?? "", query.get("user") ?? ""];
    const socket = socketOf(client);
    if (query.has("watch")) watchers.set(group, (watchers.get(group) ?? new Set()).add(socket));
    client.on("close", () => watchers.get(group)?.delete(socket));
    client.on("message", (raw) => {
      const { n, fix } = JSON.parse(String(raw)) as { n: number; fix: Fix };
      queue.push({ socket, group, user, n, fix });
      if (!writing) void drain(agencyId);
    });
  });
  return new Promise((settle) => server.once("listening", () => settle((server.address() as AddressInfo).port)));
}

answer({ serve });
