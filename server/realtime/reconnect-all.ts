import type { Server } from "socket.io";
import { audience } from "@/lib/kernel/audience";
import type { LiveSocket } from "./live-socket";

/** Until every node has found the bus again: they look for it every other second, and each says that something was missed. */
const SETTLE_MS = 2_500;
/** Over as long a node hangs up: all at once would be back at once. */
const SPREAD_MS = 3_000;

/** Who was signed out, left or was written to while the bus was away was told nothing. From here on nobody hears more; each is hung
 * up on once, at a moment of their own or when they next say something, and whoever comes back by themself is asked anew who they
 * are, and reads anew. Hung up on by Socket.IO a client would not come back. */
export function reconnectAll(io: Server): void {
  for (const each of io.sockets.sockets.values()) {
    const socket = each as LiveSocket;
    if (socket.data.leaving) continue;
    silence(socket);
    const hangUp = () => socket.conn.close();
    socket.use(hangUp);
    setTimeout(hangUp, SETTLE_MS + Math.random() * SPREAD_MS).unref();
  }
}

/** The end of their session reaches them still. */
function silence(socket: LiveSocket): void {
  socket.data.leaving = true;
  // Whoever is being asked anew is so by what was read before.
  socket.data.authorizations += 1;
  const kept = [socket.id, audience.session(socket.data.identity.actor.sessionId)];
  for (const room of [...socket.rooms]) if (!kept.includes(room)) void socket.leave(room);
}
