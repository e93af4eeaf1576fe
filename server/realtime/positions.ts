import type { Server } from "socket.io";
import type { Signal } from "@/lib/kernel/fact";

/** At most two batches a second per group (API.md). */
const TICK_MS = 500;

/** A LatestPosition in its wire shape. */
type Fix = { userId: string; position: { at: string } | null };
type Tick = { groupId: string; positions: Fix[] };

const isNewer = (fix: Fix, known: Fix) => !fix.position || !known.position || known.position.at <= fix.position.at;

/** Gathers position signals and sends each group's newest fixes once per tick: the screen shows people, not packets. */
export function positionTicker(io: Server) {
  const waiting = new Map<string, Map<string, { groupId: string; fix: Fix }>>();
  const flush = () => {
    for (const [room, fixes] of waiting) {
      const all = [...fixes.values()];
      io.local.to(room).emit("position:batch", { groupId: all[0]!.groupId, positions: all.map(({ fix }) => fix) });
    }
    waiting.clear();
  };
  const timer = setInterval(flush, TICK_MS);
  timer.unref();
  return {
    hear: (signals: Signal[]) => {
      for (const { name, audience, payload } of signals) {
        if (name !== "position") continue;
        const { groupId, positions } = payload as Tick;
        const fixes = waiting.get(audience) ?? new Map<string, { groupId: string; fix: Fix }>();
        waiting.set(audience, fixes);
        for (const fix of positions) {
          const known = fixes.get(fix.userId);
          if (!known || isNewer(fix, known.fix)) fixes.set(fix.userId, { groupId, fix });
        }
      }
    },
    flush,
    stop: () => clearInterval(timer),
  };
}
