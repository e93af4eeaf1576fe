import type { Server } from "socket.io";
import { runtime } from "../runtime";
import { WATCHED } from "./events";
import type { LiveSocket } from "./live-socket";
import { reauthorize } from "./reauthorize";
import { lookHourly, unseenThisHour } from "./watching";

const EVERY_MS = 2_000;

/** What only time brings about: a session reaches its end while its socket is open, an hour passes before an open map. */
export function startSweep(io: Server): () => void {
  let busy = false;
  const round = async () => {
    if (busy) return;
    busy = true;
    const now = new Date();
    const due = [...io.sockets.sockets.values()].filter((socket) => isDue(socket as LiveSocket, now));
    for (const socket of due) await visit(socket as LiveSocket).catch(note);
    busy = false;
  };
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const note = (error: unknown) => runtime().log.warn({ err: error }, "a socket's look was not written down");

const hasEnded = ({ data: { identity } }: LiveSocket, now: Date) =>
  identity.endsAt !== null && identity.endsAt <= now.getTime();

/** Told without a promise: of thousands of idle phones nobody is, every other second. */
const isDue = (socket: LiveSocket, now: Date) => hasEnded(socket, now) || unseenThisHour(socket, now).length > 0;

async function visit(socket: LiveSocket): Promise<void> {
  // A refresh may have moved the end: the database knows.
  if (hasEnded(socket, new Date())) await reauthorize(socket);
  if (socket.connected) await lookHourly(socket, WATCHED);
}
