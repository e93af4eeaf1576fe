import type { Server } from "socket.io";
import { audience } from "@/lib/kernel/audience";
import type { Signal, Told } from "@/lib/kernel/fact";

/** At most two batches a second per group (API.md). */
const TICK_MS = 500;

/** A LatestPosition in its wire shape. */
type Fix = { userId: string; position: { at: string } | null };
type Tick = { groupId: string; positions: Fix[] };

const isNewer = (fix: Fix, known: Fix) => !fix.position || !known.position || known.position.at <= fix.position.at;

/** Gathers position signals and sends each group's newest fixes once per tick: the screen shows people, not packets. */
type SharingTold = { agencyId: string; groupId: string; userId: string; state: string };

/** Who paused or stopped, or is gone, leaves the map at once: a state without a coordinate (R56). */
function withdrawal({ name, payload }: Told): Signal | null {
  const { agencyId, groupId, userId, state } = payload as SharingTold;
  if (name !== "groups.left" && (name !== "groups.sharing_changed" || state === "on")) return null;
  const sharing = name === "groups.left" ? "off" : state;
  const gone = { userId, sharing, position: null, battery: null, batteryAt: null };
  return {
    name: "position",
    agencyId,
    audience: audience.watchers(agencyId, groupId),
    payload: { groupId, positions: [gone] },
  };
}

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
  const hear = (signals: Signal[]) => {
    for (const { name, audience: room, payload } of signals) {
      if (name !== "position") continue;
      const { groupId, positions } = payload as Tick;
      const fixes = waiting.get(room) ?? new Map<string, { groupId: string; fix: Fix }>();
      waiting.set(room, fixes);
      for (const fix of positions) {
        const known = fixes.get(fix.userId);
        if (!known || isNewer(fix, known.fix)) fixes.set(fix.userId, { groupId, fix });
      }
    }
  };
  return {
    hear,
    hearFacts: (facts: Told[]) => hear(facts.flatMap((told) => withdrawal(told) ?? [])),
    flush,
    stop: () => clearInterval(timer),
  };
}
