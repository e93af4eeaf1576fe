import type { Server } from "socket.io";
import type { Signal } from "@/lib/kernel/fact";

/** Pointers move with every message and every reader: a group hears of them twice a second, the furthest of each. */
const TICK_MS = 500;

type Moved = { groupId: string; userId: string; seq: number };

/** What is said of a chat beside its messages: who is writing, at once, and how far people have read, gathered. */
export function talkTicker(io: Server) {
  const waiting = new Map<string, Map<string, Moved>>();
  const flush = () => {
    for (const [room, moved] of waiting) {
      const [first] = moved.values();
      const reads = [...moved.values()].map(({ userId, seq }) => ({ userId, seq }));
      io.local.to(room).emit("read:moved", { groupId: first?.groupId, reads });
    }
    waiting.clear();
  };
  const put = (room: string, fresh: Moved) => {
    const open = waiting.get(room) ?? new Map<string, Moved>();
    waiting.set(room, open);
    if ((open.get(fresh.userId)?.seq ?? -1) < fresh.seq) open.set(fresh.userId, fresh);
  };
  const timer = setInterval(flush, TICK_MS);
  timer.unref();
  return {
    hear: (signals: Signal[]) => {
      for (const { name, audience: room, payload } of signals) {
        if (name === "typing") io.local.to(room).emit("typing", payload);
        if (name === "read:moved") put(room, payload as Moved);
      }
    },
    stop: () => clearInterval(timer),
  };
}
