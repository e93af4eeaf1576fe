import type { Server } from "socket.io";
import { type Audience, audience, groupOf } from "@/lib/kernel/audience";
import type { Signal } from "@/lib/kernel/fact";
import { runtime } from "../runtime";
import { openLeases } from "./leases";
import type { LiveSocket } from "./live-socket";

/** Whoever changes networks is gone and back within one: nobody hears of either. */
const TICK_MS = 1_000;
const BEAT_MS = 20_000;
/** A node that is gone for good leaves nobody online for longer. */
const LEASE_MS = 50_000;

type Held = { node: string; people: string[] };

/** Tells a group's leaders who of it has the product open on some device: whom a message reaches now. Each node tells the
 * others whom it holds, again and again, and what was told lasts as long as a lease. `presence {groupId, online}` carries
 * everybody, so that a lost one is made good by the next. */
export function presenceTicker(io: Server) {
  const { node, ports } = runtime();
  const { adapter } = io.sockets;
  const elsewhere = openLeases(LEASE_MS);
  const changed = new Set<string>();
  const changedHere = new Set<string>();
  const note = (room: string) => {
    if (groupOf(room)) for (const rooms of [changed, changedHere]) rooms.add(room);
  };
  adapter.on("join-room", note);
  adapter.on("leave-room", note);

  const peopleHere = (room: string) => {
    const ids = [...(adapter.rooms.get(room) ?? [])];
    const sockets = ids.flatMap((id) => (io.sockets.sockets.get(id) as LiveSocket | undefined) ?? []);
    return [...new Set(sockets.map(({ data }) => data.identity.actor.userId))];
  };
  const publish = (rooms: Iterable<string>) => {
    const signals = [...rooms].flatMap((room): Signal[] => {
      const group = groupOf(room);
      const payload: Held = { node, people: peopleHere(room) };
      return group ? [{ name: "presence", agencyId: group.agencyId, audience: room as Audience, payload }] : [];
    });
    // While the bus is away leases run out; the next beat says it again.
    if (signals.length > 0) ports.bus.publish("signals", { signals }).catch(() => undefined);
  };
  const tick = () => {
    for (const room of elsewhere.expire(Date.now())) changed.add(room);
    for (const room of changed) {
      const { agencyId, groupId } = groupOf(room)!;
      const online = [...new Set([...peopleHere(room), ...elsewhere.peopleIn(room)])].sort();
      io.local.to(audience.leaders(agencyId, groupId)).emit("presence", { groupId, online });
    }
    publish(changedHere);
    changed.clear();
    changedHere.clear();
  };
  const timers = [setInterval(tick, TICK_MS), setInterval(() => publish(adapter.rooms.keys()), BEAT_MS)];
  for (const timer of timers) timer.unref();
  return {
    hear: (signals: Signal[]) => {
      for (const { name, audience: room, payload } of signals) {
        if (name !== "presence") continue;
        const held = payload as Held;
        if (held.node !== node && elsewhere.keep(room, held.node, held.people, Date.now())) changed.add(room);
      }
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      adapter.off("join-room", note);
      adapter.off("leave-room", note);
    },
  };
}
