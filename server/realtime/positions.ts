import type { Server } from "socket.io";
import { audience } from "@/lib/kernel/audience";
import type { Signal } from "@/lib/kernel/fact";

/** At most two batches a second per group (API.md). */
const TICK_MS = 500;
/** A fix that was being written while its sender stopped must not come after the state. */
const HUSH_MS = 5_000;

type Sharing = "on" | "paused" | "off";
/** A LatestPosition in its wire shape. */
type News = {
  userId: string;
  sharing: Sharing;
  position: { at: string } | null;
  battery: number | null;
  batteryAt: string | null;
};
type Tick = { groupId: string; positions: News[] };
type Waiting = { groupId: string; news: Map<string, News> };

/** The newest of two; a battery by itself does not take the position away. */
function merge(known: News | undefined, fresh: News): News {
  if (known?.sharing !== "on" || !known.position) return fresh;
  if (!fresh.position) return { ...known, battery: fresh.battery, batteryAt: fresh.batteryAt };
  return known.position.at <= fresh.position.at ? fresh : known;
}

/** Gathers position signals and sends each group's newest fixes once per tick: the screen shows people, not packets. */
export function positionTicker(io: Server, now: () => number = Date.now) {
  const waiting = new Map<string, Waiting>();
  const hushed = new Map<string, number>();
  const put = (room: string, groupId: string, fresh: News) => {
    const open = waiting.get(room) ?? { groupId, news: new Map<string, News>() };
    waiting.set(room, open);
    open.news.set(fresh.userId, merge(open.news.get(fresh.userId), fresh));
  };
  const flush = () => {
    for (const [room, { groupId, news }] of waiting) {
      io.local.to(room).emit("position:batch", { groupId, positions: [...news.values()] });
    }
    waiting.clear();
    for (const [key, until] of hushed) if (until <= now()) hushed.delete(key);
  };
  const timer = setInterval(flush, TICK_MS);
  timer.unref();
  return {
    hear: (signals: Signal[]) => {
      for (const { name, audience: room, payload } of signals) {
        if (name !== "position") continue;
        const { groupId, positions } = payload as Tick;
        for (const fresh of positions) if (!hushed.has(`${room} ${fresh.userId}`)) put(room, groupId, fresh);
      }
    },
    /** Somebody began, paused or ended sharing: the state takes the place of every coordinate not yet sent (R56). */
    turn: (agencyId: string, groupId: string, userId: string, sharing: Sharing) => {
      const room = audience.watchers(agencyId, groupId);
      if (sharing === "on") hushed.delete(`${room} ${userId}`);
      else hushed.set(`${room} ${userId}`, now() + HUSH_MS);
      waiting.get(room)?.news.delete(userId);
      put(room, groupId, { userId, sharing, position: null, battery: null, batteryAt: null });
    },
    flush,
    stop: () => clearInterval(timer),
  };
}
