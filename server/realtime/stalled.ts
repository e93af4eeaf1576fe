import type { Server } from "socket.io";

/** Packets a slow phone may have waiting before it is cut off; it catches up when it comes back. */
const WAITING_LIMIT = 2_000;
const LOOK_EVERY_MS = 2_000;

/** A stalled watcher is cut off by back-pressure, so that it costs memory for seconds and harms nobody. */
export function cutStalled(io: Server): () => void {
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
      if (writeBuffer.length > WAITING_LIMIT) socket.disconnect(true);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
