import type { Server as HttpServer, IncomingHttpHeaders } from "node:http";
import { Server, type Socket } from "socket.io";
import { audience } from "@/lib/kernel/audience";
import type { Signal, Told } from "@/lib/kernel/fact";
import { isFault } from "@/lib/kernel/fault";
import { type Identity, identifySocket } from "../doors/session";
import { serve } from "../doors/socket";
import { ADDRESS_HEADER } from "../doors/turn";
import { socketGauge } from "../http/metrics";
import { runtime } from "../runtime";
import { audiencesOf } from "./audiences";
import { EVENTS, WATCHED } from "./events";
import { positionTicker } from "./positions";
import { cutStalled } from "./stalled";
import { watching } from "./watching";

export type LiveSocket = Socket & { data: { identity: Identity } };

/** A client that talks more than this in one message is not one of ours. */
const MAX_MESSAGE_BYTES = 300_000;

/** The realtime end: who may connect, what they may say, and what they hear. */
export async function openGateway(http: HttpServer) {
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    perMessageDeflate: false,
    allowRequest: (request, answer) => answer(null, isOwnPage(request.headers)),
  });
  io.use((socket, next) => {
    admit(socket as LiveSocket).then(
      () => next(),
      (error: unknown) => next(connectError(error)),
    );
  });
  io.on("connection", (socket) => welcome(socket as LiveSocket));
  const ticker = positionTicker(io);
  const stopCutting = cutStalled(io);
  const { bus } = runtime().ports;
  const leave = [
    await bus.subscribe("facts", (message) => {
      const { facts } = message as { facts: Told[] };
      ticker.hearFacts(facts);
      return hearFacts(io, facts);
    }),
    await bus.subscribe("signals", (message) => ticker.hear((message as { signals: Signal[] }).signals)),
    await bus.subscribe("session", (message) => endSession(io, message as { sid?: string; reason?: string })),
  ];
  return {
    io,
    close: async () => {
      await Promise.all(leave.map((stop) => stop()));
      ticker.stop();
      stopCutting();
      await io.close();
    },
  };
}

/** A browser tells which page opens a socket: only our own may ride on a person's cookie. */
function isOwnPage({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined || runtime().settings.corsOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function admit(socket: LiveSocket) {
  const { headers, auth } = socket.handshake;
  socket.data.identity = await identifySocket({
    cookie: headers.cookie,
    token: typeof auth.token === "string" ? auth.token : undefined,
    agency: typeof auth.agency === "string" ? auth.agency : undefined,
    host: headers.host,
  });
  delete headers[ADDRESS_HEADER];
}

/** The refusal's code travels to the client, which decides whether to refresh, sign in again or give up. */
function connectError(error: unknown): Error {
  const code = isFault(error) ? error.code : "internal";
  return Object.assign(new Error(code), { data: { error: code } });
}

function welcome(socket: LiveSocket) {
  socketGauge.inc();
  socket.on("disconnect", () => socketGauge.dec());
  void socket.join(audiencesOf(socket.data.identity));
  serve(socket, () => socket.data.identity, EVENTS);
  watching(socket, WATCHED);
}

/** Facts reach the sockets of this node; every node hears the bus, so nothing needs to cross between them. */
async function hearFacts(io: Server, facts: Told[]) {
  for (const told of facts) {
    for (const userId of told.moves) if (told.agencyId) await sortAnew(io, told.agencyId, userId);
    if (told.wire && told.audiences.length > 0) io.local.to(told.audiences).emit(told.wire, told.payload);
  }
}

/** Somebody joined, left or changed roles: what they may no longer hear stops here, not at their next connection. */
async function sortAnew(io: Server, agencyId: string, userId: string) {
  for (const other of await io.local.in(audience.person(agencyId, userId)).fetchSockets()) {
    const socket = io.sockets.sockets.get(other.id) as LiveSocket | undefined;
    if (!socket) continue;
    const fresh = await socket.data.identity.again().catch(() => null);
    if (!fresh) {
      socket.disconnect(true);
      continue;
    }
    socket.data.identity = fresh;
    const allowed = new Set<string>([socket.id, ...audiencesOf(fresh)]);
    for (const room of [...socket.rooms]) if (!allowed.has(room)) await socket.leave(room);
    await socket.join([...allowed]);
  }
}

function endSession(io: Server, { sid, reason }: { sid?: string; reason?: string }) {
  if (!sid) return;
  const theirs = io.local.in(audience.session(sid));
  if (reason === "replaced") theirs.emit("session:replaced", { reason });
  theirs.disconnectSockets(true);
}
