import type { Server } from "socket.io";
import { type Connection, hangUp } from "./hang-up";
import type { LiveSocket } from "./live-socket";

/** Packets a slow phone may have waiting before it is cut off; it catches up when it comes back. */
const WAITING_LIMIT = 2_000;
/** Bytes that a session may leave unread, over all of its sockets. */
const UNREAD_LIMIT = 8_000_000;
const LOOK_EVERY_MS = 2_000;

type Waiting = { socket: LiveSocket; conn: Connection; bytes: number };

/** A stalled watcher is cut off by back-pressure, so that it costs memory for seconds and harms nobody. */
export function cutStalled(io: Server): () => void {
  const timer = setInterval(() => {
    const sessions = new Map<string, Waiting[]>();
    for (const socket of io.sockets.sockets.values()) {
      const waiting = waitingAt(socket as LiveSocket);
      if (waiting.conn.writeBuffer.length > WAITING_LIMIT) cutOff(waiting);
      if (waiting.bytes === 0) continue;
      const { sessionId } = waiting.socket.data.identity.actor;
      sessions.set(sessionId, [...(sessions.get(sessionId) ?? []), waiting]);
    }
    for (const all of sessions.values())
      if (all.reduce((sum, { bytes }) => sum + bytes, 0) > UNREAD_LIMIT) all.forEach(cutOff);
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function waitingAt(socket: LiveSocket): Waiting {
  const conn = socket.conn as unknown as Connection;
  const handed = conn.transport.socket?.bufferedAmount ?? 0;
  const bytes = conn.writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), handed);
  return { socket, conn, bytes };
}

function cutOff({ socket, conn }: Waiting) {
  socket.disconnect(true);
  hangUp(conn);
}
