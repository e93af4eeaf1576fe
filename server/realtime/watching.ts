import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { newId } from "@/lib/kernel/ids";
import type { lookAtGroup } from "@/lib/tracking/commands/look";
import { LatestPosition } from "@/lib/tracking/contract";
import { refusal } from "../doors/answer";
import { openCall } from "../doors/call";
import type { LiveSocket } from "./gateway";

/** The look that must succeed before somebody hears a group's positions; it also records who looked. */
export type WatchLook = typeof lookAtGroup;
type Ack = (answer: unknown) => void;

const GroupInput = z.strictObject({ groupId: z.uuid() });

/** `group:watch` joins the group's stream if its positions may be seen; `group:leave` ends it. */
export function watching(socket: LiveSocket, look: WatchLook) {
  socket.on("group:watch", async (input: unknown, ack?: Ack) => {
    const requestId = newId();
    const { identity } = socket.data;
    try {
      const groupId = GroupInput.safeParse(input).data?.groupId ?? "";
      const { data } = await look(openCall({ ...identity, requestId, via: "socket" }), { groupId });
      await socket.join(audience.watchers(identity.agencyId ?? "", groupId));
      ack?.({ ok: true, positions: data.map((one) => LatestPosition.encode(one)) });
    } catch (error) {
      const { status: _, ...told } = refusal(error, identity.locale, requestId);
      ack?.({ ok: false, ...told });
    }
  });
  socket.on("group:leave", async (input: unknown, ack?: Ack) => {
    const groupId = GroupInput.safeParse(input).data?.groupId ?? "";
    await socket.leave(audience.watchers(socket.data.identity.agencyId ?? "", groupId));
    ack?.({ ok: true });
  });
}
