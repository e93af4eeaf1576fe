import type { Server as HttpServer, IncomingHttpHeaders } from "node:http";
import { Server, type Socket } from "socket.io";
import { groupChanged, groupLeft, sharingChanged } from "@/lib/groups/facts";
import { audience } from "@/lib/kernel/audience";
import type { Signal, Told } from "@/lib/kernel/fact";
import { isFault } from "@/lib/kernel/fault";
import { limitUse, tooMany } from "../doors/rate-limit";
import { identifySocket } from "../doors/session";
import { KEPT_MS } from "../doors/session-memory";
import { hear } from "../doors/socket";
import { clientAddress } from "../http/address";
import { socketGauge } from "../http/metrics";
import { runtime } from "../runtime";
import { audiencesOf } from "./audiences";
import { EVENTS } from "./events";
import type { LiveSocket } from "./live-socket";
import { writeInOne } from "./one-write";
import { packetParser } from "./packet-parser";
import { positionTicker } from "./positions";
import { presenceTicker } from "./presence";
import { reauthorize } from "./reauthorize";
import { reconnectAll } from "./reconnect-all";
import { cutStalled } from "./stalled";
import { startSweep } from "./sweep";
import { talkTicker } from "./talk";
import { boundUnauthenticated } from "./unauthenticated";

type Gate = {
  io: Server;
  ticker: ReturnType<typeof positionTicker>;
  /** Moves whenever anybody's audiences are asked anew. */
  epoch: number;
  /** Until then whoever comes in may be remembered as they were before the bus was away. */
  anewUntil: number;
  named: ReturnType<typeof boundUnauthenticated>;
};

/** A client that talks more than this in one message is not one of ours. */
const MAX_MESSAGE_BYTES = 300_000;
/** Sockets of one session: more than anybody has pages open, those included that a bad network left behind. */
const MAX_SOCKETS = 100;
/** Until then whatever a network left behind has missed its ping. */
const FREED_SECONDS = 40;

/** The realtime end: who may connect, what they may say, and what they hear. */
export async function openGateway(http: HttpServer) {
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    perMessageDeflate: false,
    parser: packetParser,
    allowRequest: (request, answer) => answer(null, mayConnect(request.headers)),
  });
  writeInOne(io);
  runtime().sockets = () => io.engine.clientsCount;
  const gate: Gate = { io, ticker: positionTicker(io), epoch: 0, anewUntil: 0, named: boundUnauthenticated(io) };
  io.use((socket, next) => {
    admit(gate, socket as LiveSocket).then(
      () => next(),
      (error: unknown) => next(connectError(error)),
    );
  });
  io.on("connection", (socket) => welcome(gate, socket as LiveSocket));
  const talk = talkTicker(io);
  const presence = presenceTicker(io);
  const stops = [cutStalled(io), startSweep(io), gate.ticker.stop, talk.stop, presence.stop];
  const { bus } = runtime().ports;
  const leave = [
    await bus.subscribe("facts", (message) => hearFacts(gate, (message as { facts: Told[] }).facts)),
    await bus.subscribe("signals", (message) => {
      const { signals } = message as { signals: Signal[] };
      gate.ticker.hear(signals);
      talk.hear(signals);
      presence.hear(signals);
    }),
    await bus.subscribe("session", (message) => endSession(gate, message as { sid?: string; reason?: string })),
    await bus.subscribe("missed", () => {
      gate.anewUntil = Date.now() + KEPT_MS;
      reconnectAll(io);
    }),
  ];
  return {
    io,
    close: async () => {
      await Promise.all(leave.map((stop) => stop()));
      for (const stop of stops) stop();
      await io.close();
    },
  };
}

/** A browser tells which page opens a socket: only our own may ride on a person's cookie. */
const isOwnPage = ({ origin, host }: IncomingHttpHeaders): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

/** Pages of the origins named in CORS_ORIGINS may come with an access token. */
const mayConnect = (headers: IncomingHttpHeaders): boolean =>
  isOwnPage(headers) || runtime().settings.corsOrigins.includes(headers.origin ?? "");

async function admit({ epoch }: Gate, socket: LiveSocket) {
  socket.data.epoch = epoch;
  socket.data.watched = new Map();
  socket.data.authorizations = 0;
  socket.data.leaving = false;
  const { headers, auth } = socket.handshake;
  socket.data.identity = await identifySocket({
    cookie: isOwnPage(headers) ? headers.cookie : undefined,
    token: typeof auth.token === "string" ? auth.token : undefined,
    agency: typeof auth.agency === "string" ? auth.agency : undefined,
    person: typeof auth.person === "string" ? auth.person : undefined,
    host: headers.host,
  }).catch((error: unknown) => countStranger(socket, error));
  await limitUse("shake", socket.data.identity.actor.sessionId);
  takePlace(socket);
}

/** Taken in the breath that counts, so that many at once don't all find the same one; who is refused leaves it again. */
function takePlace(socket: LiveSocket) {
  const room = audience.session(socket.data.identity.actor.sessionId);
  void socket.join(room);
  if ((socket.nsp.adapter.rooms.get(room)?.size ?? 0) > MAX_SOCKETS) throw tooMany(FREED_SECONDS);
}

/** A hand-shake without good credentials is nobody's call, counted by address as in HTTP. */
async function countStranger({ request }: LiveSocket, error: unknown): Promise<never> {
  await limitUse("anonymous", clientAddress(request, runtime().settings.trustedProxies));
  throw error;
}

/** The refusal's code travels to the client, which decides whether to refresh, sign in again or give up. */
function connectError(error: unknown): Error {
  const { code, details } = isFault(error) ? error : { code: "internal", details: undefined };
  return Object.assign(new Error(code), { data: { error: code, ...(details !== undefined && { details }) } });
}

/** Who came in is known by now, and what the hand-shake carried would be held as long as the phone is there. */
function forgetShake({ conn, handshake }: LiveSocket) {
  Object.assign(conn, { request: null });
  Object.assign(handshake, { headers: {}, auth: {}, query: {} });
}

/** A connection that went on without its socket would be nobody's, and stay as long as it liked. */
function seeOut(this: Socket) {
  socketGauge.dec();
  this.conn.close();
}

function welcome(gate: Gate, socket: LiveSocket) {
  gate.named(socket.conn);
  forgetShake(socket);
  socketGauge.inc();
  socket.on("disconnect", seeOut);
  void socket.join(audiencesOf(socket.data.identity));
  hear(socket, EVENTS);
  // What changed while it came in found no socket yet.
  if (socket.data.epoch !== gate.epoch || Date.now() < gate.anewUntil) void reauthorize(socket);
}

/** Facts reach the sockets of this node; every node hears the bus, so nothing needs to cross between them. */
async function hearFacts(gate: Gate, facts: Told[]) {
  for (const told of facts) turnSharing(gate, told);
  for (const told of facts) {
    if (told.name === groupChanged.name) await reauthorizeWatchers(gate, told);
    for (const userId of told.moves) if (told.agencyId) await reauthorizePerson(gate, told.agencyId, userId);
    if (told.wire && told.audiences.length > 0) gate.io.local.to(told.audiences).emit(told.wire, told.payload);
  }
}

/** Maps drop the marker of whoever stopped sharing or left, before another batch goes out. */
function turnSharing({ ticker }: Gate, { name, payload }: Told) {
  if (name === sharingChanged.name) {
    const { agencyId, groupId, userId, state } = sharingChanged.payload.parse(payload);
    ticker.turn(agencyId, groupId, userId, state);
  }
  if (name === groupLeft.name) {
    const { agencyId, groupId, userId } = groupLeft.payload.parse(payload);
    ticker.turn(agencyId, groupId, userId, "off");
  }
}

/** Somebody joined, left or changed roles: what they may no longer hear stops here, not at their next connection. */
async function reauthorizePerson(gate: Gate, agencyId: string, userId: string) {
  gate.epoch += 1;
  const theirs = await gate.io.local.in(audience.person(agencyId, userId)).fetchSockets();
  const here = theirs.flatMap(({ id }) => gate.io.sockets.sockets.get(id) ?? []);
  await Promise.all(here.map((socket) => reauthorize(socket as LiveSocket)));
}

/** A group moved to another branch, or its trip ended: whoever watches it is asked again whether they may. */
async function reauthorizeWatchers(gate: Gate, { payload }: Told) {
  gate.epoch += 1;
  const { agencyId, groupId } = groupChanged.payload.parse(payload);
  const watchers = await gate.io.local.in(audience.watchers(agencyId, groupId)).fetchSockets();
  const here = watchers.flatMap(({ id }) => gate.io.sockets.sockets.get(id) ?? []);
  await Promise.all(here.map((socket) => reauthorize(socket as LiveSocket)));
}

function endSession(gate: Gate, { sid, reason }: { sid?: string; reason?: string }) {
  if (!sid) return;
  gate.epoch += 1;
  const theirs = gate.io.local.in(audience.session(sid));
  if (reason === "replaced") theirs.emit("session:replaced", { reason });
  theirs.disconnectSockets(true);
}
