import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { sessions } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { DAY } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { watchSessions } from "@/server/doors/session-memory";
import { signAccess } from "@/server/doors/tokens";
import { front } from "@/server/http/front";
import { openGateway } from "@/server/realtime/gateway";
import type { Runtime } from "@/server/runtime";
import type { Somebody } from "./world";

export type Answer = { ok: boolean; error?: string } & Record<string, unknown>;
type News = { userId: string; sharing: string; position: { at: string; lat: number } | null; battery: number | null };
export type Batch = { groupId: string; positions: News[]; heardAt: number };

/** A connected client that keeps what it hears. */
export type Listener = {
  socket: Socket;
  batches: Batch[];
  events: string[];
  /** Of which groups it was told who is online: leaders hear that of their own. */
  present: Set<string>;
  /** Why the connection ended, once it has. */
  ended: () => string | null;
  ask: (event: string, ...payload: unknown[]) => Promise<Answer>;
  /** After this everything the server sent before has arrived. */
  settle: () => Promise<void>;
  /** Everything ever heard of one person, in order. */
  heardOf: (userId: string) => News[];
};

function listenWith(socket: Socket): Listener {
  const batches: Batch[] = [];
  const events: string[] = [];
  let ended: string | null = null;
  socket.on("position:batch", (batch: Omit<Batch, "heardAt">) => batches.push({ ...batch, heardAt: Date.now() }));
  socket.onAny((event: string) => event !== "presence" && events.push(event));
  const present = new Set<string>();
  socket.on("presence", ({ groupId }: { groupId: string }) => present.add(groupId));
  socket.on("disconnect", (reason) => {
    ended = reason;
  });
  const ask = (event: string, ...payload: unknown[]) =>
    socket.timeout(10_000).emitWithAck(event, ...payload) as Promise<Answer>;
  return {
    socket,
    batches,
    events,
    present,
    ask,
    ended: () => ended,
    settle: async () => void (await ask("settle")),
    heardOf: (userId) => batches.flatMap(({ positions }) => positions.filter((one) => one.userId === userId)),
  };
}

type Shake = { agency?: string; token?: string; headers?: Record<string, string> };

/** A real server on a free port over this house: API and sockets as in the product, pages stubbed. */
export async function openLive(house: Pick<Runtime, "database">) {
  const http = createServer(front(async (_request, response) => void response.writeHead(404).end(), false));
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const unwatch = await watchSessions();
  const gateway = await openGateway(http);
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;
  const clients: Socket[] = [];

  /** An access token of a session of this person's own. */
  const signIn = async ({ userId }: Somebody) => {
    const now = new Date();
    const id = newId();
    const row = { id, userId, kind: "api" as const, createdAt: now, seenAt: now };
    await fenced(house.database, "qafila_platform", null, false, (tx) =>
      tx.insert(sessions).values({ ...row, expiresAt: new Date(now.getTime() + DAY) }),
    );
    return signAccess({ sub: userId, sid: id });
  };
  /** Connects with this token or none. Rejects with the server's refusal. */
  const open = (auth: Shake) => {
    const { headers, ...shake } = auth;
    const socket = io(url, { auth: shake, transports: ["websocket"], reconnection: false, extraHeaders: headers });
    clients.push(socket);
    return new Promise<Listener>((done, refuse) => {
      const listener = listenWith(socket);
      socket.once("connect", () => done(listener));
      socket.once("connect_error", refuse);
    });
  };
  return {
    url,
    gateway,
    signIn,
    open,
    connect: async (who: Somebody, shake: Shake = {}) => open({ token: await signIn(who), ...shake }),
    close: async () => {
      for (const socket of clients) socket.disconnect();
      await gateway.close();
      await unwatch();
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
}
export type Live = Awaited<ReturnType<typeof openLive>>;
