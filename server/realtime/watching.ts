import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { HOUR } from "@/lib/kernel/clock";
import { isFault } from "@/lib/kernel/fault";
import { parse } from "@/lib/kernel/parse";
import type { lookAtGroup } from "@/lib/tracking/commands/look";
import { LatestPosition } from "@/lib/tracking/contract";
import { openCall } from "../doors/call";
import type { Heard } from "../doors/socket";
import type { LiveSocket } from "./live-socket";

/** The look that must succeed before somebody hears a group's positions; it also records who looked. */
export type WatchLook = typeof lookAtGroup;

const GroupInput = z.strictObject({ groupId: z.uuid() });
const LeaveInput = GroupInput.partial().nullish();

const roomOf = (socket: LiveSocket, groupId: string) => audience.watchers(socket.data.identity.agencyId ?? "", groupId);

/** `group:watch` joins the group's stream if its positions may be seen. */
export const watchGroup = (look: WatchLook): Heard => ({
  rule: "session",
  async answer(socket: LiveSocket, input, requestId) {
    const data = await watch(socket, look, parse(GroupInput, input).groupId, { requestId });
    return { positions: data.map((one) => LatestPosition.encode(one)) };
  },
});

/** `group:leave` ends the group's stream, without a group all of them. */
export const leaveGroup: Heard = {
  rule: "session",
  async answer(socket: LiveSocket, input) {
    const groupId = parse(LeaveInput, input)?.groupId;
    for (const left of groupId ? [groupId] : [...socket.data.watched.keys()]) {
      socket.data.watched.delete(left);
      await socket.leave(roomOf(socket, left));
    }
    return {};
  },
};

const hourOf = (at: Date) => Math.floor(at.getTime() / HOUR);

type How = { requestId?: string; again?: boolean };

async function watch(socket: LiveSocket, look: WatchLook, groupId: string, { requestId, again }: How) {
  for (;;) {
    const { identity, watched } = socket.data;
    const call = openCall({ ...identity, requestId, via: "socket" });
    const { data } = await look(call, { groupId });
    // Asked anew while we looked: what was allowed then may be forbidden now.
    if (socket.data.identity !== identity) continue;
    const gone = !socket.connected || socket.data.leaving || (again && !watched.has(groupId));
    if (gone) return data;
    watched.set(groupId, hourOf(call.now));
    await socket.join(roomOf(socket, groupId));
    return data;
  }
}

/** After being asked anew: the streams that may still be heard go on, the others have ended. */
export async function watchAgain(socket: LiveSocket, look: WatchLook): Promise<void> {
  for (const groupId of [...socket.data.watched.keys()]) {
    await watch(socket, look, groupId, { again: true }).catch(() => socket.data.watched.delete(groupId));
  }
}

/** The groups whose map stayed open into an hour for which no look is written down yet. */
export function unseenThisHour({ data: { watched } }: LiveSocket, now: Date): string[] {
  const hour = hourOf(now);
  return [...watched].flatMap(([groupId, seen]) => (seen === hour ? [] : [groupId]));
}

/** Whoever keeps a map open looks in every hour of it, and that is written down as often. */
export async function lookHourly(socket: LiveSocket, look: WatchLook): Promise<void> {
  for (const groupId of unseenThisHour(socket, new Date())) {
    await watch(socket, look, groupId, { again: true }).catch(async (error: unknown) => {
      // A database that is down says nothing about who may look.
      if (!isFault(error)) throw error;
      socket.data.watched.delete(groupId);
      await socket.leave(roomOf(socket, groupId));
    });
  }
}
