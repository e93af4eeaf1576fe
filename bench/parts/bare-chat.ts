import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import postgres from "postgres";
import { type WebSocket, WebSocketServer } from "ws";
import { frameOf } from "../tools/frame";
import { answer } from "../tools/part";

// The floor of chat: what bare code does with the same parts. One durable insert for all that arrived, numbered in
// memory; then a frame made once and written to everybody. No auth, no policy, no validation, no fence, no facts.

type Sent = { socket: Duplex; group: string; user: string; n: number; clientId: string; text: string };
type Numbered = Sent & { id: string; seq: number };

const BATCH = 500;
const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
const members = new Map<string, Set<Duplex>>();
const numbers = new Map<string, number>();
const queue: Sent[] = [];
let writing = false;

const socketOf = (client: WebSocket) => (client as unknown as { _socket: Duplex })._socket;

/** One batch in flight; nobody hears anything before its commit. */
async function drain(agencyId: string) {
  writing = true;
  while (queue.length > 0) {
    const batch = queue.splice(0, BATCH).map((sent): Numbered => {
      const seq = (numbers.get(sent.group) ?? 0) + 1;
      numbers.set(sent.group, seq);
      return { ...sent, id: randomUUID(), seq };
    });
    const sentAt = new Date().toISOString();
    await store(agencyId, batch, sentAt);
    for (const { socket, n, group, user, clientId, text, id, seq } of batch) {
      const message = {
        id,
        groupId: group,
        seq,
        clientId,
        senderId: user,
        senderName: "Jamaah",
        kind: "text",
        text,
        sentAt,
      };
      const frame = frameOf(JSON.stringify({ message }));
      for (const member of members.get(group) ?? []) member.write(frame);
      socket.write(frameOf(`{"ack":${n}}`));
    }
  }
  writing = false;
}

const store = (agencyId: string, batch: Numbered[], sentAt: string) => sql`
  insert into messages (agency_id, group_id, id, seq, rev, client_id, sender_id, kind, body, sent_at)
  select ${agencyId}::uuid, u.group_id, u.id, u.seq, u.seq, u.client_id, u.sender_id, 'text', u.body, ${sentAt}::timestamptz
  from unnest(${batch.map(({ group }) => group)}::uuid[], ${batch.map(({ id }) => id)}::uuid[],
    ${batch.map(({ seq }) => seq)}::int[], ${batch.map(({ clientId }) => clientId)}::uuid[],
    ${batch.map(({ user }) => user)}::uuid[], ${batch.map(({ text }) => text)}::text[]
  ) as u(group_id, id, seq, client_id, sender_id, body)`;

async function serve(agencyId: string): Promise<number> {
  await sql`insert into chats (agency_id, group_id) select agency_id, id from groups`;
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (client, request) => {
    const query = new URL(request.url ?? "", "http://bench").searchParams;
    const [group, user] = [query.get("group") ?? "", query.get("user") ?? ""];
    const socket = socketOf(client);
    members.set(group, (members.get(group) ?? new Set()).add(socket));
    client.on("close", () => members.get(group)?.delete(socket));
    client.on("message", (raw) => {
      const { n, clientId, text } = JSON.parse(String(raw)) as Pick<Sent, "n" | "clientId" | "text">;
      queue.push({ socket, group, user, n, clientId, text });
      if (!writing) void drain(agencyId);
    });
  });
  return new Promise((settle) => server.once("listening", () => settle((server.address() as AddressInfo).port)));
}

answer({ serve });
