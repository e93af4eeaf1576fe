import type { Server } from "socket.io";
import { runtime } from "../runtime";
import { WATCHED } from "./events";
import type { LiveSocket } from "./live-socket";
import { sortAnew } from "./sorting";
import { lookHourly } from "./watching";

const EVERY_MS = 2_000;

/** What only time brings about: a session reaches its end while its socket is open, an hour passes before an open map. */
export function goRounds(io: Server): () => void {
  let busy = false;
  const round = async () => {
    if (busy) return;
    busy = true;
    for (const socket of [...io.sockets.sockets.values()]) await visit(socket as LiveSocket).catch(note);
    busy = false;
  };
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const note = (error: unknown) => runtime().log.warn({ err: error }, "a socket's look was not written down");

async function visit(socket: LiveSocket): Promise<void> {
  const { endsAt } = socket.data.identity;
  // A refresh may have moved the end: the database knows.
  if (endsAt !== null && endsAt <= Date.now()) await sortAnew(socket);
  if (socket.connected) await lookHourly(socket, WATCHED);
}
